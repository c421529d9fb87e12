"""The end of a PDF's document → recipients and signatures, one column after the other, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from danbiet.draft import words
from danbiet.draft.closing import is_name
from danbiet.draft.pdf_head import LEFT, RIGHT, line_para
from danbiet.draft.pdf_page import Row
from danbiet.draft.record import Para

_MIDDLE = 0.42  # of the width: a signature stands to the right of it
_ARCHIVE = re.compile(r"^[-–\s]*lưu\b", re.IGNORECASE)


def closing_start(rows: Sequence[Row], width: float) -> int | None:
    """The first row of the closing: "Nơi nhận" or the signature that begins above it."""
    for index, row in enumerate(rows):
        if words.RECIPIENTS.match(_left_text(row, width)):
            start = index
            while start and rows[start - 1].page >= row.page - 1 and _is_signature(rows[start - 1], width):
                start -= 1
            return start
    return None


def closing_end(rows: Sequence[Row], start: int, width: float) -> int:
    """The row after the closing: an annex, words across both columns once all is listed, another page."""
    listed = False
    label = next(i for i in range(start, len(rows)) if words.RECIPIENTS.match(_left_text(rows[i], width)))
    for index in range(label, len(rows)):
        row = rows[index]
        if words.ANNEX.match(row.text):
            return index
        if row.page != rows[label].page and (listed or not _goes_on(rows[index - 1], row)):
            return index
        if (
            listed
            and row.x0 < _MIDDLE * width
            and row.x1 > 0.62 * width
            and _cut(row, width) == len(row.words)
        ):
            return index
        listed = listed or bool(_ARCHIVE.search(_left_text(row, width)))
    return len(rows)


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row on a further page is one more recipient, or the rest of one that the page's end cut."""
    return row.text.startswith("-") or (
        above.text.startswith("-") and not above.text.rstrip().endswith((";", "."))
    )


def _left_text(row: Row, width: float) -> str:
    return " ".join(word.text for word in row.words if word.x0 < _MIDDLE * width)


def _is_signature(row: Row, width: float) -> bool:
    """Whether a row is a line of a signature, or of two that stand side by side."""
    cut = _cut(row, width)
    if not cut:
        return row.x0 > _MIDDLE * width and words.is_upper(row.text)
    if cut == len(row.words):
        return False
    sides = (" ".join(word.text for word in side) for side in (row.words[:cut], row.words[cut:]))
    return all(words.is_upper(side) or is_name(side) for side in sides)


def closing_paras(rows: Sequence[Row], width: float, before: int) -> list[Para]:
    """The recipients on the left, then the signature on the right, line by line.

    ``before`` is how many cells were numbered before.
    """
    left: list[Para] = []
    right: list[Para] = []
    for row in rows:
        cut = _cut(row, width)
        if row.words[:cut]:
            left.append(line_para(replace(row, words=row.words[:cut]), before + LEFT))
        if row.words[cut:]:
            right.append(line_para(replace(row, words=row.words[cut:]), before + RIGHT))
    return left + right


def _cut(row: Row, width: float) -> int:
    """How many words of a row stand in the left column."""
    for at, word in enumerate(row.words):
        if word.x0 > _MIDDLE * width and (not at or word.x0 - row.words[at - 1].x1 > 0.8 * word.size):
            return at
    return len(row.words)
