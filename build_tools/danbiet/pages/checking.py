"""/kiem-tra/: the working table of everything promised; and what the reading of citations found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from danbiet import addresses, words
from danbiet.model import Obligation
from danbiet.output import Page, Settings
from danbiet.pages import standing
from danbiet.pages.filters import Filter, table_filters
from danbiet.pages.index import Index
from danbiet.pages.parts import ROWS, Part, parts
from danbiet.pages.standing import rank
from danbiet.pages.tasks import task_view
from danbiet.pages.understood import told
from danbiet.pages.views import DueView, Link, TaskView
from danbiet.progress import LOOKS, StateKind
from danbiet.templates import fill
from danbiet.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many occurrences are in a state."""

    slug: str
    shape: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One occurrence of a task with the values that the filters look at.

    ``told`` says how the plan puts the date, ``section`` where the task stands in it.
    """

    task: TaskView
    due: DueView
    told: str
    section: str
    body: str
    unit: str
    plan: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckingContext:
    """What ``pages/checking.html`` is given. The counts add up to the number of rows.

    ``body`` is set where the table is of one body alone; ``links`` where it goes on on other pages.
    ``overdue_possible`` where a body of the table publishes progress here; ``silent_bodies`` do not,
    ``mute_bodies`` have published no address to ask at. ``file_rows`` is what the files to take away hold.
    """

    today: date
    body: str
    rows: tuple[Row, ...]
    task_count: int
    counts: tuple[Count, ...]
    filters: tuple[Filter, ...]
    overdue_possible: bool
    silent_bodies: tuple[str, ...]
    mute_bodies: tuple[str, ...]
    excel_href: str
    csv_href: str
    citations_href: str
    file_rows: int
    links: tuple[Link, ...]
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """A body in the overview: its table, its years, and its counts in the overview's order of states."""

    id: str
    name: str
    province: str
    href: str
    years: tuple[int, ...]
    rows: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckingOverviewContext:
    """What ``pages/checking_overview.html`` is given: states that occur, and a line for each body."""

    today: date
    row_count: int
    task_count: int
    counts: tuple[Count, ...]
    bodies: tuple[BodyLine, ...]
    silent: int
    excel_href: str
    csv_href: str
    citations_href: str


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The working table; an overview and a table for each body where it would be too long."""
    groups = _by_body(index)
    every = [o for group in groups.values() for o in group]
    if sum(len(index.states[o.id]) for o in every) <= ROWS:
        yield from _tables(every, addresses.CHECKING, "", index, settings)
        return
    yield Page(
        address=addresses.CHECKING,
        title="Bảng kiểm tra",
        body=fill("pages/checking_overview.html", overview(groups, index)),
        kind="checking",
        description="Số việc theo cơ quan ban hành và trạng thái; mỗi cơ quan một bảng để lọc, in, tải về.",
        scripts=("filter", "share"),
    )
    for body_id, group in groups.items():
        name = _body_name(group[0], index)
        yield from _tables(group, addresses.body_checking(body_id), name, index, settings)


def _tables(
    obligations: Sequence[Obligation], address: str, body: str, index: Index, settings: Settings
) -> Iterator[Page]:
    """The table of these obligations, in as many parts as it needs."""
    found = [(o, due) for o in obligations for due in standing.due_views(index.states[o.id], address)]
    found.sort(key=lambda pair: rank(pair[1].state))
    for part in parts(found, address, ROWS):
        yield Page(
            address=part.address,
            title=f"Bảng kiểm tra{f': {body}' if body else ''}{f', phần {part.number}' if part.number > 1 else ''}",
            body=fill("pages/checking.html", context(part, body, index, settings)),
            kind="checking",
            description="Mọi việc các kế hoạch đã giao: đơn vị, thời hạn, trạng thái; lọc, in, tải về.",
            crumbs=(("Bảng kiểm tra", addresses.CHECKING),) if body else (),
            scripts=("place", "state", "filter", "share"),
        )


def context(
    part: Part[tuple[Obligation, DueView]], body: str, index: Index, settings: Settings
) -> CheckingContext:
    """The context of the working table, or of a part of it."""
    here, site = part.address, index.site
    tasks = {o.id: task_view(o, index, settings, here) for o, _ in part.items}
    # Links in reports lead from this page, so the view's own dues are shown.
    rows = tuple(
        _row(tasks[o.id], next((d for d in tasks[o.id].dues if _same(d, due)), due), index)
        for o, due in part.items
    )
    counted = Counter(row.due.state.kind for row in rows)
    silent = dict.fromkeys(row.task.body for row in rows if row.task.body_id not in site.bodies_reporting)
    return CheckingContext(
        today=site.today,
        body=body,
        rows=rows,
        task_count=len(tasks),
        counts=_counts(counted),
        filters=table_filters((r.task, r.unit, r.plan) for r in rows),
        overdue_possible=any(row.due.state.body_reports for row in rows),
        silent_bodies=tuple(silent),
        mute_bodies=tuple(dict.fromkeys(row.task.body for row in rows if not row.task.ask.possible)),
        **_links(here),
        file_rows=sum(map(len, index.states.values())),
        links=part.links,
        number=part.number,
    )


def overview(groups: Mapping[str, Sequence[Obligation]], index: Index) -> CheckingOverviewContext:
    """The context of the overview: bodies by province and name."""
    counted = {
        body_id: Counter(one.state.kind for o in group for one in index.states[o.id])
        for body_id, group in groups.items()
    }
    total = sum(counted.values(), Counter[StateKind]())
    kinds = [kind for kind in StateKind if total[kind]]
    lines = [
        BodyLine(
            id=body_id,
            name=_body_name(group[0], index),
            province=(index.site.bodies[body_id].province or "") if body_id in index.site.bodies else "",
            href=addresses.relative(addresses.body_checking(body_id), addresses.CHECKING),
            years=tuple(sorted({index.site.plans[o.plan_key].year for o in group}, reverse=True)),
            rows=counted[body_id].total(),
            counts=tuple(counted[body_id][kind] for kind in kinds),
        )
        for body_id, group in groups.items()
    ]
    return CheckingOverviewContext(
        today=index.site.today,
        row_count=total.total(),
        task_count=sum(map(len, groups.values())),
        counts=tuple(count for count in _counts(total) if count.count),
        bodies=tuple(sorted(lines, key=lambda line: (fold(line.province), fold(line.name)))),
        silent=sum(body_id not in index.site.bodies_reporting for body_id in groups),
        **_links(addresses.CHECKING),
    )


def _by_body(index: Index) -> dict[str, list[Obligation]]:
    groups: dict[str, list[Obligation]] = {}
    for key, obligations in index.site.obligations.items():
        for obligation in obligations:
            groups.setdefault(index.site.plan_bodies.get(key, "khac"), []).append(obligation)
    return groups


def _body_name(obligation: Obligation, index: Index) -> str:
    return index.body_name(index.site.plans[obligation.plan_key])


def _counts(counted: Mapping[StateKind, int]) -> tuple[Count, ...]:
    return tuple(
        Count(slug=kind.value, shape=LOOKS[kind][0], label=LOOKS[kind][1], count=counted.get(kind, 0))
        for kind in StateKind
    )


def _links(here: str) -> dict[str, str]:
    return {
        "excel_href": addresses.relative(f"{addresses.DATA}viec.xlsx", here),
        "csv_href": addresses.relative(f"{addresses.DATA}viec.csv", here),
        "citations_href": addresses.relative(addresses.CITATION_CHECKING, here),
    }


def _same(one: DueView, other: DueView) -> bool:
    return (one.day, one.raw, one.what) == (other.day, other.raw, other.what)


def _row(task: TaskView, due: DueView, index: Index) -> Row:
    obligation = index.obligations_by_id[task.id]
    return Row(
        task=task,
        due=due,
        told=told(due),
        section=words.capital(task.section) or "Trong kế hoạch",
        body=task.body_id,
        unit=obligation.unit_id,
        plan=obligation.plan_key,
        year=task.plan_year,
    )
