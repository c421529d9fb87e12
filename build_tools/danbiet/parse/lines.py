"""Lines of a text and the layout they share: how wide they are, and what blank lines mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_END_OF_SENTENCE = re.compile(r"[.;:!?…][\s”\"’'»)\]*_/]*$|\./\.?[\s*_]*$|/\.[\s*_]*$")

_WIDEST = 160  # code points of a line that a margin has broken


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something: its span without outer white space, and what stands before it.

    ``blank`` tells that a blank line comes before it; ``indent`` counts the white space it begins with.
    """

    start: int
    end: int
    text: str
    blank: bool
    indent: int

    @property
    def ends_sentence(self) -> bool:
        """Whether the line closes a sentence, or a part of one that a paragraph may end with."""
        return bool(_END_OF_SENTENCE.search(self.text[-8:]))

    @property
    def ends_hard(self) -> bool:
        """Whether it closes with more than a semicolon, which in prose joins parts of one sentence."""
        return self.ends_sentence and not self.text.rstrip("”\"’')*_ ").endswith(";")

    @property
    def continues(self) -> bool:
        """Whether the line begins as nothing but the middle of a sentence begins: in a small letter."""
        head = self.text.lstrip("*_“\"(‘' ")[:1]
        return head.lower() == head and head.isalpha()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is laid out.

    ``wrapped``: lines are broken at a margin, as a PDF's text layer is. ``width`` is that margin in
    code points. ``blanks_mean``: a blank line is a sign of a new paragraph (it is none where nearly
    every line is followed by one); ``blanks_sure``: no sentence runs over a blank line.
    """

    wrapped: bool
    width: int
    blanks_mean: bool
    blanks_sure: bool


def read_lines(text: str, start: int = 0) -> Iterator[Line]:
    """The lines of ``text`` from ``start`` on that hold something; offsets are of ``text``."""
    at = start
    blank = False
    for raw in text[start:].splitlines(keepends=True):
        stripped = raw.strip(" \t\r\n\f\v\u00a0\u200b\ufeff\u0085\u2028\u2029\x1c\x1d\x1e")
        if stripped:
            lead = raw.index(stripped[0])
            yield Line(at + lead, at + lead + len(stripped), stripped, blank, lead)
            blank = False
        else:
            blank = True
        at += len(raw)


def read_layout(lines: Sequence[Line]) -> Layout:
    """The layout of a text, decided by where sentences run over the ends of lines."""
    soft = [(one, two) for one, two in pairwise(lines) if _runs_on(one, two)]
    lengths = sorted(len(one.text) for one, _ in soft)
    width = lengths[len(soft) * 3 // 4] if soft else 0
    longest = max((len(line.text) for line in lines), default=0)
    often = len(soft) >= 3 and len(soft) * 4 >= len(lines) and width <= _WIDEST
    # A short text has few sentences that run over, but no line beyond the margin either.
    within = sum(length >= 40 for length in lengths) >= 2 and width * 10 >= longest * 7 and longest <= _WIDEST
    blanks = sum(line.blank for line in lines[1:])
    return Layout(
        wrapped=often or within,
        width=width,
        blanks_mean=blanks * 10 < 7 * max(1, len(lines) - 1),
        blanks_sure=not any(two.blank for _, two in soft),
    )


def _runs_on(one: Line, two: Line) -> bool:
    return two.continues and not one.ends_sentence
