"""A readable comparison of two versions of a plan: words, not lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from danbiet.text import nfc

CONTEXT = 12  # words of unchanged text kept on each side of a change
ELISION = "…"

Piece = tuple[str, str]


def compare(old: str, new: str) -> tuple[Piece, ...]:
    """What changed from ``old`` to ``new``: (operation, text) with ``=``, ``-`` or ``+``.

    Line wraps, spaces and Unicode composition are no change. Unchanged text far from a change is
    given as ``("=", "…")``. Nothing changed gives nothing.
    """
    return tuple(_elide(_joined(_pieces(_lines(old), _lines(new)))))


def _lines(text: str) -> list[tuple[str, ...]]:
    return [words for line in nfc(text).splitlines() if (words := tuple(line.split()))]


def _pieces(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]
) -> Iterator[tuple[str, Sequence[str]]]:
    # Lines first: comparing five thousand words with five thousand is slow, and most lines are equal.
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before = [word for line in old[a:b] for word in line]
        after = [word for line in new[c:d] for word in line]
        if kind == "equal":
            yield "=", after
        else:
            yield from _word_pieces(before, after)


def _word_pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "=", before[a:b]
        else:
            yield "-", before[a:b]
            yield "+", after[c:d]


def _joined(pieces: Iterator[tuple[str, Sequence[str]]]) -> list[tuple[str, list[str]]]:
    joined: list[tuple[str, list[str]]] = []
    for operation, words in pieces:
        if not words:
            continue
        if joined and joined[-1][0] == operation:
            joined[-1][1].extend(words)
        else:
            joined.append((operation, list(words)))
    return joined


def _elide(pieces: list[tuple[str, list[str]]]) -> Iterator[Piece]:
    if all(operation == "=" for operation, _ in pieces):
        return
    last = len(pieces) - 1
    for index, (operation, words) in enumerate(pieces):
        head = CONTEXT if index > 0 else 0
        tail = CONTEXT if index < last else 0
        if operation != "=" or len(words) <= head + tail + 1:
            yield operation, " ".join(words)
            continue
        if head:
            yield "=", " ".join(words[:head])
        yield "=", ELISION
        if tail:
            yield "=", " ".join(words[-tail:])
