"""Which column of a table of tasks holds what, by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from danbiet.oblige.dates import folded
from danbiet.oblige.lexicon import patterns

# A row of its own number is no header.
COUNTED = re.compile(r"[\s(]*(?:\d[\d\s).]*|[IVXA-H]+(?:[.)]\d+)*[\s).]*)$")
_LONGEST = 90  # code points of a column's name
_BEGINNING = re.compile(r"\b(?:bat dau|khoi cong|khoi dong)\b")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table tells the task, who leads, by when (in one column or several), to whom it is sent."""

    task: int
    lead: int | None
    times: tuple[int, ...]
    recipient: int | None

    @property
    def last(self) -> int:
        """The last column of use."""
        return max(self.task, self.lead or 0, *self.times, self.recipient or 0)


def columns_of(header: Sequence[str]) -> Columns | None:
    """The columns that a row of cells names; None where it does not name the task, and who leads or when."""
    if any(COUNTED.match(cell) or len(cell) > _LONGEST for cell in header):
        return None
    found: dict[str, int] = {}
    times: list[int] = []
    for index, cell in enumerate(header):
        role = role_of(cell, found)
        if role == "time":
            times.append(index)
        elif role:
            found[role] = index
    if len(times) > 1:  # "Ngày bắt đầu", "Ngày hoàn thành"
        times = [k for k in times if not _BEGINNING.search(folded(header[k]))] or times
    if "task" not in found or not (times or "lead" in found):
        return None
    return Columns(found["task"], found.get("lead"), tuple(times), found.get("recipient"))


def role_of(cell: str, taken: Sequence[str] | dict[str, int] = ()) -> str:
    """What a header's cell says its column holds, of what is not ``taken``; "" where it says nothing known."""
    if len(cell) > _LONGEST or ": " in cell:
        return ""
    plain = " ".join(folded(cell).split()).strip(" .:*")
    return next((role for role, known in _roles().items() if role not in taken and known.match(plain)), "")


@cache
def _roles() -> dict[str, re.Pattern[str]]:
    return {
        role: re.compile(rf"(?:{pattern})\Z") for role, pattern in patterns("tasks.yml")["columns"].items()
    }
