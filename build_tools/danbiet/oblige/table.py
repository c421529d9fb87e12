"""Tables of tasks: the header row names the columns, each further row is a duty."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from danbiet.model import Duty, Recurrence
from danbiet.oblige.dates import folded
from danbiet.oblige.duties import DutyMaker
from danbiet.oblige.lexicon import patterns
from danbiet.oblige.outline import Place
from danbiet.oblige.reporting import recurrences

_PIPE = " | "
_NUMBERING = re.compile(r"[\s(]*\d{1,2}[\s).]*")


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    start: int
    end: int


def read_table(rows: Sequence[Place], make: DutyMaker, units: Callable[[str], tuple[str, ...]]) -> list[Duty]:
    """The duties of a run of table rows; none where no header names a task and who does it."""
    columns: dict[str, int] = {}
    duties: list[Duty] = []
    for row in rows:
        cells = _cells(row.block.text)
        header = _header(cells)
        if header:
            columns = header
        elif columns and max(columns.values()) < len(cells):
            duties += _row(row, cells, columns, make, units)
    return duties


def _cells(text: str) -> list[_Cell]:
    cells = []
    at = 0
    for piece in text.split("|"):
        inner = piece.strip()
        start = at + len(piece) - len(piece.lstrip())
        cells.append(_Cell(inner, start, start + len(inner)))
        at += len(piece) + 1
    return cells


@cache
def _columns() -> dict[str, re.Pattern[str]]:
    return {
        role: re.compile(rf"(?:{pattern})\Z") for role, pattern in patterns("tasks.yml")["columns"].items()
    }


def _header(cells: Sequence[_Cell]) -> dict[str, int]:
    """Which column holds what, if this row is a header: it names at least the task and who leads."""
    found: dict[str, int] = {}
    for index, cell in enumerate(cells):
        plain = " ".join(folded(cell.text).split()).strip(" .:*")
        for role, pattern in _columns().items():
            if role not in found and pattern.match(plain):
                found[role] = index
                break
    return found if {"task", "lead"} <= found.keys() else {}


def _row(
    row: Place,
    cells: Sequence[_Cell],
    columns: dict[str, int],
    make: DutyMaker,
    units: Callable[[str], tuple[str, ...]],
) -> list[Duty]:
    task, lead = cells[columns["task"]], cells[columns["lead"]]
    others = [cell for index, cell in enumerate(cells) if index > columns["task"] and cell.text]
    titled = bool(task.text) and lead.text == task.text  # one cell over all columns
    if (
        not task.text
        or titled
        or not others
        or all(_NUMBERING.fullmatch(cell.text) for cell in cells if cell.text)
    ):
        return []
    time = cells[columns["time"]] if "time" in columns else None
    found: tuple[str | None, ...] = units(lead.text) or (None,)
    duties = []
    for unit in found:
        duty = make.part(row, unit, (task.start, task.end), (task.start, task.end))
        if time is not None and time.text:
            deadlines = make.deadlines(row.block, time.text, time.start, label=True)
            repeats = (*duty.recurrence, *_repeats(time.text))
            duty = replace(
                duty,
                section_kind="assignment",
                deadlines=(*duty.deadlines, *deadlines),
                recurrence=tuple(r for r in Recurrence if r in repeats),
                measurable=bool(duty.deadlines or deadlines or repeats),
            )
        duties.append(replace(duty, section_kind="assignment"))
    return duties


def _repeats(words: str) -> tuple[Recurrence, ...]:
    """How often, from a cell that holds a time and nothing else: "Hằng quý", "6 tháng, năm"."""
    return recurrences(f"định kỳ {words}")
