"""Each time an obligation falls due: one occurrence a printed day, or a day of each month."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from danbiet import words
from danbiet.model import Deadline, Obligation, ProgressEntry
from danbiet.progress import periods
from danbiet.text import collapse, fold

_DAY_OF_MONTH = re.compile(r"---(\d{2})")  # the form of ISO 8601 for "ngày 20 hàng tháng"
_QUARTER = r"(?: cua)?(?: hang| moi)? quy"
# Which months a printed day of the month comes back in, counted from January of the plan's year.
_SERIES: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...] = (
    (re.compile(r"\b(?:hang|moi) thang\b"), tuple(range(12))),
    (re.compile(rf"\bthang (?:cuoi cung|cuoi|thu ba){_QUARTER}\b(?! sau)"), (2, 5, 8, 11)),
    (re.compile(rf"\bthang (?:giua|thu hai){_QUARTER}\b(?! sau)"), (1, 4, 7, 10)),
    (re.compile(rf"\bthang (?:dau tien|dau){_QUARTER} sau\b"), (3, 6, 9, 12)),
    (re.compile(rf"\bthang (?:dau tien|dau){_QUARTER}\b(?! sau)"), (0, 3, 6, 9)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time an obligation falls due.

    ``due`` is the last day in time, or nothing where the plan names none or none can be computed;
    ``deadline`` is the words it comes from. ``recurring`` is true for one of a monthly or
    quarterly series; ``months`` then says in which months it comes back.
    """

    due: date | None
    deadline: Deadline | None = None
    recurring: bool = False
    months: str = ""

    @property
    def key(self) -> str:
        """What ``kỳ`` calls it: the ISO day, or ``""`` without one."""
        return self.due.isoformat() if self.due else ""

    @property
    def what(self) -> str:
        """What is due, in the plan's words, or ``""``."""
        return self.deadline.what if self.deadline else ""

    @property
    def basis(self) -> str:
        """How the day was computed, in Vietnamese, or ``""``."""
        return self.months or (self.deadline.basis if self.deadline else "")


def occurrences(
    obligation: Obligation, plan_year: int, not_before: date | None = None
) -> tuple[Occurrence, ...]:
    """Every time the obligation falls due in its plan's year, by day; never empty.

    A day of the month (``---20``) comes back each month of ``plan_year``, or in one month of each
    quarter, as its words say; on the last day of a month that has no such day, and not before
    ``not_before``, the earliest day the plan can have been issued. A deadline whose day cannot be
    computed, and a duty without any, give an occurrence without a day. Frequencies without a day
    are never given one.
    """
    found = [one for deadline in obligation.duty.deadlines for one in _of(deadline, plan_year, not_before)]
    unique = {(one.due, one.what): one for one in found}
    if not unique:
        return (Occurrence(due=None),)
    return tuple(sorted(unique.values(), key=lambda one: (one.due is None, one.due or date.max, one.what)))


def _of(deadline: Deadline, year: int, not_before: date | None) -> Iterator[Occurrence]:
    form = _DAY_OF_MONTH.fullmatch(deadline.when)
    printed = collapse(fold(deadline.raw))
    months = next((months for pattern, months in _SERIES if form and pattern.search(printed)), ())
    if not form or not months or year < 1:  # a text whose year nobody knows
        yield Occurrence(due=deadline.due, deadline=deadline)
        return
    day = int(form.group(1))
    dues = [_day_of(year, index, day) for index in months]
    kept = [due for due in dues if not_before is None or due >= not_before]
    told = _told(day, dues, not_before if len(kept) < len(dues) else None)
    for due in kept:
        yield Occurrence(due=due, deadline=deadline, recurring=True, months=told)


def _day_of(year: int, index: int, day: int) -> date:
    """The day of the month ``index`` months after January, or the last day of a month that has no such day."""
    of_year, month = year + index // 12, index % 12 + 1
    return date(of_year, month, min(day, monthrange(of_year, month)[1]))


def _told(day: int, dues: Sequence[date], since: date | None) -> str:
    """What is not in the plan's words: which months are meant, and what is done where a month is short.

    "mỗi tháng của năm 2026; tháng nào không có ngày 31 thì lấy ngày cuối tháng"
    """
    by_year: dict[int, list[str]] = {}
    for due in dues:
        by_year.setdefault(due.year, []).append(words.month(due.month))
    told = " và ".join(
        f"mỗi tháng của năm {year}" if len(months) == 12 else f"tháng {', '.join(months)} năm {year}"
        for year, months in by_year.items()
    )
    if any(due.day < day for due in dues):
        told += f"; tháng nào không có ngày {day} thì lấy ngày cuối tháng"
    return f"{told}; kể từ {words.day(since)}, khi có kế hoạch" if since else told


def answers(entry: ProgressEntry, occurrence: Occurrence, all_of_it: Sequence[Occurrence]) -> bool:
    """Whether an entry answers this occurrence of its obligation, and no other.

    Without ``kỳ`` it does only where the obligation falls due once; with a period only where
    exactly one due day lies in it. Nothing is guessed.
    """
    if entry.period is None:
        return len(all_of_it) == 1
    if not all_of_it[0].due and len(all_of_it) == 1:
        return True  # no day to answer: the period is the reporter's own
    first, last = periods.span(entry.period)
    meant = {one.due for one in all_of_it if one.due and first <= one.due <= last}
    return len(meant) == 1 and occurrence.due in meant
