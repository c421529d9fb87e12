"""Look-ups over a site, made once a rendering, for the pages to share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from danbiet import words
from danbiet.model import (
    Block,
    BlockKind,
    Body,
    Citation,
    Instrument,
    Obligation,
    Plan,
    PlanHistory,
    Site,
    Unit,
    Withdrawal,
)
from danbiet.progress import Tracked, site_states
from danbiet.register import plan_date_bound
from danbiet.text import collapse

Item = TypeVar("Item")

UNDETERMINED = "chua-xac-dinh"


@dataclass(frozen=True, slots=True)
class PlanDay:
    """The day a plan is taken to be of: as stated, or the earliest it can have, and why; or nothing."""

    day: date | None
    stated: bool
    basis: str


@dataclass(frozen=True, slots=True)
class Index:
    """A site with its reverse look-ups. All mappings keep the site's order."""

    site: Site
    citations_by_page: dict[str, list[Citation]]
    obligations_by_unit: dict[str, list[Obligation]]
    obligations_by_id: dict[str, Obligation]
    former: dict[str, str]
    states: dict[str, tuple[Tracked, ...]]
    units_by_body: dict[str, list[Unit]]
    plans_by_body: dict[str, list[Plan]]
    plans_by_path: dict[str, Plan]
    units_before: dict[str, list[Unit]]
    bodies_before: dict[str, list[Body]]
    bodies_listed: dict[str, Body]
    body_labels: dict[str, str]
    days: dict[str, PlanDay]
    withdrawn: dict[str, list[Withdrawal]]

    @classmethod
    def of(cls, site: Site) -> Index:
        """The look-ups of a site."""
        by_page: dict[str, list[Citation]] = defaultdict(list)
        for citations in site.citations.values():
            for citation in citations:
                by_page[citation.page_id].append(citation)
        by_unit: dict[str, list[Obligation]] = defaultdict(list)
        by_id: dict[str, Obligation] = {}
        for obligations in site.obligations.values():
            for obligation in obligations:
                by_unit[obligation.unit_id].append(obligation)
                by_id[obligation.id] = obligation
        former = {
            old: instrument.id
            for instrument in site.instruments.values()
            for old in instrument.former_ids
            if old not in site.instruments
        }
        known = {**site.known_bodies, **site.bodies}
        labels = {key: body.name for key, body in known.items()}
        before = _grouped(known.values(), lambda body: {s.body_id or "" for s in body.successors})
        listed = _listed(site, before)
        return cls(
            site=site,
            citations_by_page=dict(by_page),
            obligations_by_unit=dict(by_unit),
            obligations_by_id=by_id,
            former=former,
            states=site_states(site),
            units_by_body=_grouped(site.units.values(), lambda unit: [unit.body_id]),
            plans_by_body=_grouped(site.plans.values(), lambda p: [site.plan_bodies.get(p.key, "")]),
            plans_by_path={plan.path: plan for plan in site.plans.values()},
            units_before=_grouped(site.units.values(), lambda unit: [unit.successor or ""]),
            bodies_before=before,
            bodies_listed=listed,
            body_labels=labels | _labels(listed),
            days={key: _day(plan, site) for key, plan in site.plans.items()},
            withdrawn=_grouped(site.withdrawn, lambda one: [one.obligation_id]),
        )

    def body_of(self, plan: Plan) -> Body | None:
        """The body that issued a plan, where it is known."""
        return self.site.bodies.get(self.site.plan_bodies.get(plan.key, ""))

    def body_name(self, plan: Plan) -> str:
        """The issuing body's name as the register has it, else as the plan has it."""
        return self.site.issuer_of(plan.key)

    def history_of(self, plan: Plan) -> PlanHistory | None:
        """When a plan was published here and how it changed."""
        return self.site.histories.get(plan.key) or self.site.histories.get(plan.path)

    def instrument_of(self, citation: Citation) -> Instrument | None:
        """The instrument a citation certainly means."""
        return self.site.instruments.get(citation.instrument) if citation.instrument else None

    def block_at(self, plan: Plan, offset: int) -> Block | None:
        """The block of a plan that holds an offset of its file."""
        before = bisect_right(plan.blocks, offset, key=lambda block: block.start)
        block = plan.blocks[before - 1] if before else None
        return block if block and offset < block.end else None

    def quoted(self, citation: Citation) -> tuple[str, str, str, str]:
        """The words before a mention in its block, its own, those after it, and the section's number."""
        plan, mention = self.site.plans[citation.plan_key], citation.mention
        block = self.block_at(plan, mention.start)
        if block is None:
            return "", collapse(mention.raw), "", ""
        text, at = block.text, block.words.offsets.at
        start = bisect_left(range(len(text)), mention.start, key=at)
        end = bisect_left(range(len(text)), mention.end, key=at)
        return text[:start], text[start:end], text[end:], block.section

    def day_of(self, plan: Plan) -> PlanDay:
        """The day validity is told for: the day of issue, else the earliest day the plan can have."""
        return self.days[plan.key]


def _listed(site: Site, before: dict[str, list[Body]]) -> dict[str, Body]:
    """The bodies the list of units tells of: those with plans or units here, and those after them that can be asked."""
    issuing = {*site.plan_bodies.values(), *(unit.body_id for unit in site.units.values())}
    after = {
        key: body
        for key, body in {**site.known_bodies, **site.bodies}.items()
        if (key in site.bodies or body.contact) and any(one.id in issuing for one in before.get(key, ()))
    }
    return {key: body for key, body in site.bodies.items() if key in issuing} | after


def _labels(bodies: dict[str, Body]) -> dict[str, str]:
    """The names of bodies, told apart by their days where several bore one after another."""
    count = Counter(body.name for body in bodies.values())
    return {key: _labelled(body) if count[body.name] > 1 else body.name for key, body in bodies.items()}


def _labelled(body: Body) -> str:
    if body.ended:
        return f"{body.name} (trước ngày {words.day(body.ended)})"
    return f"{body.name} (từ ngày {words.day(body.since)})" if body.since else body.name


def _day(plan: Plan, site: Site) -> PlanDay:
    bound, basis = plan_date_bound(plan, site.citations.get(plan.key, ()), site.instruments)
    stated = plan.issued is not None and plan.issued.exact is not None
    return PlanDay(bound, stated, "ngày ban hành" if stated else basis)


def _grouped(items: Iterable[Item], keys: Callable[[Item], Iterable[str]]) -> dict[str, list[Item]]:
    """Items under each of their keys; an empty key is none."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            if key:
                groups[key].append(item)
    return dict(groups)


def headings(plan: Plan) -> list[Block]:
    """The headings of a plan that have an anchor."""
    return [block for block in plan.blocks if block.kind is BlockKind.HEADING and block.anchor]
