"""A working table: a row each time a task falls due, and what its rows can be narrowed by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from danbiet import addresses, words
from danbiet.model import Obligation
from danbiet.output import Settings
from danbiet.pages.filters import Filter, table_filters
from danbiet.pages.index import Index
from danbiet.pages.standing import rank
from danbiet.pages.tasks import task_view
from danbiet.pages.understood import told
from danbiet.pages.views import DueView, Link, StateCount, TaskView
from danbiet.progress import LOOKS, StateKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: where it stands, whose it is (nothing: of all), of which year (nothing: of all), and its tasks."""

    address: str
    body_id: str = ""
    body: str = ""
    year: int | None = None
    obligations: Sequence[Obligation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One occurrence of a task with the values that the filters look at.

    ``place`` is its place in the order of plans, by which rows that are alike are ordered; ``told``
    says how the plan puts the date, ``section`` where the task stands in it, ``more_href`` where all
    that is known of the task stands.
    """

    task: TaskView
    due: DueView
    place: int
    told: str
    section: str
    unit: str
    plan: str
    year: int
    more_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckingContext:
    """What ``pages/checking.html`` is given. The counts add up to the number of rows.

    ``body`` is set where the table is of one body alone, ``year`` where it is of one year.
    ``overdue_possible`` where a body of the table publishes progress here; ``silent_bodies`` do not,
    ``mute_bodies`` have published no address to ask at. ``unverified`` says why nobody could tell
    whether what was published was changed since. ``file_rows`` is what the files to take away hold,
    ``own`` leads to the tables of single bodies.
    """

    today: date
    body: str
    year: int | None
    rows: tuple[Row, ...]
    task_count: int
    counts: tuple[StateCount, ...]
    filters: tuple[Filter, ...]
    overdue_possible: bool
    silent_bodies: tuple[str, ...]
    mute_bodies: tuple[str, ...]
    unverified: str
    excel_href: str
    csv_href: str
    citations_href: str
    file_rows: int
    own: tuple[Link, ...]


def context(table: Table, index: Index, settings: Settings, own: Sequence[Table] = ()) -> CheckingContext:
    """The context of a working table; ``own`` are those of single bodies that it leads to."""
    here, site = table.address, index.site
    tasks = {o.id: task_view(o, index, settings, here) for o in table.obligations}
    pairs = [(o, due) for o in table.obligations for due in tasks[o.id].dues]
    unsorted = [_row(o, due, tasks[o.id], place, here) for place, (o, due) in enumerate(pairs)]
    rows = sorted(unsorted, key=lambda row: (rank(row.due.state), row.place))
    silent = dict.fromkeys(row.task.body for row in rows if row.task.body_id not in site.bodies_reporting)
    return CheckingContext(
        today=site.today,
        body=table.body,
        year=table.year,
        rows=tuple(rows),
        task_count=len(tasks),
        counts=state_counts(Counter(row.due.state.kind for row in rows)),
        filters=table_filters((r.task, r.unit, r.plan) for r in rows),
        overdue_possible=any(row.due.state.body_reports for row in rows),
        silent_bodies=tuple(silent),
        mute_bodies=tuple(dict.fromkeys(row.task.body for row in rows if not row.task.ask.possible)),
        unverified=site.unverified if any(o.id in site.progress for o in table.obligations) else "",
        file_rows=sum(map(len, index.states.values())),
        own=tuple(Link(text=t.body, href=addresses.relative(t.address, here)) for t in own),
        **ways(here),
    )


def state_counts(counted: Mapping[StateKind, int]) -> tuple[StateCount, ...]:
    """How many rows are in each state, all states in their order."""
    return tuple(
        StateCount(slug=kind.value, shape=LOOKS[kind][0], label=LOOKS[kind][1], count=counted.get(kind, 0))
        for kind in StateKind
    )


def ways(here: str) -> dict[str, str]:
    """The links beside a table: the files to take away, and what the reading of citations found."""
    return {
        "excel_href": addresses.relative(f"{addresses.DATA}viec.xlsx", here),
        "csv_href": addresses.relative(f"{addresses.DATA}viec.csv", here),
        "citations_href": addresses.relative(addresses.CITATION_CHECKING, here),
    }


def _row(obligation: Obligation, due: DueView, task: TaskView, place: int, here: str) -> Row:
    return Row(
        task=task,
        due=due,
        place=place,
        told=told(due),
        section=words.capital(task.section) or "Trong kế hoạch",
        unit=obligation.unit_id,
        plan=obligation.plan_key,
        year=task.plan_year,
        more_href=addresses.relative(addresses.unit_task(obligation.unit_id, obligation.id), here),
    )
