"""The part of the home page that is made from data; the host places it into the hand-written page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from danbiet import addresses
from danbiet.model import Plan
from danbiet.output import Page, Settings
from danbiet.pages.index import Index
from danbiet.pages.plans import plan_line
from danbiet.pages.tasks import by_date, task_view
from danbiet.pages.views import PlanLine, TaskView
from danbiet.templates import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeContext:
    """What ``pages/home.html`` is given."""

    today: date
    search_href: str
    plans: tuple[PlanLine, ...]
    plan_count: int
    plans_href: str
    tasks: tuple[TaskView, ...]
    task_count: int
    deadlines_href: str
    unit_count: int
    units_href: str
    instrument_count: int
    instruments_href: str


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The home page."""
    yield Page(
        address=addresses.HOME,
        title="Trang chủ",
        body=fill("pages/home.html", home_context(index, settings)),
        kind="home",
        description=settings.description,
    )


def home_context(index: Index, settings: Settings) -> HomeContext:
    """The context of the part of the home page that is made from data."""
    site, here = index.site, addresses.HOME
    latest = sorted(site.plans.values(), key=lambda plan: _latest_first(plan, index), reverse=True)
    tasks = [task_view(o, index, settings, here) for group in site.obligations.values() for o in group]
    return HomeContext(
        today=site.today,
        search_href=addresses.relative(addresses.SEARCH, here),
        plans=tuple(plan_line(plan, index, here) for plan in latest[:5]),
        plan_count=len(site.plans),
        plans_href=addresses.relative(addresses.PLANS, here),
        tasks=tuple(task for task in by_date(tasks) if task.next_due)[:5],
        task_count=len(tasks),
        deadlines_href=addresses.relative(addresses.DEADLINES, here),
        unit_count=len(index.obligations_by_unit),
        units_href=addresses.relative(addresses.UNITS, here),
        instrument_count=len(index.citations_by_page),
        instruments_href=addresses.relative(addresses.INSTRUMENTS, here),
    )


def _latest_first(plan: Plan, index: Index) -> tuple[date, int, str]:
    history = index.history_of(plan)
    published = history.published if history else None
    return (published or date.min, plan.year, str(plan.issued or ""))
