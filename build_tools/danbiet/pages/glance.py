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
from danbiet.pages.views import AskView, CitedView, DueView, StateCount, TaskView
from danbiet.progress import LOOKS, StateKind

_Day = tuple[date, int, TaskView]  # a day, the task's place in the plan, the task
_UNDATED = {StateKind.NO_DEADLINE, StateKind.NO_DAY, StateKind.UNCOMPUTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A day that matters: the next one, or the last that passed; whose it is, and where the plan says so."""

    day: date
    unit: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The box at the top of a plan's page.

    ``dated`` counts the days set, ``passed`` those before the day of building; ``mark`` is the next
    one, or the last where all have passed. ``counts`` are the states those days can be in, of which
    those without any are not shown, and add up to ``dated``; ``undated`` counts the tasks without a
    day on which something was reported, ``disputed`` the reports that MTTQ or Ban TTND did not find
    wholly true. There are no counts where the body publishes no progress
    here; then ``silence`` says so. The browser half is theme/components/tally.
    ``validity`` says of how many instruments what is known on the plan's day: (words, how many);
    ``unverified`` of how many nothing is.
    """

    task_count: int
    unit_count: int
    dated: int
    passed: int
    mark: Mark | None
    counts: tuple[StateCount, ...]
    disputed: int
    undated: int
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
    every = [(due, task) for task in tasks for due in task.dues]
    days = sorted(((due.day, task.place, task) for due, task in every if due.day), key=lambda one: one[:2])
    ahead = [one for one in days if one[0] >= today]
    reporting = body is not None and body.id in index.site.bodies_reporting
    return Glance(
        task_count=len(tasks),
        unit_count=len({task.unit.href for task in tasks}),
        dated=len(days),
        passed=len(days) - len(ahead),
        mark=_mark(ahead, days),
        counts=_counts(due for due, _ in every) if reporting else (),
        disputed=sum(bool(due.state.finding) for due, _ in every),
        undated=sum(due.day is None and due.state.kind not in _UNDATED for due, _ in every),
        silence="" if reporting or not tasks else LOOKS[StateKind.SILENT][1],
        cited_count=len(cited),
        validity=_validity(cited),
        unverified=sum(_unverified(one) for one in cited),
        ask=plan_ask(plan, body, settings),
    )


def _mark(ahead: Sequence[_Day], days: Sequence[_Day]) -> Mark | None:
    """The next day; where all have passed the last of them; of one day the first task in the plan."""
    if not days:
        return None
    last = days[-1][0]
    day, _, task = ahead[0] if ahead else next(one for one in days if one[0] == last)
    return Mark(day=day, unit=task.unit.text, href=task.receipt)


def _counts(dues: Iterable[DueView]) -> tuple[StateCount, ...]:
    """How many of the days set are in each state."""
    counted = Counter(due.state.kind for due in dues if due.day)
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
