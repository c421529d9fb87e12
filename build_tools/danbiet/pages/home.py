"""The part of the home page that is made from data; the host places it into the hand-written page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from danbiet import addresses, words
from danbiet.gist import gist
from danbiet.model import Plan
from danbiet.output import Page, Settings
from danbiet.pages.index import Index
from danbiet.pages.plans import plan_line
from danbiet.pages.views import PlanLine
from danbiet.templates import fill

_SHOWN = 5  # days that the page shows
_KEPT = 20  # days that wait behind them, for the browser to show when the first have passed


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingLine:
    """A day ahead: what is due, where the plan says so, and whose it is."""

    day: date
    what: str
    href: str
    unit: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeContext:
    """What ``pages/home.html`` is given. Of ``coming`` the first ``shown`` are seen on the day of building;
    ``more`` is true where there are days behind its last.
    """

    today: date
    search_href: str
    plans: tuple[PlanLine, ...]
    plan_count: int
    plans_href: str
    coming: tuple[ComingLine, ...]
    shown: int
    more: bool
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
        body=fill("pages/home.html", home_context(index)),
        kind="home",
        description=settings.description,
        scripts=("state", "coming"),
    )


def home_context(index: Index) -> HomeContext:
    """The context of the part of the home page that is made from data."""
    site, here = index.site, addresses.HOME
    latest = sorted(site.plans.values(), key=lambda plan: _latest_first(plan, index), reverse=True)
    coming = _coming(index, here)
    return HomeContext(
        today=site.today,
        search_href=addresses.relative(addresses.SEARCH, here),
        plans=tuple(plan_line(plan, index, here) for plan in latest[:5]),
        plan_count=len(site.plans),
        plans_href=addresses.relative(addresses.PLANS, here),
        coming=coming[: _SHOWN + _KEPT],
        shown=_SHOWN,
        more=len(coming) > _SHOWN + _KEPT,
        task_count=len(index.obligations_by_id),
        deadlines_href=addresses.relative(addresses.DEADLINES, here),
        unit_count=len(index.obligations_by_unit),
        units_href=addresses.relative(addresses.UNITS, here),
        instrument_count=len(index.citations_by_page),
        instruments_href=addresses.relative(addresses.INSTRUMENTS, here),
    )


def _coming(index: Index, here: str) -> tuple[ComingLine, ...]:
    """What falls due next, each time it does: as many as are kept, and one more where there are more."""
    site = index.site
    ahead = (
        (one.occurrence.due, o, one.occurrence.what)
        for group in site.obligations.values()
        for o in group
        for one in index.states[o.id]
        if one.occurrence.due and one.occurrence.due >= site.today
    )
    found = sorted(ahead, key=lambda one: one[0])[: _SHOWN + _KEPT + 1]
    return tuple(
        ComingLine(
            day=day,
            what=words.capital(what) or gist(o, site),
            href=addresses.relative(addresses.obligation(o.plan_key, o.id), here),
            unit=words.unit_label(site.units[o.unit_id]),
            body=index.body_name(site.plans[o.plan_key]),
        )
        for day, o, what in found
    )


def _latest_first(plan: Plan, index: Index) -> tuple[date, int, str]:
    history = index.history_of(plan)
    published = history.published if history else None
    return (published or date.min, plan.year, str(plan.issued or ""))
