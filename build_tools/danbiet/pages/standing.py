"""The seam to other rooms' rules: an obligation's state on the day of building, as pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from danbiet import addresses, progress, words
from danbiet.model import Confirmation, ProgressEntry
from danbiet.pages.views import ConfirmationView, DueView, Evidence, ReportView, TaskView, UnitTasks
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
_AHEAD = {StateKind.OVERDUE, StateKind.SOON, StateKind.UPCOMING}  # of these what is next matters


def due_views(tracked: Iterable[Tracked], here: str) -> tuple[DueView, ...]:
    """Every occurrence of an obligation with its state, in order of day, those without one last.

    Links lead from the page at ``here``.
    """
    return tuple(
        DueView(
            raw=one.occurrence.deadline.raw if one.occurrence.deadline else "",
            day=one.occurrence.due,
            basis=one.occurrence.basis,
            what=one.occurrence.what,
            state=one.state,
            reports=reports(one.entries, one.state.on, here),
            recurring=one.occurrence.recurring,
        )
        for one in tracked
    )


def leading(dues: Iterable[DueView]) -> DueView:
    """The occurrence that matters now among those given."""
    return min(dues, key=lambda due: weight(due.state))


def weight(state: State) -> tuple[int, int]:
    """The order in which states matter: what needs looking at first; of what is reported the latest day.

    The browser half is ``weigh`` in theme/components/state/state.js.
    """
    day = (state.due or date.max).toordinal()
    return _FIRST.index(state.kind), day if state.kind in _AHEAD else -day


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


def reports(entries: Iterable[ProgressEntry], today: date, here: str) -> tuple[ReportView, ...]:
    """What was reported, with links that lead from the page at ``here``; what is of a later day waits for it."""
    return tuple(
        ReportView(
            on=entry.on,
            waits=entry.on > today,
            stage=entry.stage.value,
            what=entry.what,
            by=entry.reported_by,
            period=progress.period_told(entry.period) if entry.period else "",
            evidence=tuple(
                Evidence(title=e.title, url=e.url or _kept(e.file, here), kept=not e.url and bool(e.file))
                for e in entry.evidence
            ),
            confirmations=tuple(_confirmation(c, today, here) for c in entry.confirmations),
        )
        for entry in entries
    )


def _confirmation(said: Confirmation, today: date, here: str) -> ConfirmationView:
    remark = f" ({said.remark})" if said.remark else ""
    dated = f" ngày {words.day(said.document_date)}" if said.document_date else ""
    return ConfirmationView(
        on=said.on,
        waits=said.on > today,
        said=f"{said.by}, {words.day(said.on)}",
        document=f"{said.document_code}{dated}" if said.document_code else "",
        href=_kept(said.document_file, here),
        finding=f"{progress.confirmation_label(said)}{remark}",
    )


def _kept(file: str | None, here: str) -> str:
    """The link to a file kept in the repository and published with the site."""
    return addresses.relative(addresses.evidence(file), here) if file else ""
