"""The A4 notice for the board (niêm yết; Luật 10/2022/QH15, Điều 12 và 13)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from danbiet import addresses, templates, words
from danbiet.gist import gist
from danbiet.model import Deadline, Obligation, Plan, Site
from danbiet.output import Page, Settings
from danbiet.paper.facts import Where, body_of, contact_line, dated, undated, where
from danbiet.paper.full_dates import full

_BRIEF = 140  # characters of what is due that fit two lines of the table


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """One deadline: ``when`` with its full date, whose it is, what is due, and where the plan says so."""

    when: str
    unit: str
    what: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit whose tasks have no time: how many, and in which sections of the plan they stand."""

    unit: str
    count: int
    sections: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeContext:
    """What the notice shows: ``dated`` has a row a deadline, ``undated`` a line a unit."""

    title: str
    issuer: str
    code: str
    issued: date | None
    tasks: int
    units: int
    dated: tuple[NoticeRow, ...]
    undated: tuple[UnitLine, ...]
    undated_count: int
    contact: str
    where: Where | None
    demonstration: bool
    back: str


def notice_page(plan: Plan, site: Site, settings: Settings) -> Page:
    """The notice of a plan, one A4 page where the plan allows."""
    address = addresses.plan_notice(plan.key)
    body = body_of(plan, site)
    obligations = site.obligations.get(plan.key, ())
    without = _by_unit(undated(obligations), site)
    context = NoticeContext(
        title=words.plan_title(plan),
        issuer=site.issuer_of(plan.key),
        code=plan.code if plan.code and plan.code_number else "",
        issued=plan.issued.exact if plan.issued else None,
        tasks=len(obligations),
        units=len({o.unit_id for o in obligations}),
        dated=tuple(_row(obligation, deadline, site) for obligation, deadline in dated(obligations)),
        undated=without,
        undated_count=sum(line.count for line in without),
        contact=contact_line(body.contact if body else None),
        where=where(addresses.plan(plan.key), settings),
        demonstration=settings.demonstration,
        back=addresses.relative(addresses.plan(plan.key), address),
    )
    return Page(
        address=address,
        title=f"Bản niêm yết: {words.plan_title(plan)}",
        body=templates.fill("papers/notice.html", context),
        kind="notice",
        layout="paper",
        scripts=("share",),
        description=f"Bản in để niêm yết: {words.plan_title(plan)}, {context.issuer}.",
        crumbs=((words.plan_title(plan), addresses.plan(plan.key)),),
    )


def _row(obligation: Obligation, deadline: Deadline, site: Site) -> NoticeRow:
    return NoticeRow(
        when=words.capital(full(deadline)),
        unit=words.unit_label(site.units[obligation.unit_id]),
        what=words.capital(words.short(deadline.what, _BRIEF)) or gist(obligation, site, _BRIEF),
        section=_section(obligation),
    )


def _by_unit(obligations: Iterable[Obligation], site: Site) -> tuple[UnitLine, ...]:
    """Units in the order of the plan."""
    groups: dict[str, list[Obligation]] = {}
    for obligation in obligations:
        groups.setdefault(obligation.unit_id, []).append(obligation)
    return tuple(
        UnitLine(
            unit=words.unit_label(site.units[unit_id]),
            count=len(group),
            sections=", ".join(dict.fromkeys(filter(None, map(_section, group)))),
        )
        for unit_id, group in groups.items()
    )


def _section(obligation: Obligation) -> str:
    """The section as printed ("III.2"); nothing for what has no number."""
    section = obligation.duty.section
    return "" if section in words.SPECIAL_SECTIONS else section
