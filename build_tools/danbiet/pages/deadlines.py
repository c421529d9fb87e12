"""/thoi-han/: years one can see, twelve months each with a mark for each date; then the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from danbiet import addresses
from danbiet.output import Page, Settings
from danbiet.pages.index import Index
from danbiet.pages.tasks import task_view
from danbiet.pages.views import DueView, TaskView
from danbiet.templates import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One date of one task; ``anchor`` is its place in the list."""

    due: DueView
    task: TaskView
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """A day of a month on which something is due: how much, and the first of it in the list."""

    day: date
    count: int
    href: str
    past: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month of a year with its marks."""

    number: int
    marks: tuple[DayMark, ...]
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """Twelve months, and how many dates they hold."""

    number: int
    count: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesContext:
    """What ``pages/deadlines.html`` is given: what is ahead, next first; what has passed, latest first."""

    today: date
    years: tuple[Year, ...]
    ahead: tuple[Occurrence, ...]
    past: tuple[Occurrence, ...]
    unknown: tuple[Occurrence, ...]
    without: int
    calendar_href: str
    checking_href: str


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The page of deadlines."""
    filled = context(index, settings)
    yield Page(
        address=addresses.DEADLINES,
        title="Thời hạn",
        body=fill("pages/deadlines.html", filled),
        kind="deadlines",
        description="Các thời hạn mà kế hoạch đặt ra, theo tháng, thời hạn sắp tới trước.",
        scripts=("state",),
    )


def context(index: Index, settings: Settings) -> DeadlinesContext:
    """The context of the page of deadlines."""
    here, today = addresses.DEADLINES, index.site.today
    tasks = [task_view(o, index, settings, here) for group in index.site.obligations.values() for o in group]
    found = [
        Occurrence(due=due, task=task, anchor=f"{addresses.obligation_anchor(task.id)}-{k}")
        for task in tasks
        for k, due in enumerate(task.dues, 1)
        if due.day or due.raw
    ]
    dated = sorted((o for o in found if o.due.day), key=lambda o: o.due.day or today)
    # The year that matters now comes first: that of the next date, else of the latest.
    ahead = [o.due.day.year for o in dated if o.due.day and o.due.day >= today]
    found_years = {o.due.day.year for o in dated if o.due.day} or {today.year}
    focus = ahead[0] if ahead else max(found_years)
    years = sorted(found_years, key=lambda year: (year != focus, -year))
    return DeadlinesContext(
        today=today,
        years=tuple(_year(year, dated, today) for year in years),
        ahead=tuple(o for o in dated if o.due.day and o.due.day >= today),
        past=tuple(o for o in reversed(dated) if o.due.day and o.due.day < today),
        unknown=tuple(o for o in found if not o.due.day),
        without=sum(not any(d.day or d.raw for d in task.dues) for task in tasks),
        calendar_href=addresses.relative(f"{addresses.DATA}thoi-han.ics", here) if settings.site_url else "",
        checking_href=addresses.relative(addresses.CHECKING, here),
    )


def _year(year: int, dated: list[Occurrence], today: date) -> Year:
    months = []
    count = 0
    for number in range(1, 13):
        days: dict[date, list[Occurrence]] = {}
        for occurrence in dated:
            day = occurrence.due.day
            if day and (day.year, day.month) == (year, number):
                days.setdefault(day, []).append(occurrence)
        marks = tuple(
            DayMark(day=day, count=len(group), href=f"#{group[0].anchor}", past=day < today)
            for day, group in days.items()
        )
        count += sum(mark.count for mark in marks)
        months.append(Month(number=number, marks=marks, current=(today.year, today.month) == (year, number)))
    return Year(number=year, count=count, months=tuple(months))
