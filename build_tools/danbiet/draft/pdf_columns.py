"""Tables of a PDF page that have no drawn rules: known by their "TT" head, read by the room between columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from danbiet.draft.pdf_page import PageContent, Row, Word
from danbiet.draft.pdf_tables import PLACE, added
from danbiet.draft.record import Table
from danbiet.text import fold

_GAP = 0.9  # of the size: room between two words that divides columns
_STEP = 1.9  # of the size: the most between two lines of one cell
_HEADS = ("tt", "stt", "so tt", "so thu tu")


@dataclass(slots=True)
class _Column:
    """Where a column's words stand, as far as they were seen."""

    x0: float
    x1: float

    def meets(self, part: Row) -> bool:
        """Whether words stand, in part at least, below or above those of the column."""
        return part.x0 < self.x1 and part.x1 > self.x0


def take_unruled(page: PageContent, first: int) -> tuple[PageContent, list[Table]]:
    """The page with the rows of each such table replaced by one that names its place, and the tables.

    Only a table of three columns or more whose first is headed "TT" is read so: whatever else has
    room between its words stays text. ``first`` is the number of the first table.
    """
    rows: list[Row] = []
    tables: list[Table] = []
    at = 0
    while at < len(page.rows):
        found = _read(page.rows, at)
        if found is None:
            rows.append(page.rows[at])
            at += 1
            continue
        above, end, table = found
        if above:
            del rows[-above:]
        row = page.rows[at]
        mark = Word(f"{PLACE}{first + len(tables)}", row.x0, row.x1, row.size, False, False)
        rows.append(Row(page.number, row.base, (mark,)))
        tables.append(table)
        at = end
    return replace(page, rows=tuple(rows)), tables


def parts_of(row: Row) -> Iterator[Row]:
    """A row cut where there is more room than between the words of a sentence."""
    start = 0
    for at in range(1, len(row.words)):
        if row.words[at].x0 - row.words[at - 1].x1 > _GAP * row.size:
            yield replace(row, words=row.words[start:at])
            start = at
    yield replace(row, words=row.words[start:])


def _read(rows: Sequence[Row], at: int) -> tuple[int, int, Table] | None:
    """A table whose "TT" stands in row ``at``: rows of its head above that one, the row after it, itself."""
    head = list(parts_of(rows[at]))
    if fold(head[0].text) not in _HEADS:
        return None
    columns: list[_Column] = []
    above = 0
    while above < min(2, at) and _belongs(rows[at - above - 1], rows[at - above], head[0]):
        above += 1
    cells: list[list[str]] = [[]]
    end = at - above
    while end < len(rows):
        parts = list(parts_of(rows[end]))
        if end > at and not _follows(rows[end - 1], rows[end], columns, parts):
            break
        places = _placed(columns, parts, cells, opening=end <= at)
        if places is None:
            break
        if end > at and places[0] == 0:
            cells.append([""] * len(columns))
        for place, part in zip(places, parts, strict=True):
            cells[-1][place] = added(cells[-1][place], part.text)
        end += 1
    if len(columns) < 3 or len(cells) < 3 or sum(1 for row in cells if sum(map(bool, row)) > 2) < 2:
        return None
    return above, end, Table(rows=tuple(tuple(row) for row in cells))


def _belongs(above: Row, row: Row, first: Row) -> bool:
    """Whether a row above "TT" is a line of the same head: columns of its own, to the right of "TT"."""
    parts = list(parts_of(above))
    near = above.base - row.base < _STEP * row.size
    return near and len(parts) > 1 and all(part.x0 > first.x1 for part in parts)


def _follows(before: Row, row: Row, columns: Sequence[_Column], parts: Sequence[Row]) -> bool:
    """Whether a row can belong to the table: close below it, or with a number in the first column."""
    numbered = columns[0].meets(parts[0]) and len(parts[0].text) < 6
    step = before.base - row.base
    return step < (4 * row.size if numbered else _STEP * row.size)


def _placed(
    columns: list[_Column], parts: Sequence[Row], cells: list[list[str]], *, opening: bool
) -> list[int] | None:
    """The column of each part, the columns widened by it; nothing if the row is none of the table's."""
    places = []
    for part in parts:
        met = [at for at, column in enumerate(columns) if column.meets(part)]
        if len(met) > 1 or (not met and not opening):
            return None
        if not met:
            new = sum(column.x0 < part.x0 for column in columns)
            columns.insert(new, _Column(part.x0, part.x1))
            for row in cells:
                row.insert(new, "")
            met = [new]
        places.append(met[0])
    for place, part in zip(places, parts, strict=True):
        columns[place].x0 = min(columns[place].x0, part.x0)
        columns[place].x1 = max(columns[place].x1, part.x1)
    return places
