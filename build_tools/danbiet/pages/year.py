"""A year one can see: twelve months, in each a mark for every day on which something is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from danbiet import addresses
from danbiet.model import Obligation
from danbiet.pages.index import Index
from danbiet.pages.standing import rank
from danbiet.progress import LOOKS, State, StateKind

Found = tuple[Obligation, int, date | None]  # an obligation, which of its occurrences, and its day


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """A day of a month on which something is due: how much, the first of it in the list, and the state
    that matters most of what is due then.
    """

    day: date
    count: int
    href: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What a mark's shape and colour mean; ``shown`` where a date has that state on the day of building."""

    slug: str
    shape: str
    label: str
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month of a year with its marks; ``href`` leads to its page where the marks would be too many."""

    number: int
    count: int
    href: str
    marks: tuple[DayMark, ...]
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """Twelve months, and how many dates they hold."""

    number: int
    count: int
    months: tuple[Month, ...]


def year_view(year: int, dated: list[tuple[Found, date]], index: Index, *, split: bool) -> Year:
    """The twelve months of a year; with ``split`` months are pages of their own and bear no marks."""
    months, today = [], index.site.today
    for number in range(1, 13):
        days: dict[date, list[Found]] = {}
        for one, day in dated:
            if (day.year, day.month) == (year, number):
                days.setdefault(day, []).append(one)
        page = addresses.deadlines_of_month(year, number)
        months.append(
            Month(
                number=number,
                count=sum(map(len, days.values())),
                href=addresses.relative(page, addresses.DEADLINES) if split and days else "",
                marks=() if split else tuple(_mark(day, group, index) for day, group in days.items()),
                current=(today.year, today.month) == (year, number),
            )
        )
    return Year(number=year, count=sum(month.count for month in months), months=tuple(months))


def _mark(day: date, group: list[Found], index: Index) -> DayMark:
    obligation, k, _ = group[0]
    href = f"#{addresses.obligation_anchor(obligation.id)}-{k}"
    state = min((_state(one, index) for one in group), key=rank)
    return DayMark(day=day, count=len(group), href=href, state=state)


def legend(years: Iterable[Year]) -> tuple[Sign, ...]:
    """A sign for each state that a date can have; shown where a mark of these years has it."""
    occur = {mark.state.kind for year in years for month in year.months for mark in month.marks}
    return tuple(
        Sign(slug=kind.value, shape=LOOKS[kind][0], label=LOOKS[kind][1], shown=kind in occur)
        for kind in StateKind
        if LOOKS[kind][0] != "–"
    )


def _state(one: Found, index: Index) -> State:
    obligation, k, _ = one
    return index.states[obligation.id][k - 1].state
