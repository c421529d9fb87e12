"""The small index of names by lunr: titles, numbers and units, for what was mistyped.

Our own shards find what was written; lunr's automaton also finds names a letter away. It is asked
only when nothing at all was found, and is built only while it stays small: a phone that never
mistypes never loads it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable

from lunr.builder import Builder

from danbiet.search.words import words

LARGEST = 30_000  # bytes packed; over a province's names it would be hundreds
WORTH_TRYING = 100_000  # characters of names: more never fits, and takes lunr long


def index(names: Iterable[tuple[int, str]]) -> dict[str, object] | None:
    """The lunr index of (document's number, its names) as lunr.js loads it, or nothing if there is none or too much.

    Words are folded before they reach lunr, which knows no Vietnamese, so it needs no pipeline.
    """
    folded = [(number, " ".join(word.key for word in words(text))) for number, text in names]
    if not 0 < sum(len(text) for _, text in folded) <= WORTH_TRYING:
        return None
    builder = Builder()
    builder.ref("d")
    builder.field("n")
    for number, text in folded:
        builder.add({"d": str(number), "n": text})
    made: dict[str, object] = builder.build().serialize()
    packed = gzip.compress(json.dumps(made, separators=(",", ":")).encode())
    return made if len(packed) <= LARGEST else None
