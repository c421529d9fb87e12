"""Sentinels: private-use characters that carry places in a plan's source through Markdown.

A citation or an obligation is known by its offsets in the file; what a reader sees is HTML. A
sentinel inserted at an offset before the conversion and found again in the converted tree joins
the two, whatever Markdown did in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from danbiet.text import nfc

_OPEN, _CLOSE, _ZERO = "\U000f0000", "\U000f0001", 0xF0010
_MARK = re.compile(f"{_OPEN}([{chr(_ZERO)}-{chr(_ZERO + 9)}]+){_CLOSE}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_RESERVED = re.compile(f"[{_OPEN}{_CLOSE}{chr(_ZERO)}-{chr(_ZERO + 9)}]")


class MarkKind(IntEnum):
    """What a sentinel says; at one offset ends come before words, words before beginnings."""

    CITATION_END = 1
    DUTY_END = 2
    WORDS = 3  # the words of a block begin here, after its printed mark
    DUTY = 4
    CITATION = 5


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in the source: its offset, what it says, and which citation, duty or block it is of."""

    offset: int
    kind: MarkKind
    index: int


def insert(text: str, start: int, marks: Iterable[Mark], number: dict[int, Mark]) -> str:
    """``text``, which stands at ``start`` of its file, with the marks inside it as sentinels.

    Marks must be in order and lie within the text. ``number`` is filled with each sentinel's mark,
    for ``split`` to give back.
    """
    pieces: list[str] = []
    done = 0
    for mark in marks:
        at = mark.offset - start
        pieces.append(_plain(text[done:at]))
        key = len(number)
        number[key] = mark
        pieces.append(_OPEN + "".join(chr(_ZERO + int(digit)) for digit in str(key)) + _CLOSE)
        done = at
    pieces.append(_plain(text[done:]))
    return "".join(pieces)


def split(text: str) -> Iterator[str | int]:
    """The runs of text between sentinels, and the key of each sentinel, in order."""
    for k, piece in enumerate(_MARK.split(text)):
        if k % 2:
            yield int("".join(str(ord(digit) - _ZERO) for digit in piece))
        elif piece:
            yield piece


def _plain(text: str) -> str:
    # A source that holds our sentinels' own characters must not be taken for one of ours, and form
    # feeds and their like, left by PDF text layers, have no place in a page.
    return nfc(_CONTROL.sub(" ", _RESERVED.sub("\ufffd", text)))
