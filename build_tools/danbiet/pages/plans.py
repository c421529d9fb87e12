"""The list of plans, by year and body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from danbiet import addresses, words
from danbiet.model import Plan
from danbiet.output import Page, Settings
from danbiet.pages.index import Index
from danbiet.pages.parts import LINES, Part, parts
from danbiet.pages.views import Link, PlanLine
from danbiet.templates import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfPlans:
    """The plans of one year, on this page or, in the overview, on a page of their own (``href``)."""

    year: int
    count: int
    href: str
    plans: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlansContext:
    """What ``pages/plans.html`` is given."""

    years: tuple[YearOfPlans, ...]
    count: int
    body_count: int
    of_year: int | None = None
    links: tuple[Link, ...] = ()
    number: int = 1


def plan_line(plan: Plan, index: Index, here: str) -> PlanLine:
    """A plan as one entry of a list on the page at ``here``."""
    history = index.history_of(plan)
    return PlanLine(
        href=addresses.relative(addresses.plan(plan.key), here),
        title=words.plan_title(plan),
        body=index.body_name(plan),
        body_id=index.site.plan_bodies.get(plan.key, ""),
        year=plan.year,
        code=(plan.code or "") if plan.code_number else "",
        issued=words.partial(plan.issued) if plan.issued else words.UNKNOWN_ISSUE_DATE,
        published=words.day(history.published) if history and history.published else "",
        tasks=len(index.site.obligations.get(plan.key, ())),
    )


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The list of plans, and that of each year."""
    plans = list(index.site.plans.values())
    yield Page(
        address=addresses.PLANS,
        title="Kế hoạch",
        body=fill("pages/plans.html", plans_context(index)),
        kind="plans",
        description=f"{len(plans)} kế hoạch đã đăng, theo năm và cơ quan ban hành.",
    )
    for year in sorted({plan.year for plan in plans}):
        of_year = _sorted([plan for plan in plans if plan.year == year], index)
        for part in parts(of_year, addresses.plans_of_year(year), LINES):
            filled = year_context(part, year, len(of_year), index)
            yield Page(
                address=part.address,
                title=f"Kế hoạch năm {year}{f', phần {part.number}' if part.number > 1 else ''}",
                body=fill("pages/plans.html", filled),
                kind="plans",
                description=f"{len(of_year)} kế hoạch của năm {year}, theo cơ quan ban hành.",
                crumbs=(("Kế hoạch", addresses.PLANS),),
            )


def plans_context(index: Index) -> PlansContext:
    """The context of the list of plans: latest year first, then by body; only the years where it is long."""
    here, plans = addresses.PLANS, list(index.site.plans.values())
    short = len(plans) <= LINES
    years = sorted({plan.year for plan in plans}, reverse=True)
    of = {year: _sorted([plan for plan in plans if plan.year == year], index) for year in years}
    return PlansContext(
        years=tuple(
            YearOfPlans(
                year=year,
                count=len(of[year]),
                href=addresses.relative(addresses.plans_of_year(year), here),
                plans=tuple(plan_line(plan, index, here) for plan in of[year]) if short else (),
            )
            for year in years
        ),
        count=len(plans),
        body_count=len({index.body_name(plan) for plan in plans}),
    )


def year_context(part: Part[Plan], year: int, count: int, index: Index) -> PlansContext:
    """The context of the list of one year's plans, or of a part of it."""
    lines = tuple(plan_line(plan, index, part.address) for plan in part.items)
    return PlansContext(
        years=(YearOfPlans(year=year, count=count, href="", plans=lines),),
        count=count,
        body_count=len({line.body for line in lines}),
        of_year=year,
        links=part.links,
        number=part.number,
    )


def _sorted(plans: list[Plan], index: Index) -> list[Plan]:
    return sorted(plans, key=lambda plan: (index.body_name(plan), words.plan_title(plan)))
