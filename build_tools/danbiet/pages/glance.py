"""What a plan says at a glance: how much, by when, how it stands, what it cites, whom to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from danbiet.model import Plan, ValidityState
from danbiet.output import Settings
from danbiet.pages.asking import plan_ask
from danbiet.pages.index import Index
from danbiet.pages.tasks import by_date
from danbiet.pages.views import AskView, CitedView, StateCount, TaskView
from danbiet.progress import LOOKS, StateKind

_UNDATED = {StateKind.NO_DEADLINE, StateKind.NO_DAY, StateKind.UNCOMPUTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """The last of the days that have passed, and the unit it was set for."""

    day: date
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The box at the top of a plan's page.

    ``dated`` counts the days set, ``passed`` those before the day of building; ``next_task`` is the
    task of the next one, ``latest`` the last that passed. ``counts`` are all states a day can be in,
    of which those without any are not shown, or nothing where the body publishes no progress here;
    then ``silence`` says so. ``validity`` says of how many instruments what is known on the plan's
    day: (words, how many); ``unverified`` of how many nothing is.
    """

    task_count: int
    unit_count: int
    dated: int
    passed: int
    next_task: TaskView | None
    latest: Latest | None
    counts: tuple[StateCount, ...]
    silence: str
    cited_count: int
    validity: tuple[tuple[str, int], ...]
    unverified: int
    ask: AskView


def glance(
    plan: Plan, tasks: Sequence[TaskView], cited: Sequence[CitedView], index: Index, settings: Settings
) -> Glance:
    """The box of a plan with these tasks and cited instruments."""
    body, today = index.body_of(plan), index.site.today
    days = [(due.day, task) for task in tasks for due in task.dues if due.day]
    past = [(day, task) for day, task in days if day < today]
    ahead = [task for task in by_date(tasks) if task.next_due]
    last, of = max(past, key=lambda pair: pair[0], default=(None, None))
    reporting = body is not None and body.id in index.site.bodies_reporting
    return Glance(
        task_count=len(tasks),
        unit_count=len({task.unit.href for task in tasks}),
        dated=len(days),
        passed=len(past),
        next_task=ahead[0] if ahead else None,
        latest=Latest(day=last, unit=of.unit.text) if last and of else None,
        counts=_counts(tasks) if reporting else (),
        silence="" if reporting or not tasks else LOOKS[StateKind.SILENT][1],
        cited_count=len(cited),
        validity=_validity(cited),
        unverified=sum(_unverified(one) for one in cited),
        ask=plan_ask(plan, body, settings),
    )


def _counts(tasks: Iterable[TaskView]) -> tuple[StateCount, ...]:
    """How many days, and reports without a day, are in each state."""
    counted = Counter(due.state.kind for task in tasks for due in task.dues)
    return tuple(
        StateCount(slug=kind.value, shape=LOOKS[kind][0], label=LOOKS[kind][1], count=counted[kind])
        for kind in StateKind
        if kind not in _UNDATED
    )


def _validity(cited: Sequence[CitedView]) -> tuple[tuple[str, int], ...]:
    slugs = Counter(one.then.slug for one in cited if one.then)
    said = (
        (ValidityState.EXPIRED, "đã hết hiệu lực"),
        (ValidityState.PRESUMED_LAPSED, "có thể đã hết hiệu lực"),
        (ValidityState.NOT_YET, "chưa có hiệu lực"),
    )
    return tuple((words, slugs[state.value]) for state, words in said if slugs[state.value])


def _unverified(cited: CitedView) -> bool:
    """Whether nobody says how it stood on the plan's day."""
    unknown = cited.then is None or cited.then.slug == ValidityState.UNKNOWN.value
    return unknown and not cited.sought
