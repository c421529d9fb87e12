"""The list of plans, by year and body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from danbiet import addresses, words
from danbiet.model import Plan
from danbiet.output import Page, Settings
from danbiet.pages.index import Index
from danbiet.pages.views import PlanLine
from danbiet.templates import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfPlans:
    """The plans of one year."""

    year: int
    plans: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlansContext:
    """What ``pages/plans.html`` is given."""

    years: tuple[YearOfPlans, ...]
    count: int
    body_count: int


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
    """The list of plans."""
    yield Page(
        address=addresses.PLANS,
        title="Kế hoạch",
        body=fill("pages/plans.html", plans_context(index)),
        kind="plans",
        description=f"{len(index.site.plans)} kế hoạch đã đăng, theo năm và nơi ban hành.",
    )


def plans_context(index: Index) -> PlansContext:
    """The context of the list of plans: latest year first, then by body."""
    lines = [plan_line(plan, index, addresses.PLANS) for plan in index.site.plans.values()]
    years = sorted({line.year for line in lines}, reverse=True)
    return PlansContext(
        years=tuple(
            YearOfPlans(
                year=year,
                plans=tuple(sorted((x for x in lines if x.year == year), key=lambda x: (x.body, x.title))),
            )
            for year in years
        ),
        count=len(lines),
        body_count=len({line.body for line in lines}),
    )
