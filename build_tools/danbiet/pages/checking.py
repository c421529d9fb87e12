"""/kiem-tra/: the working table of everything promised; and what the reading of citations found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from danbiet import addresses
from danbiet.output import Page, Settings
from danbiet.pages.index import Index
from danbiet.pages.standing import rank
from danbiet.pages.tasks import task_view
from danbiet.pages.views import DueView, TaskView
from danbiet.progress import LOOKS, StateKind
from danbiet.templates import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a filter."""

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A filter: its name in the address, what it is called, and what can be chosen."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many occurrences are in a state."""

    slug: str
    shape: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One occurrence of a task with the values that the filters look at."""

    task: TaskView
    due: DueView
    body: str
    unit: str
    plan: str
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckingContext:
    """What ``pages/checking.html`` is given. The counts add up to the number of rows."""

    today: date
    rows: tuple[Row, ...]
    task_count: int
    counts: tuple[Count, ...]
    filters: tuple[Filter, ...]
    silent_bodies: tuple[str, ...]
    mute_bodies: tuple[str, ...]
    excel_href: str
    csv_href: str
    citations_href: str


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The working table."""
    yield Page(
        address=addresses.CHECKING,
        title="Bảng kiểm tra",
        body=fill("pages/checking.html", context(index, settings)),
        kind="checking",
        description="Mọi việc các kế hoạch đã giao: đơn vị, thời hạn, trạng thái; lọc, in, tải về.",
        scripts=("state", "filter", "share"),
    )


def context(index: Index, settings: Settings) -> CheckingContext:
    """The context of the working table."""
    here, site = addresses.CHECKING, index.site
    tasks = [task_view(o, index, settings, here) for group in site.obligations.values() for o in group]
    rows = tuple(
        sorted(
            (_row(task, due, index) for task in tasks for due in task.dues), key=lambda r: rank(r.due.state)
        )
    )
    counted = Counter(row.due.state.kind for row in rows)
    silent = dict.fromkeys(row.task.body for row in rows if row.task.body_id not in site.bodies_reporting)
    return CheckingContext(
        today=site.today,
        rows=rows,
        task_count=len(tasks),
        counts=tuple(
            Count(slug=kind.value, shape=LOOKS[kind][0], label=LOOKS[kind][1], count=counted[kind])
            for kind in StateKind
        ),
        filters=_filters(rows),
        silent_bodies=tuple(silent),
        mute_bodies=tuple(dict.fromkeys(row.task.body for row in rows if not row.task.ask.possible)),
        excel_href=addresses.relative(f"{addresses.DATA}viec.xlsx", here),
        csv_href=addresses.relative(f"{addresses.DATA}viec.csv", here),
        citations_href=addresses.relative(addresses.CITATION_CHECKING, here),
    )


def _row(task: TaskView, due: DueView, index: Index) -> Row:
    obligation = index.obligations_by_id[task.id]
    return Row(
        task=task,
        due=due,
        body=task.body_id,
        unit=obligation.unit_id,
        plan=obligation.plan_key,
        year=task.plan_year,
    )


def _filters(rows: tuple[Row, ...]) -> tuple[Filter, ...]:
    return (
        Filter(name="co-quan", label="Nơi ban hành", choices=_choices((r.body, r.task.body) for r in rows)),
        Filter(
            name="don-vi",
            label="Đơn vị",
            choices=_choices((r.unit, f"{r.task.unit.text} – {r.task.body}") for r in rows),
        ),
        Filter(
            name="ke-hoach",
            label="Kế hoạch",
            choices=_choices((r.plan, f"{r.task.plan.text} – {r.task.body}") for r in rows),
        ),
        Filter(name="nam", label="Năm", choices=_choices((str(r.year), str(r.year)) for r in rows)),
        Filter(
            name="trang-thai",
            label="Trạng thái",
            choices=tuple(Choice(value=kind.value, text=LOOKS[kind][1]) for kind in StateKind),
        ),
    )


def _choices(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(value=v, text=t) for v, t in sorted(dict(pairs).items(), key=lambda pair: pair[1]))
