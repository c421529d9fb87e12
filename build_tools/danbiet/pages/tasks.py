"""An obligation as pages show it: the same view in a plan, on a unit's page and in the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from danbiet import addresses, words
from danbiet.gist import gist
from danbiet.model import Obligation, Recurrence
from danbiet.output import Settings
from danbiet.pages import standing
from danbiet.pages.asking import task_ask
from danbiet.pages.index import Index
from danbiet.pages.understood import told
from danbiet.pages.views import DueSeries, DueView, Link, TaskView, UnitTasks
from danbiet.progress import StateKind
from danbiet.text import fold

_END = " ./;"
_AHEAD = {StateKind.SOON, StateKind.UPCOMING}


def task_view(
    obligation: Obligation, index: Index, settings: Settings, here: str, place: int = 0
) -> TaskView:
    """The view of an obligation for the page at ``here``, where it is the ``place``-th in the order of plans."""
    site, duty = index.site, obligation.duty
    plan, unit = site.plans[obligation.plan_key], site.units[obligation.unit_id]
    address = addresses.obligation(plan.key, obligation.id)
    tracked = index.states[obligation.id]
    dues = standing.due_views(tracked, here)
    placed = {id(entry) for one in tracked for entry in one.entries}
    stray = [entry for entry in site.progress.get(obligation.id, ()) if id(entry) not in placed]
    short = gist(obligation, site)
    return TaskView(
        id=obligation.id,
        place=place,
        text=duty.text,
        short=short,
        whole=_tells_all(short.rstrip(_END), duty.text.rstrip(_END)),
        unit=Link(text=words.unit_label(unit), href=addresses.relative(addresses.unit(unit.id), here)),
        body_id=unit.body_id,
        body=index.body_name(plan),
        plan=Link(text=plan.subject, href=addresses.relative(addresses.plan(plan.key), here)),
        plan_year=plan.year,
        receipt=addresses.relative(address, here),
        section=words.section_label(duty.section),
        dues=dues,
        series=_series(dues),
        timed=any(r is not Recurrence.AD_HOC for r in duty.recurrence) or any(due.raw for due in dues),
        next_due=min((due.day for due in dues if due.day and due.day >= site.today), default=None),
        recurrence=words.recurring(duty.recurrence),
        reports_to=_reports_to(obligation),
        measurable=duty.measurable,
        state=standing.leading(dues).state,
        ask=task_ask(obligation, short, plan, unit, index.body_of(plan), settings),
        stray=standing.reports(stray, site.today, here),
        withdrawn=tuple((w.on, w.reason) for w in index.withdrawn.get(obligation.id, ())),
    )


def _tells_all(line: str, text: str) -> bool:
    return len(line) == len(text) and fold(line) == fold(text)


def by_unit(tasks: Iterable[TaskView]) -> tuple[UnitTasks, ...]:
    """Tasks under their units, both in the order in which they first come."""
    groups: dict[str, list[TaskView]] = {}
    for task in tasks:
        groups.setdefault(task.unit.href, []).append(task)
    return tuple(
        UnitTasks(title=group[0].unit.text, shape="", href=href, tasks=tuple(group))
        for href, group in groups.items()
    )


def by_date(tasks: Iterable[TaskView]) -> list[TaskView]:
    """Next date first, then those whose dates have passed, then those without a date.

    The browser half is ``order`` in theme/components/task/task.js.
    """
    return sorted(
        tasks,
        key=lambda task: (task.next_due is None, task.next_due or _last(task) or date.max, task.place),
    )


def _last(task: TaskView) -> date | None:
    return max((due.day for due in task.dues if due.day), default=None)


def _series(dues: Iterable[DueView]) -> tuple[DueSeries, ...]:
    """The times of falling due under the deadline of the plan that they come from."""
    found: dict[tuple[object, ...], list[DueView]] = {}
    for due in dues:
        alone = None if due.recurring else due.day
        found.setdefault((due.raw, due.basis, due.what, alone), []).append(due)
    return tuple(
        _one_series(group) for group in found.values() if group[0].raw or group[0].day or group[0].reports
    )


def _one_series(dues: Sequence[DueView]) -> DueSeries:
    lead = standing.leading(dues)
    late = sum(due.state.kind is StateKind.OVERDUE for due in dues)
    ahead = (due.day for due in dues if due.state.kind in _AHEAD)
    return DueSeries(
        raw=dues[0].raw,
        told=told(dues[0]),
        what=dues[0].what,
        dues=tuple(dues),
        lead=lead,
        late=max(late - 1, 0),
        next=next(ahead, None) if late else None,
    )


def _reports_to(obligation: Obligation) -> str:
    duty = obligation.duty
    if not duty.reports_to:
        return ""
    return f"{duty.reports_to} (qua {duty.via})" if duty.via else duty.reports_to
