"""Tables of tasks: the header row names the columns, each further row is a duty."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from functools import cache

from danbiet.model import Block, Duty, Recurrence
from danbiet.oblige.dates import folded
from danbiet.oblige.due import titled_year
from danbiet.oblige.duties import DutyMaker
from danbiet.oblige.lexicon import patterns
from danbiet.oblige.outline import Place
from danbiet.oblige.reporting import recurrences

_PIPE = " | "
_COUNTED = re.compile(
    r"[\s(]*(?:\d[\d\s).]*|[IVXA-H]+(?:[.)]\d+)*[\s).]*)$"
)  # a row of its own number is no header
_LONGEST_HEADER = 90  # code points of a column's name
_NUMBERING = re.compile(r"[\s(]*\d{1,2}[\s).]*")


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    block: Block
    start: int
    end: int


def read_table(rows: Sequence[Place], make: DutyMaker, units: Callable[[str], tuple[str, ...]]) -> list[Duty]:
    """The duties of a run of table rows; none where no header names a task and who does it."""
    columns: dict[str, int] = {}
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
        elif columns and max(columns.values()) < len(cells):
            cells = _grouped(above, cells, columns)
            duties += _row(row, cells, columns, make.of_year(year), units)
        above = cells
    return duties


def _below(above: Sequence[_Cell], cells: Sequence[_Cell]) -> list[_Cell]:
    """Two rows of one header as one, where the upper's cells reach down: "Thực hiện" over "Đơn vị chủ trì"."""
    if len(above) != len(cells) or not any(cell.text == "" for cell in cells):
        return []
    named = all(not cell.text or _role_of(cell) for cell in cells)
    return (
        [lower if lower.text else upper for upper, lower in zip(above, cells, strict=True)] if named else []
    )


def _grouped(above: Sequence[_Cell], cells: Sequence[_Cell], columns: dict[str, int]) -> list[_Cell]:
    """A row with what stands once for several: an empty time or leader left of the task is the one above's."""
    if len(above) != len(cells) or not cells[columns["task"]].text:
        return list(cells)
    first = {
        columns[role] for role in ("time", "lead") if columns.get(role, columns["task"]) < columns["task"]
    }
    return [above[k] if k in first and not cell.text else cell for k, cell in enumerate(cells)]


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


@cache
def _columns() -> dict[str, re.Pattern[str]]:
    return {
        role: re.compile(rf"(?:{pattern})\Z") for role, pattern in patterns("tasks.yml")["columns"].items()
    }


def _role_of(cell: _Cell, taken: Container[str] = ()) -> str:
    """What a header's cell says its column holds, of what is not ``taken``; "" where it says nothing known."""
    if len(cell.text) > _LONGEST_HEADER or ": " in cell.text:
        return ""
    plain = " ".join(folded(cell.text).split()).strip(" .:*")
    return next(
        (role for role, pattern in _columns().items() if role not in taken and pattern.match(plain)), ""
    )


def _header(cells: Sequence[_Cell]) -> dict[str, int]:
    """Which column holds what, if this row is a header: it names the task, and who leads or when."""
    found: dict[str, int] = {}
    if any(_COUNTED.match(cell.text) or len(cell.text) > _LONGEST_HEADER for cell in cells):
        return {}
    for index, cell in enumerate(cells):
        role = _role_of(cell, found)
        if role:
            found[role] = index
    return found if "task" in found and len(found) > 1 and found.keys() & {"lead", "time"} else {}


def _row(
    row: Place,
    cells: Sequence[_Cell],
    columns: dict[str, int],
    make: DutyMaker,
    units: Callable[[str], tuple[str, ...]],
) -> list[Duty]:
    task = cells[columns["task"]]
    lead = cells[columns["lead"]] if "lead" in columns else None
    others = [
        cell
        for index, cell in enumerate(cells)
        if index != columns["task"] and cell.text and not _COUNTED.fullmatch(cell.text)
    ]
    said = {cell.text for cell in cells if cell.text and not _COUNTED.fullmatch(cell.text)}
    titled = len(said) == 1  # one cell over all columns
    if (
        not task.text
        or titled
        or not others
        or all(_NUMBERING.fullmatch(cell.text) for cell in cells if cell.text)
    ):
        return []
    time = cells[columns["time"]] if "time" in columns else None
    found: tuple[str | None, ...] = (units(lead.text) if lead else ()) or (None,)
    duties = []
    for unit in found:
        duty = make.part(row, unit, (task.start, task.end), (task.start, task.end))
        if time is not None and time.text:
            deadlines = make.deadlines(time.block, time.text, time.start, label=True)
            repeats = (*duty.recurrence, *_repeats(time.text))
            duty = replace(
                duty,
                section_kind="assignment",
                deadlines=(*duty.deadlines, *deadlines),
                recurrence=tuple(r for r in Recurrence if r in repeats),
                measurable=duty.measurable or bool(deadlines or repeats),
            )
        if "recipient" in columns and duty.reports_to is None:
            duty = replace(duty, reports_to=cells[columns["recipient"]].text or None)
        duties.append(replace(duty, section_kind="assignment"))
    return duties


def _repeats(words: str) -> tuple[Recurrence, ...]:
    """How often, from a cell that holds a time and nothing else: "Hằng quý", "6 tháng, năm"."""
    return recurrences(f"định kỳ {words}")
