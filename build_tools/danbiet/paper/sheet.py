"""The monitoring sheet (phiếu theo dõi) for a meeting: every task, with room for findings and a signature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from danbiet import addresses, templates, words
from danbiet.model import Obligation, Plan, Site, Unit
from danbiet.output import Page, Settings
from danbiet.paper.facts import Row, Where, body_of, rows, where


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetContext:
    """What a sheet shows. ``of_unit`` says whether the unit stands in the heading instead of a column."""

    heading: str
    issuer: str
    of_unit: bool
    today: date
    rows: tuple[Row, ...]
    where: Where | None
    demonstration: bool
    back: str


def plan_sheet_page(plan: Plan, site: Site, settings: Settings) -> Page:
    """The sheet of one plan, all units."""
    body = body_of(plan, site)
    return _page(
        address=addresses.plan_sheet(plan.key),
        of=addresses.plan(plan.key),
        heading=words.plan_title(plan),
        issuer=body.name if body else plan.issuer,
        of_unit=False,
        obligations=site.obligations.get(plan.key, ()),
        site=site,
        settings=settings,
    )


def unit_sheet_page(unit: Unit, obligations: tuple[Obligation, ...], site: Site, settings: Settings) -> Page:
    """The sheet of one unit: its obligations of all plans, in the site's order."""
    body = site.bodies.get(unit.body_id)
    return _page(
        address=addresses.unit_sheet(unit.id),
        of=addresses.unit(unit.id),
        heading=words.unit_label(unit),
        issuer=body.name if body else "",
        of_unit=True,
        obligations=obligations,
        site=site,
        settings=settings,
    )


def _page(
    *,
    address: str,
    of: str,
    heading: str,
    issuer: str,
    of_unit: bool,
    obligations: tuple[Obligation, ...],
    site: Site,
    settings: Settings,
) -> Page:
    context = SheetContext(
        heading=heading,
        issuer=issuer,
        of_unit=of_unit,
        today=site.today,
        rows=rows(obligations, site),
        where=where(of, settings),
        demonstration=settings.demonstration,
        back=addresses.relative(of, address),
    )
    return Page(
        address=address,
        title=f"Phiếu theo dõi: {heading}",
        body=templates.fill("papers/sheet.html", context),
        kind="sheet",
        layout="paper",
        scripts=("share",),
        description=f"Phiếu theo dõi để in: {heading}, {issuer}.",
        crumbs=((heading, of),),
    )
