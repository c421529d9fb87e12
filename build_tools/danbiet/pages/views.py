"""What templates are given: plain records with every word and every link ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from danbiet.model import Validity
from danbiet.progress import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere: ``href`` is relative to the page it stands on."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Minh chứng as shown: its title, and where it can be seen, if it can; ``kept`` with this site."""

    title: str
    url: str
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationView:
    """Who confirmed a report and what they found; ``document`` is the name of their own document.

    ``waits`` is true where it is dated after the day of building: then it is hidden until that day.
    """

    on: date
    waits: bool
    said: str
    document: str
    href: str
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """What was reported on one occurrence, by whom, with what evidence, and who confirmed it.

    ``period`` is what it says it answers; ``waits`` is true where it is dated after the day of
    building: then it is hidden until that day.
    """

    on: date
    waits: bool
    stage: str
    what: str
    by: str
    period: str
    evidence: tuple[Evidence, ...]
    confirmations: tuple[ConfirmationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueView:
    """One time an obligation falls due; a duty without a deadline has one without a day.

    ``raw`` is the plan's wording, ``day`` the last day in time, ``basis`` how it was computed,
    ``what`` is due then, ``reports`` what was published about it. ``recurring`` is true for one of
    a monthly or quarterly series.
    """

    raw: str
    day: date | None
    basis: str
    what: str
    state: State
    reports: tuple[ReportView, ...]
    recurring: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSeries:
    """The times at which one deadline of the plan falls due: one, or those of a monthly or quarterly series.

    ``told`` is how the plan words it, and what was understood by it where the words do not say.
    ``lead`` is the one that matters now. Where it is overdue, ``late`` counts the others that are
    overdue with it, and ``next`` is the first day that is still ahead.
    """

    raw: str
    told: str
    what: str
    dues: tuple[DueView, ...]
    lead: DueView
    late: int
    next: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskView:
    """A way to ask: a prepared message, other public addresses, or the honest lack of both."""

    body: str
    email: str | None
    mailto: str | None
    telephone: str | None
    url: str | None
    address: str | None

    @property
    def possible(self) -> bool:
        """Whether there is any public address to ask at."""
        return bool(self.mailto or self.telephone or self.url or self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """One obligation as shown: the words that create it, who owes it, and by when.

    ``short`` is the task in one line, ``whole`` whether that is the sentence itself. ``receipt``
    leads to the paragraph in the plan. ``series`` are ``dues`` by the deadline they come from.
    ``timed`` is true where the plan says anything about when. ``next_due`` is the next day on or
    after the day of building. ``state`` is that of the occurrence that matters now. ``stray`` are
    reports that answer none of the days, or more than one. ``withdrawn`` are entries that had to be
    taken away: the day they were of, and why. ``place`` is its place among the tasks of the page in
    the order of the plans, by which the browser orders what is alike.
    """

    id: str
    place: int
    text: str
    short: str
    whole: bool
    unit: Link
    body_id: str
    body: str
    plan: Link
    plan_year: int
    receipt: str
    section: str
    dues: tuple[DueView, ...]
    series: tuple[DueSeries, ...]
    timed: bool
    next_due: date | None
    recurrence: str
    reports_to: str
    measurable: bool
    state: State
    ask: AskView
    stray: tuple[ReportView, ...] = ()
    withdrawn: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """The days on which something falls due, in order, for the browser to find the next one on any day.

    ``next`` is the next on or after the day of building, if there is one.
    """

    days: tuple[date, ...]
    next: date | None

    @classmethod
    def of(cls, days: Iterable[date], today: date) -> Coming:
        """The days of these, as seen ``today``."""
        ordered = tuple(sorted(days))
        return cls(days=ordered, next=next((day for day in ordered if day >= today), None))

    @property
    def attribute(self) -> str:
        """The days as ``data-next`` holds them."""
        return " ".join(day.isoformat() for day in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTasks:
    """A unit and its tasks in one plan, or one state and its tasks on a unit's page."""

    title: str
    shape: str
    href: str | None
    tasks: tuple[TaskView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidityView:
    """Validity on one day in words; ``slug`` says the state, for a sign beside the words."""

    slug: str
    label: str
    on: date

    @classmethod
    def of(cls, validity: Validity) -> ValidityView:
        """The view of a validity."""
        return cls(slug=validity.state.value, label=validity.label, on=validity.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCount:
    """How many times of falling due are in a state."""

    slug: str
    shape: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedView:
    """An instrument as listed under a plan. ``then`` is missing where the plan's day is not known.

    ``sought`` is true where the register looked for what replaces it and found nothing.
    """

    id: str
    name: str
    title: str
    issuer: str
    issued: str
    href: str
    then: ValidityView | None
    now: ValidityView | None
    sought: bool
    says: str
    count: int
    first: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A plan in a list."""

    href: str
    title: str
    body: str
    body_id: str
    year: int
    code: str
    issued: str
    published: str
    tasks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """A body that came after another, as told in a banner."""

    name: str
    province: str
    formed_from: str
    note: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedView:
    """A body that no longer exists in that form: what a reader is told of it."""

    name: str
    ended: str
    note: str
    resolution: str
    successors: tuple[Successor, ...]
