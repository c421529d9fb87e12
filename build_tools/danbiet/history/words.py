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


def _lines(text: str) -> list[str]:
    return [line for line in nfc(text).splitlines() if line and not line.isspace()]


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    # Lines first: comparing five thousand words with five thousand is slow, and most lines are equal.
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    yield "=", _sample(new[:head])
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "=", _sample(after[c:d])
        else:
            yield from _word_pieces(_words(before[a:b]), _words(after[c:d]))
    yield "=", _sample(new[len(new) - tail :])


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many lines are equal from the start on."""
    return next(
        (k for k, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )


def _words(lines: Sequence[str]) -> list[str]:
    return [word for line in lines for word in line.split()]


def _sample(lines: Sequence[str]) -> list[str]:
    """The words of unchanged lines, without the middle that is elided anyway."""
    if len(lines) <= 2 * CONTEXT + 2:
        return _words(lines)
    return [*_words(lines[: CONTEXT + 1]), ELISION, *_words(lines[-CONTEXT - 1 :])]


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
