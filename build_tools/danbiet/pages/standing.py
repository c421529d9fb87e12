"""The seam to other rooms' rules: an obligation's state on the day of building, as pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from danbiet import progress, words
from danbiet.model import Confirmation, ProgressEntry
from danbiet.pages.views import DueView, Evidence, ReportView, TaskView, UnitTasks
from danbiet.progress import State, StateKind, Tracked

# What is to be looked at first: the state under which a task with several dates is listed.
_FIRST = (
    StateKind.OVERDUE,
    StateKind.SOON,
    StateKind.UPCOMING,
    StateKind.NOT_POSSIBLE,
    StateKind.SILENT,
    StateKind.REPORTED,
    StateKind.CONFIRMED,
    StateKind.UNCOMPUTED,
    StateKind.NO_DAY,
    StateKind.NO_DEADLINE,
)


def due_views(tracked: Iterable[Tracked]) -> tuple[DueView, ...]:
    """Every occurrence of an obligation with its state, in order of day, those without one last."""
    return tuple(
        DueView(
            raw=one.occurrence.deadline.raw if one.occurrence.deadline else "",
            day=one.occurrence.due,
            basis=one.occurrence.basis,
            what=one.occurrence.what,
            state=one.state,
            reports=tuple(_report(entry) for entry in one.entries),
        )
        for one in tracked
    )


def leading(dues: Iterable[DueView]) -> State:
    """The state that matters now among the occurrences of one obligation."""
    return min((due.state for due in dues), key=rank)


def rank(state: State) -> tuple[int, date]:
    """The order in which states are listed: by what needs looking at, then by day."""
    return _FIRST.index(state.kind), state.due or date.max


def by_state(tasks: Iterable[TaskView]) -> tuple[UnitTasks, ...]:
    """Tasks under their states; what needs looking at first, within a state the next date first."""
    groups: dict[StateKind, list[TaskView]] = {}
    for task in sorted(tasks, key=lambda task: rank(task.state)):
        groups.setdefault(task.state.kind, []).append(task)
    return tuple(
        UnitTasks(title=progress.LOOKS[kind][1], shape=progress.LOOKS[kind][0], href=None, tasks=tuple(group))
        for kind, group in groups.items()
    )


def _report(entry: ProgressEntry) -> ReportView:
    return ReportView(
        on=entry.on,
        stage=entry.stage.value,
        what=entry.what,
        by=entry.reported_by,
        evidence=tuple(Evidence(title=e.title, url=e.url or "") for e in entry.evidence),
        confirmations=tuple(_confirmation(c) for c in entry.confirmations),
    )


def _confirmation(said: Confirmation) -> str:
    document = f", văn bản {said.document_code}" if said.document_code else ""
    remark = f" ({said.remark})" if said.remark else ""
    return f"{said.by}, {words.day(said.on)}{document}: {progress.confirmation_label(said)}{remark}"
