"""The letterhead of a PDF's first page → its two columns, one after the other, line by line."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace

from danbiet.draft import words
from danbiet.draft.pdf_page import Row
from danbiet.draft.record import Para
from danbiet.text import collapse, fold

LEFT, RIGHT = 1, 2


def head_rows(rows: Sequence[Row]) -> int:
    """How many rows of the first page stand in the two columns above the title."""
    last = 0
    nation = next((i for i, row in enumerate(rows[:12]) if holds_nation(row)), None)
    for index, row in enumerate(rows[:40]):
        titled = words.type_of(row.text) and not any(_is_dated(later) for later in rows[index : index + 8])
        if titled or words.ADDRESSEE.match(row.text):
            return index
        if words.is_motto(row.text) or _is_dated(row):
            last = index + 1
        elif holds_nation(row):
            last = index + (1 if words.is_nation(row.text) else 2)
    return last if nation is not None else 0


def holds_nation(row: Row) -> bool:
    """Whether a row holds Quốc hiệu, or its first words where a narrow column broke it."""
    if words.is_nation(row.text):
        return True
    found = words.NATION_START.search(fold(row.text))
    return found is not None and words.is_upper(row.text)


def _is_dated(row: Row) -> bool:
    """Whether a row ends with the date line of a letterhead: a place, a comma, a date."""
    found = words.date_of(row.text) if "ngày" in row.text.lower() else None
    return found is not None and bool(found[1]) and found[2].end() >= len(row.text.rstrip(" ."))


def head_paras(rows: Sequence[Row], before: int = 0) -> list[Para]:
    """The letterhead's two columns, one after the other; what wraps inside a column in one piece.

    ``before`` is how many cells were numbered before it.
    """
    edge = _column_edge(rows)
    left: list[Para] = []
    right: list[Para] = []
    for row in rows:
        for cell, part in _split(row, edge):
            (left if cell == LEFT else right).append(line_para(part, before + cell))
    return left + _mended(right)


def _mended(lines: Sequence[Para]) -> list[Para]:
    """The right column's lines with Quốc hiệu and tiêu ngữ in one piece where a narrow column broke them."""
    mended: list[Para] = []
    at = 0
    while at < len(lines):
        text, taken = lines[at].text, 1
        for count in range(2, 4 if _begins_partly(text) else 2):
            whole = collapse(" ".join(line.text for line in lines[at : at + count]))
            if _is_whole(whole) and not _is_whole(text):
                text, taken = whole, count
        mended.append(replace(lines[at], text=text))
        at += taken
    return mended


def _is_whole(text: str) -> bool:
    return words.is_nation(text) or words.is_motto(text)


def _begins_partly(text: str) -> bool:
    """Whether a line can be the first of a broken Quốc hiệu or tiêu ngữ."""
    return bool(words.NATION_START.match(fold(text)))


def _column_edge(rows: Sequence[Row]) -> float:
    """Where the right column of a letterhead begins: at Quốc hiệu."""
    for row in rows:
        for at in range(len(row.words)):
            text = " ".join(word.text for word in row.words[at:])
            if words.is_nation(text) and not words.is_nation(" ".join(w.text for w in row.words[at + 1 :])):
                return row.words[at].x0
    for row in rows:  # a narrow column breaks Quốc hiệu over two lines
        for at in range(len(row.words)):
            text = " ".join(word.text for word in row.words[at:])
            if _begins_partly(text) and words.is_upper(text):
                return row.words[at].x0
    return statistics.mean(row.x0 for row in rows) if rows else 0.0


def _begins_nation(text: str) -> bool:
    """Whether words begin with Quốc hiệu or tiêu ngữ."""
    folded = fold(text)
    if (words.NATION.match(folded) and words.is_nation(text)) or words.MOTTO.match(folded):
        return True
    return bool(words.NATION_START.match(folded)) and (words.is_upper(text) or folded.startswith("doc"))


def _split(row: Row, edge: float) -> list[tuple[int, Row]]:
    """A row of a letterhead cut at the gap nearest to the right column's edge."""
    best: tuple[float, int] | None = None
    for at in range(1, len(row.words)):
        right = " ".join(word.text for word in row.words[at:])
        if _begins_nation(right):
            best = 0.0, at
            break
        gap = row.words[at].x0 - row.words[at - 1].x1
        near = row.words[at - 1].x1 <= edge + 15 and row.words[at].x0 >= edge - 60
        if gap > 0.8 * row.size and near and (best is None or gap > best[0]):
            best = gap, at
    if best is None:
        return [(LEFT if (row.x0 + row.x1) / 2 < edge else RIGHT, row)]
    parts = row.words[: best[1]], row.words[best[1] :]
    return [(LEFT, replace(row, words=parts[0])), (RIGHT, replace(row, words=parts[1]))]


def line_para(row: Row, cell: int = 0) -> Para:
    """A printed line as a paragraph of its own."""
    return Para(text=row.text, bold=row.bold, italic=row.italic, cell=cell)
