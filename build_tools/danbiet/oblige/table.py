"""Tables of tasks: the header row names the columns, each further row is a duty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from danbiet.model import Block, Duty, Recurrence
from danbiet.oblige.columns import COUNTED, Columns, columns_of, role_of
from danbiet.oblige.due import titled_year
from danbiet.oblige.duties import DutyMaker
from danbiet.oblige.outline import Place
from danbiet.oblige.reporting import recurrences

_AS_ABOVE = re.compile(r"-?(?:nt|như trên|[\"”″])-?\.?", re.I)
_TITLE = re.compile(r"\(.*\)|[A-HIVX]{1,4}[.)/] .*")  # "B. CÔNG TÁC ĐẢNG", "(Nghỉ Tết Nguyên đán)"
_COUNT = re.compile(r"\d[\d.,]*(?: \S+)?")  # "120 người" is no task
_NUMBERING = re.compile(r"[\s(]*\d{1,2}[\s).]*")


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    block: Block
    start: int
    end: int


def read_table(rows: Sequence[Place], make: DutyMaker, units: Callable[[str], tuple[str, ...]]) -> list[Duty]:
    """The duties of a run of table rows; none where no header names a task and who does it."""
    columns: Columns | None = None
    duties: list[Duty] = []
    year: int | None = None
    above: list[_Cell] = []
    for row in rows:
        cells = _cells(row.block)
        header = _header(cells) or _header(_below(above, cells))
        if header:
            columns = header
        elif year_named := _titled_year(cells):
            year = year_named
        elif columns and columns.last < len(cells):
            printed, cells = cells, _grouped(above, cells, columns)
            if not _is_title(printed, columns.task):
                duties += _row(row, cells, columns, make.of_year(year), units)
        above = cells
    return duties


def _below(above: Sequence[_Cell], cells: Sequence[_Cell]) -> list[_Cell]:
    """Two rows of one header as one, where the upper's cells reach down: "Thực hiện" over "Đơn vị chủ trì"."""
    if len(above) != len(cells) or not any(cell.text == "" for cell in cells):
        return []
    named = all(not cell.text or role_of(cell.text) for cell in cells)
    return (
        [lower if lower.text else upper for upper, lower in zip(above, cells, strict=True)] if named else []
    )


def _header(cells: Sequence[_Cell]) -> Columns | None:
    return columns_of([cell.text for cell in cells])


def _grouped(above: Sequence[_Cell], cells: Sequence[_Cell], columns: Columns) -> list[_Cell]:
    """A row with what stands once for several: what is empty left of the task, or "nt", is as in the row above."""
    if len(above) != len(cells) or not cells[columns.task].text:
        return list(cells)
    shared = {k for k in (*columns.times, columns.lead) if k is not None}
    left = {k for k in shared if k < columns.task}
    return [
        above[k]
        if (k in left and not cell.text) or (k in shared and _AS_ABOVE.fullmatch(cell.text))
        else cell
        for k, cell in enumerate(cells)
    ]


def _is_title(cells: Sequence[_Cell], task: int) -> bool:
    """Whether a row holds nothing but a title in the task's column."""
    text = cells[task].text
    alone = all(k == task or not cell.text for k, cell in enumerate(cells))
    return alone and (text.isupper() or _TITLE.fullmatch(text) is not None)


def _titled_year(cells: Sequence[_Cell]) -> int | None:
    """The year that a title over all columns names for the rows below: "THÁNG 01/2023"."""
    said = {cell.text for cell in cells if cell.text and not _NUMBERING.fullmatch(cell.text)}
    return titled_year(said.pop()) if len(said) == 1 else None


def _cells(block: Block) -> list[_Cell]:
    cells = []
    at = 0
    for piece in block.text.split("|"):
        inner = piece.strip()
        start = at + len(piece) - len(piece.lstrip())
        cells.append(_Cell(inner, block, start, start + len(inner)))
        at += len(piece) + 1
    return cells


def _row(
    row: Place,
    cells: Sequence[_Cell],
    columns: Columns,
    make: DutyMaker,
    units: Callable[[str], tuple[str, ...]],
) -> Iterator[Duty]:
    task = cells[columns.task]
    if not task.text or _COUNT.fullmatch(task.text) or not _tells(cells, columns.task):
        return
    lead = cells[columns.lead].text if columns.lead is not None else ""
    found: tuple[str | None, ...] = (units(lead) if lead else ()) or (None,)
    for unit in found:
        duty = make.part(row, unit, (task.start, task.end), (task.start, task.end))
        for time in (cells[k] for k in columns.times):
            duty = _timed(duty, time, make)
        if columns.recipient is not None and duty.reports_to is None:
            duty = replace(duty, reports_to=cells[columns.recipient].text or None)
        yield replace(duty, section_kind="assignment")


def _tells(cells: Sequence[_Cell], task: int) -> bool:
    """Whether a row tells more than its task: not a title over all columns, not a row of numbers."""
    said = [cell.text for cell in cells if cell.text and not COUNTED.fullmatch(cell.text)]
    others = [cell for k, cell in enumerate(cells) if k != task and cell.text in said]
    numbers = all(_NUMBERING.fullmatch(cell.text) for cell in cells if cell.text)
    return len(set(said)) > 1 and bool(others) and not numbers


def _timed(duty: Duty, time: _Cell, make: DutyMaker) -> Duty:
    """A duty with the deadlines and the periods that a cell of time states."""
    deadlines = make.of_cell(time.block, time.text, time.start)
    repeats = (*duty.recurrence, *(_repeats(time.text) if time.text else ()))
    return replace(
        duty,
        deadlines=(*duty.deadlines, *deadlines),
        recurrence=tuple(r for r in Recurrence if r in repeats),
        measurable=duty.measurable or bool(deadlines or repeats),
    )


def _repeats(words: str) -> tuple[Recurrence, ...]:
    """How often, from a cell that holds a time and nothing else: "Hằng quý", "6 tháng, năm", "Năm 2025 và hằng năm"."""
    return recurrences(f"định kỳ {words.replace(' và ', ', ')}")
