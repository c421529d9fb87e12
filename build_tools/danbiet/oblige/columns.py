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
# From when, not by when.
_BEGINNING = re.compile(r"\b(?:bat dau|khoi dong)\b(?!.*\b(?:ket thuc|hoan thanh)\b)")
_BUILDING = re.compile(r"\b(?:khoi cong|kc)\b")  # when a building site was open, in a list of investments
_PERSONS = re.compile(r"ho (?:va |, ?)?ten\b")  # a list of members
_DUE = re.compile(r"(?:thoi han|han|tien do|hoan thanh|thoi gian hoan thanh)\b")
_DAYS = re.compile(r"(?:ngay|thang)(?:[ ,/]+(?:ngay|thang|nam))*")
_PRICES = re.compile(r"(?:don gia|thanh tien|dinh muc)\b")  # beside these "Đơn vị" is one of measure
_UNIT = "don vi"


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
    plain = [_plain(cell) for cell in header]
    persons = next((k for k, cell in enumerate(plain) if _PERSONS.match(cell)), None)
    if persons is not None and not any(_DUE.match(cell) for cell in plain):
        return None
    counts = any(_PRICES.match(cell) for cell in plain)
    found: dict[str, int] = {}
    times: list[int] = []
    for index, cell in enumerate(header):
        role = "" if counts and plain[index] == _UNIT else role_of(cell, found)
        if role == "time":
            times.append(index)
        elif role:
            found[role] = index
    times = [k for k in times if not (_BEGINNING.search(plain[k]) or _BUILDING.search(plain[k]))]
    if persons is not None:
        found.setdefault("lead", persons)
    if not times and "lead" in found:  # beside who leads, a column of days is of the work
        times = [k for k, cell in enumerate(plain) if _DAYS.fullmatch(cell)]
    if "task" not in found or not (times or "lead" in found):
        return None
    return Columns(found["task"], found.get("lead"), tuple(times), found.get("recipient"))


def role_of(cell: str, taken: Sequence[str] | dict[str, int] = ()) -> str:
    """What a header's cell says its column holds, of what is not ``taken``; "" where it says nothing known."""
    if len(cell) > _LONGEST or ": " in cell:
        return ""
    plain = _plain(cell)
    return next((role for role, known in _roles().items() if role not in taken and known.match(plain)), "")


def _plain(cell: str) -> str:
    return " ".join(folded(cell).split()).strip(" .:*")


@cache
def _roles() -> dict[str, re.Pattern[str]]:
    return {
        role: re.compile(rf"(?:{pattern})\Z") for role, pattern in patterns("tasks.yml")["columns"].items()
    }
