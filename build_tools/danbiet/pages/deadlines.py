"""/thoi-han/: years one can see, twelve months each with a mark for each date; then the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from danbiet import addresses
from danbiet.output import Page, Settings
from danbiet.pages.index import Index
from danbiet.pages.parts import ROWS, parts
from danbiet.pages.tasks import task_view
from danbiet.pages.understood import told
from danbiet.pages.views import DueView, Link, TaskView
from danbiet.pages.year import Found, Sign, Year, legend, year_view
from danbiet.progress import State, StateKind
from danbiet.templates import fill
from danbiet.text import fold

_WITHOUT = {
    StateKind.NO_DEADLINE: "việc kế hoạch không nêu thời hạn",
    StateKind.NO_DAY: "việc định kỳ mà kế hoạch không nêu ngày",
}
_NEXT = 60  # deadlines ahead that the page shows where months are pages of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One date of one task; ``anchor`` is its place in the list.

    ``body`` is empty where the unit is the body itself; ``told`` says how the plan puts the date.
    """

    due: DueView
    task: TaskView
    anchor: str
    body: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """Tasks that the list has no place for: what is said of them, how many, and where the working table holds them.

    ``silent`` counts those of which nothing was ever reported, ``states`` are those of the others.
    """

    slug: str
    said: str
    count: int
    silent: int
    states: tuple[State, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesContext:
    """What ``pages/deadlines.html`` is given: what is ahead, next first; what has passed, latest first.

    Where all would be too long, ``split`` is set, ``ahead`` holds the next ones and months are pages.
    """

    today: date
    split: bool
    ahead_count: int
    past_count: int
    years: tuple[Year, ...]
    legend: tuple[Sign, ...]
    ahead: tuple[Occurrence, ...]
    past: tuple[Occurrence, ...]
    unknown: tuple[Occurrence, ...]
    unknown_href: str
    undated: tuple[Undated, ...]
    undated_done: int
    calendar_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineListContext:
    """What ``pages/deadline_list.html`` is given: a month's deadlines, or those without a day."""

    today: date
    title: str
    items: tuple[Occurrence, ...]
    links: tuple[Link, ...]
    number: int


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The page of deadlines, and a page for each month where it would be too long."""
    found = _found(index)
    split = len(found) > ROWS
    yield Page(
        address=addresses.DEADLINES,
        title="Thời hạn",
        body=fill("pages/deadlines.html", context(index, settings, found, split=split)),
        kind="deadlines",
        description="Các thời hạn mà kế hoạch đặt ra, theo tháng, thời hạn sắp tới trước.",
        scripts=("state", "year"),
    )
    if not split:
        return
    groups: dict[tuple[str, str], list[Found]] = {}
    for one in found:
        day = one[2]
        address = (
            addresses.deadlines_of_month(day.year, day.month) if day else addresses.DEADLINES_WITHOUT_DAY
        )
        title = f"Thời hạn tháng {day.month}/{day.year}" if day else "Có nêu thời hạn, chưa tính được ngày"
        groups.setdefault((address, title), []).append(one)
    for (address, title), group in groups.items():
        for part in parts(group, address, ROWS):
            yield Page(
                address=part.address,
                title=f"{title}{f', phần {part.number}' if part.number > 1 else ''}",
                body=fill(
                    "pages/deadline_list.html",
                    DeadlineListContext(
                        today=index.site.today,
                        title=title,
                        items=_occurrences(part.items, index, settings, part.address),
                        links=part.links,
                        number=part.number,
                    ),
                ),
                kind="deadlines",
                description=f"{title}: {len(group)} lần đến hạn.",
                crumbs=(("Thời hạn", addresses.DEADLINES),),
                scripts=("state",),
            )


def _found(index: Index) -> list[Found]:
    """Every occurrence that has a day or words about one, in order of day."""
    found = [
        (obligation, k, one.occurrence.due)
        for group in index.site.obligations.values()
        for obligation in group
        for k, one in enumerate(index.states[obligation.id], 1)
        if one.occurrence.due or one.occurrence.deadline
    ]
    return sorted(found, key=lambda one: one[2] or date.max)


def _occurrences(
    found: Iterable[Found], index: Index, settings: Settings, here: str
) -> tuple[Occurrence, ...]:
    made: dict[str, TaskView] = {}
    shown = []
    for obligation, k, _ in found:
        task = made.get(obligation.id) or task_view(obligation, index, settings, here)
        made[obligation.id] = task
        due = task.dues[k - 1]
        shown.append(
            Occurrence(
                due=due,
                task=task,
                anchor=f"{addresses.obligation_anchor(task.id)}-{k}",
                body="" if fold(task.unit.text) == fold(task.body) else task.body,
                told=told(due),
            )
        )
    return tuple(shown)


def context(index: Index, settings: Settings, found: list[Found], *, split: bool) -> DeadlinesContext:
    """The context of the page of deadlines."""
    here, today = addresses.DEADLINES, index.site.today
    dated = [(one, one[2]) for one in found if one[2]]
    ahead = [one for one, day in dated if day >= today]
    past = [one for one, day in reversed(dated) if day < today]
    # The year that matters now comes first: that of the next date, else of the latest.
    found_years = {day.year for _, day in dated} or {today.year}
    focus = next((day.year for _, day in dated if day >= today), max(found_years))
    years = sorted(found_years, key=lambda year: (year != focus, -year))
    unknown = [one for one in found if not one[2]]
    undated = _undated(index, addresses.relative(addresses.CHECKING, here))
    shown = tuple(year_view(year, dated, index, split=split) for year in years)
    return DeadlinesContext(
        today=today,
        split=split,
        ahead_count=len(ahead),
        past_count=len(past),
        years=shown,
        legend=() if split else legend(shown),
        ahead=_occurrences(ahead[:_NEXT] if split else ahead, index, settings, here),
        past=() if split else _occurrences(past, index, settings, here),
        unknown=() if split else _occurrences(unknown, index, settings, here),
        unknown_href=addresses.relative(addresses.DEADLINES_WITHOUT_DAY, here) if split and unknown else "",
        undated=undated,
        undated_done=sum(len(one.states) + one.silent - one.count for one in undated),
        calendar_href=(
            addresses.relative(f"{addresses.DATA}thoi-han.ics", here) if settings.site_url and dated else ""
        ),
    )


def _undated(index: Index, table: str) -> tuple[Undated, ...]:
    """Tasks without words about a day, by the state under which the working table lists them."""
    states = [
        one.state
        for group in index.site.obligations.values()
        for o in group
        for one in index.states[o.id]
        if not (one.occurrence.due or one.occurrence.deadline)
    ]
    found = []
    for kind, said in _WITHOUT.items():
        of_kind = [state for state in states if state.undated is kind]
        if of_kind:
            found.append(
                Undated(
                    slug=kind.value,
                    said=said,
                    count=sum(state.kind is kind for state in of_kind),
                    silent=sum(not state.turns for state in of_kind),
                    states=tuple(state for state in of_kind if state.turns),
                    href=f"{table}?trang-thai={kind.value}",
                )
            )
    return tuple(found)
