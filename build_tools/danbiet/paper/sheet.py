"""The monitoring sheet (phiếu theo dõi) for a meeting: every task, what was published here about it, and room
for findings and a signature.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from danbiet import addresses, templates, words
from danbiet.model import Obligation, Plan, Site, Unit
from danbiet.output import Page, Settings
from danbiet.paper.facts import Where, where
from danbiet.paper.times import SheetTime, sheet_times
from danbiet.progress import Tracked

States = Mapping[str, Sequence[Tracked]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One task: its verbatim words, whose it is, where it stands, its days and what was published of each."""

    number: int
    text: str
    unit: str
    section: str
    times: tuple[SheetTime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRows:
    """The rows of one plan; ``title`` is empty where the plan stands in the head of the sheet."""

    title: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetContext:
    """What a sheet shows. ``of_unit`` says whether the unit stands in the heading instead of a column;
    ``reporting`` whether its body publishes progress here: else nothing is said of it in the rows.
    """

    heading: str
    issuer: str
    plan: str
    of_unit: bool
    reporting: bool
    today: date
    count: int
    groups: tuple[PlanRows, ...]
    where: Where | None
    demonstration: bool
    back: str


def plan_sheet_page(plan: Plan, site: Site, states: States, settings: Settings) -> Page:
    """The sheet of one plan, all units."""
    obligations = site.obligations.get(plan.key, ())
    return _page(
        address=addresses.plan_sheet(plan.key),
        of=addresses.plan(plan.key),
        context=SheetContext(
            heading=words.plan_title(plan),
            issuer=site.issuer_of(plan.key),
            plan="",
            of_unit=False,
            reporting=site.plan_bodies.get(plan.key) in site.bodies_reporting,
            today=site.today,
            count=len(obligations),
            groups=(PlanRows(title="", rows=_rows(obligations, site, states, 1)),),
            where=where(addresses.plan(plan.key), settings),
            demonstration=settings.demonstration,
            back=addresses.relative(addresses.plan(plan.key), addresses.plan_sheet(plan.key)),
        ),
    )


def unit_sheet_page(
    unit: Unit, obligations: Sequence[Obligation], site: Site, states: States, settings: Settings
) -> Page:
    """The sheet of one unit: its obligations of all plans, in the site's order."""
    body = site.bodies.get(unit.body_id)
    by_plan: dict[str, list[Obligation]] = {}
    for obligation in obligations:
        by_plan.setdefault(obligation.plan_key, []).append(obligation)
    titles = {key: words.plan_title(site.plans[key]) for key in by_plan}
    groups: list[PlanRows] = []
    for key, group in by_plan.items():
        first = 1 + sum(len(before.rows) for before in groups)
        title = titles[key] if len(by_plan) > 1 else ""
        groups.append(PlanRows(title=title, rows=_rows(group, site, states, first)))
    return _page(
        address=addresses.unit_sheet(unit.id),
        of=addresses.unit(unit.id),
        context=SheetContext(
            heading=words.unit_label(unit),
            issuer=body.name if body else "",
            plan=next(iter(titles.values())) if len(titles) == 1 else "",
            of_unit=True,
            reporting=unit.body_id in site.bodies_reporting,
            today=site.today,
            count=len(obligations),
            groups=tuple(groups),
            where=where(addresses.unit(unit.id), settings),
            demonstration=settings.demonstration,
            back=addresses.relative(addresses.unit(unit.id), addresses.unit_sheet(unit.id)),
        ),
    )


def _rows(obligations: Sequence[Obligation], site: Site, states: States, first: int) -> tuple[SheetRow, ...]:
    """Tasks with a day first, by day; then those that come back; then the rest in the plan's order."""
    ordered = sorted(obligations, key=lambda o: (not o.duty.deadlines, _earliest(o)))
    return tuple(_row(o, number, site, states) for number, o in enumerate(ordered, first))


def _earliest(obligation: Obligation) -> date:
    return min((d.due for d in obligation.duty.deadlines if d.due), default=date.max)


def _row(obligation: Obligation, number: int, site: Site, states: States) -> SheetRow:
    duty = obligation.duty
    return SheetRow(
        number=number,
        text=duty.text,
        unit=words.unit_label(site.units[obligation.unit_id]),
        section=words.section_label(duty.section),
        times=sheet_times(obligation, states[obligation.id], site),
    )


def _page(*, address: str, of: str, context: SheetContext) -> Page:
    return Page(
        address=address,
        title=f"Phiếu theo dõi: {context.heading}",
        body=templates.fill("papers/sheet.html", context),
        kind="sheet",
        layout="paper",
        scripts=("share",),
        description=f"Phiếu theo dõi để in: {context.heading}, {context.issuer}.",
        crumbs=((context.heading, of),),
    )
