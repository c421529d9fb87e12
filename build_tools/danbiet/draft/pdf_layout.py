"""Rows of words → paragraphs, by where they stand: wraps by the right margin."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from danbiet.draft import words
from danbiet.draft.body import kind_of
from danbiet.draft.healing import is_open, joined
from danbiet.draft.pdf_head import line_para
from danbiet.draft.pdf_page import Row, Word
from danbiet.draft.pdf_tables import PLACE
from danbiet.draft.record import Para

_ITEM = re.compile(r"^[-–+•*]\s*\S")
_END = re.compile(r"[.;:!?][\"”)]*\s*$")


@dataclass(frozen=True, slots=True)
class Frame:
    """The left and right margins of a page's text."""

    left: float
    right: float
    indent: float = -1.0  # where first lines begin, if many do at one place

    @property
    def middle(self) -> float:
        """Half way between the margins."""
        return (self.left + self.right) / 2


def frame_of(rows: Sequence[Row]) -> Frame:
    """Where rows begin at the left, first lines aside, and where full ones end.

    More rows may begin at the indent of first lines than at the margin, so the margin is the
    leftmost place where a fair share begins.
    """
    wide = [row for row in rows if len(row.words) > 5] or list(rows)
    starts = Counter(round(row.x0) for row in wide)
    fair = [place for place, count in starts.items() if count >= max(2, 0.08 * len(wide))]
    ends = sorted(row.x1 for row in wide)
    left = float(min(fair or starts))
    deeper = [(count, place) for place, count in starts.items() if place > left + 8 and place in fair]
    return Frame(left, ends[int(len(ends) * 0.9)], float(max(deeper)[1]) if deeper else -1.0)


def is_centered(row: Row, frame: Frame) -> bool:
    """Whether a row stands in the middle, away from both margins."""
    if marked_start(row.text) or abs(row.x0 - frame.indent) < 3:
        return False
    middle = (row.x0 + row.x1) / 2
    return abs(middle - frame.middle) < 8 and row.x0 > frame.left + 12 and row.x1 < frame.right - 12


def paragraphs(rows: Sequence[Row], frames: dict[int, Frame]) -> list[Para]:
    """The rows of the text as paragraphs, wraps healed."""
    leading = _leading(rows)
    found: list[Para] = []
    first = True  # whether the row before opened its paragraph
    for at, row in enumerate(rows):
        frame = frames[row.page]
        before = rows[at - 1] if at else None
        if before is not None and _goes_on(before, row, frames, leading, opened=first, text=found[-1].text):
            last = found[-1]
            found[-1] = replace(last, text=joined(last.text, row.text), bold=last.bold and row.bold)
            first = False
            continue
        gap = before is None or before.page != row.page or before.base - row.base > 1.5 * leading
        found.append(replace(line_para(row), center=is_centered(row, frame), gap=gap))
        first = True
    return found


def _leading(rows: Sequence[Row]) -> float:
    """The step between two lines of one paragraph: among the smaller steps, as others divide paragraphs."""
    steps = [a.base - b.base for a, b in itertools.pairwise(rows) if a.page == b.page]
    steps = [step for step in steps if 4 < step < 40]
    return sorted(steps)[len(steps) // 5] if steps else 16.0


def _goes_on(
    before: Row, row: Row, frames: dict[int, Frame], leading: float, *, opened: bool, text: str
) -> bool:
    """Whether a row continues the paragraph of the row before it."""
    frame = frames[before.page]
    here = frames[row.page]
    same_page = before.page == row.page
    if row.text.startswith(PLACE) or before.text.startswith(PLACE):
        return False
    if same_page and abs(before.size - row.size) > 1.2:
        return False
    plain = row.text[:1].islower() and not _END.search(text)
    if before.bold != row.bold and len(row.words) > 1 and not plain and not _mixed(before, row):
        return False
    if is_open(text, row.text) and not marked_start(row.text):
        return True
    if is_centered(before, frame) and is_centered(row, here):
        return row.text[:1].islower() and before.bold == row.bold and not words.type_of(text)
    marked = marked_start(row.text)
    indent = row.x0 - here.left
    if marked and (indent > 8 or _END.search(text) or not _full(before, row.words[0], frame)):
        return False
    if plain and not marked:
        return True
    if same_page and before.base - row.base > (1.1 if _END.search(text) else 1.25) * leading:
        return False
    if not _full(before, row.words[0], frame):
        return False
    hanging = opened and bool(kind_of(before.text) or _ITEM.match(before.text))
    if indent > 10 and not hanging:
        deeper = row.x0 - before.x0 > 8 if same_page else True
        return not deeper and not opened
    return True


def marked_start(text: str) -> bool:
    """Whether a line begins with a printed number or dash."""
    return bool(kind_of(text) or _ITEM.match(text))


def _mixed(before: Row, row: Row) -> bool:
    """Whether weight changes inside a sentence: one of the rows holds words of both kinds."""
    return any(
        len({word.bold for word in r.words if any(c.isalnum() for c in word.text)}) > 1 for r in (before, row)
    )


def _full(row: Row, following: Word, frame: Frame) -> bool:
    """Whether the next row's first word would not have fitted on this one."""
    room = frame.right - row.x1
    return room < (following.x1 - following.x0) + 0.25 * following.size + 2
