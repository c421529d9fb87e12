"""Everything a site is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from danbiet.issues import Issue
from danbiet.model.bodies import Body, Unit
from danbiet.model.citing import Citation
from danbiet.model.duties import Obligation
from danbiet.model.history import PlanHistory
from danbiet.model.instruments import Instrument
from danbiet.model.plan import Plan
from danbiet.model.progress import Confirmation, ProgressEntry, Withdrawal


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything the pages, papers, data and rules are made from. Nothing here is computed lazily.

    ``citations`` and ``obligations`` are in document order, plans in order of key. ``bodies`` and
    ``units`` are those of its plans; ``known_bodies`` and ``known_units`` all that the registers
    hold. ``issues`` are those of reading; rules (``check``) add theirs.
    """

    today: date
    plans: Mapping[str, Plan]
    citations: Mapping[str, tuple[Citation, ...]]
    obligations: Mapping[str, tuple[Obligation, ...]]
    instruments: Mapping[str, Instrument]
    bodies: Mapping[str, Body]
    plan_bodies: Mapping[str, str]
    units: Mapping[str, Unit]
    known_bodies: Mapping[str, Body] = field(default_factory=dict)
    known_units: Mapping[str, Unit] = field(default_factory=dict)
    progress: Mapping[str, tuple[ProgressEntry, ...]] = field(default_factory=dict)
    # The day on which a report (said: nothing) or a confirmation of it first stood here, where history tells.
    progress_published: Mapping[tuple[ProgressEntry, Confirmation | None], date] = field(default_factory=dict)
    bodies_reporting: frozenset[str] = frozenset()  # bodies that publish a progress file here
    withdrawn: tuple[Withdrawal, ...] = ()  # progress that had to be taken away, with reasons
    unverified: str = ""  # why nobody can tell whether published progress was changed since, if so
    histories: Mapping[str, PlanHistory] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()

    def issuer_of(self, key: str) -> str:
        """The name of the body that issued a plan: the register's, else as the plan writes it."""
        body = self.bodies.get(self.plan_bodies.get(key, ""))
        return body.name if body and body.name else self.plans[key].issuer
