"""Tables of a PDF page by their drawn rules: a grid, its cells (merged ones too), the words in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from danbiet.draft import words
from danbiet.draft.healing import joined
from danbiet.draft.pdf_page import Box, PageContent, Row, Word
from danbiet.draft.record import Table
from danbiet.text import collapse

PLACE = "\ue000"  # stands in the rows of a page where a table was taken out
_NEAR = 3.0  # points by which rules that meet may miss each other
_THIN = 2.5


@dataclass(frozen=True, slots=True)
class _Rule:
    """A drawn rule: at one place of one axis, from one place to another of the other."""

    at: float
    start: float
    end: float


def take_tables(page: PageContent, first: int) -> tuple[PageContent, list[Table]]:
    """The page with each table's rows replaced by one that names its place, and the tables.

    ``first`` is the number of the first table, counted over the document.
    """
    tables: list[Table] = []
    rows = list(page.rows)
    for box, grid in _grids(page.boxes):
        inside = [_within(row, box) for row in rows]
        found = [row for row in inside if row is not None]
        if not found or any(words.is_nation(row.text) for row in found):
            continue
        table = _table(found, *grid)
        if table is None:
            continue
        kept = [row for row in (_outside(row, box) for row in rows) if row is not None]
        mark = Word(f"{PLACE}{first + len(tables)}", box.x0, box.x1, found[0].size, False, False)
        rows = sorted([*kept, Row(page.number, found[0].base, (mark,))], key=lambda row: -row.base)
        tables.append(table)
    return replace(page, rows=tuple(rows)), tables


def _within(row: Row, box: Box) -> Row | None:
    inside = tuple(word for word in row.words if _is_in(row, word, box))
    return replace(row, words=inside) if inside else None


def _outside(row: Row, box: Box) -> Row | None:
    outside = tuple(word for word in row.words if not _is_in(row, word, box))
    return replace(row, words=outside) if outside else None


def _is_in(row: Row, word: Word, box: Box) -> bool:
    middle = (word.x0 + word.x1) / 2
    return box.x0 - 1 <= middle <= box.x1 + 1 and box.y0 - 1 <= row.base + word.size * 0.25 <= box.y1 + 1


def _grids(boxes: Sequence[Box]) -> list[tuple[Box, tuple[list[_Rule], list[_Rule]]]]:
    """The groups of rules that cross: at least two columns and one row each, from the top."""
    upright, level = _rules(boxes)
    groups: list[tuple[list[_Rule], list[_Rule]]] = []
    for is_upright, rules in ((True, upright), (False, level)):
        for rule in rules:
            own = ([rule], []) if is_upright else ([], [rule])
            touching = [g for g in groups if _touches(rule, g[1] if is_upright else g[0])]
            for group in touching:
                groups.remove(group)
                own = (own[0] + group[0], own[1] + group[1])
            groups.append(own)
    found = []
    for group in groups:
        if len(_places(r.at for r in group[0])) >= 3 and len(_places(r.at for r in group[1])) >= 2:
            xs, ys = [r.at for r in group[0]], [r.at for r in group[1]]
            found.append((Box(min(xs), min(ys), max(xs), max(ys)), group))
    return sorted(found, key=lambda pair: -pair[0].y1)


def _rules(boxes: Sequence[Box]) -> tuple[list[_Rule], list[_Rule]]:
    """Thin boxes and the edges of stroked ones as upright and level rules."""
    upright: list[_Rule] = []
    level: list[_Rule] = []
    for box in boxes:
        width, height = box.x1 - box.x0, box.y1 - box.y0
        if width <= _THIN and height > _THIN:
            upright.append(_Rule((box.x0 + box.x1) / 2, box.y0, box.y1))
        elif height <= _THIN and width > _THIN:
            level.append(_Rule((box.y0 + box.y1) / 2, box.x0, box.x1))
        elif box.stroked and width > _THIN and height > _THIN:
            upright += [_Rule(box.x0, box.y0, box.y1), _Rule(box.x1, box.y0, box.y1)]
            level += [_Rule(box.y0, box.x0, box.x1), _Rule(box.y1, box.x0, box.x1)]
    return upright, level


def _touches(rule: _Rule, others: Iterable[_Rule]) -> bool:
    return any(
        other.start - _NEAR <= rule.at <= other.end + _NEAR
        and rule.start - _NEAR <= other.at <= rule.end + _NEAR
        for other in others
    )


def _places(values: Iterable[float]) -> list[float]:
    """Distinct places, those that nearly agree as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _table(rows: Sequence[Row], upright: list[_Rule], level: list[_Rule]) -> Table | None:
    """The words of each cell, a cell that covers several places of the grid repeated in each."""
    xs = _places(r.at for r in upright)
    ys = _places(r.at for r in level)[::-1]
    width, height = len(xs) - 1, len(ys) - 1
    owner = {(y, x): (y, x) for y in range(height) for x in range(width)}

    def root(cell: tuple[int, int]) -> tuple[int, int]:
        while owner[cell] != cell:
            cell = owner[cell]
        return cell

    for y in range(height):
        middle = (ys[y] + ys[y + 1]) / 2
        for x in range(width):
            centre = (xs[x] + xs[x + 1]) / 2
            if x and not _walled(xs[x], middle, upright):
                owner[root((y, x))] = root((y, x - 1))
            if y and not _walled(ys[y], centre, level):
                owner[root((y, x))] = root((y - 1, x))
    texts: dict[tuple[int, int], str] = {}
    for row in rows:
        parts: dict[tuple[int, int], list[Word]] = {}
        for word in row.words:
            y = sum(row.base + word.size * 0.25 < place for place in ys[1:-1])
            x = sum((word.x0 + word.x1) / 2 > place for place in xs[1:-1])
            parts.setdefault(root((y, x)), []).append(word)
        for cell, own in parts.items():
            line = replace(row, words=tuple(own)).text
            texts[cell] = added(texts.get(cell, ""), line)
    grid = tuple(tuple(texts.get(root((y, x)), "") for x in range(width)) for y in range(height))
    filled = tuple(row for row in grid if any(row))
    return Table(rows=filled) if filled else None


def _walled(at: float, middle: float, rules: Iterable[_Rule]) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.start <= middle <= rule.end for rule in rules)


def added(text: str, line: str) -> str:
    """A cell's text with its next line; a dash begins a paragraph of the cell."""
    if not text:
        return line
    return f"{text}\n{line}" if line.startswith(("- ", "+ ")) else joined(text, line)


def place_of(text: str) -> int | None:
    """The number of the table a paragraph stands for, or nothing."""
    return int(text[1:]) if text.startswith(PLACE) and text[1:].isdigit() else None


def merged(first: Table, second: Table) -> Table | None:
    """Two parts of one table on successive pages as one, a repeated head once; nothing if they are two."""
    if len(first.rows[0]) != len(second.rows[0]):
        return None
    same_head = [collapse(c) for c in first.rows[0]] == [collapse(c) for c in second.rows[0]]
    above, below = first.rows, second.rows[1:] if same_head else second.rows
    if below and _continues(above[-1], below[0]):
        whole = tuple(added(a, b) if b else a for a, b in zip(above[-1], below[0], strict=True))
        above, below = (*above[:-1], whole), below[1:]
    return Table(rows=above + below)


def _continues(last: tuple[str, ...], first: tuple[str, ...]) -> bool:
    """Whether a page's end cut a row in two: no number of its own, words that go on in small letters.

    Where the row above has no number either, everything in the lower part must go on so.
    """
    going_on = any(
        a and b[:1].islower() and not a.endswith((".", ";")) for a, b in zip(last, first, strict=True)
    )
    whole = bool(last[0]) or all(b[:1].islower() for b in first if b)
    return not first[0] and whole and going_on and all(a for a, b in zip(last, first, strict=True) if b)
