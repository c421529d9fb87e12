"""The A4 notice for the board (niêm yết; Luật 10/2022/QH15, Điều 12 và 13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from danbiet import addresses, templates, words
from danbiet.model import Plan, Site
from danbiet.output import Page, Settings
from danbiet.paper.facts import Row, Where, body_of, contact_line, dated, rows, where

_SHOWN_WITHOUT_DAY = 8  # more would push the notice onto a second page


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeContext:
    """What the notice shows. ``dated`` has a row a day; ``undated`` the first of the tasks without one."""

    title: str
    issuer: str
    code: str
    issued: date | None
    place: str
    recipients: int
    tasks: int
    units: tuple[str, ...]
    dated: tuple[Row, ...]
    undated: tuple[Row, ...]
    left_out: int
    contact: str
    where: Where | None
    demonstration: bool
    back: str


def notice_page(plan: Plan, site: Site, settings: Settings) -> Page:
    """The notice of a plan, one A4 page where the plan allows."""
    address = addresses.plan_notice(plan.key)
    body = body_of(plan, site)
    obligations = site.obligations.get(plan.key, ())
    made = rows(obligations, site)
    undated = [r for r in made if r.due is None]
    units = dict.fromkeys(r.unit for r in made)
    context = NoticeContext(
        title=words.plan_title(plan),
        issuer=body.name if body else plan.issuer,
        code=plan.code if plan.code and plan.code_number else "",
        issued=plan.issued.exact if plan.issued else None,
        place=plan.place or "",
        recipients=len(plan.recipients),
        tasks=len(made),
        units=tuple(units),
        dated=dated(obligations, site),
        undated=tuple(undated[:_SHOWN_WITHOUT_DAY]),
        left_out=max(0, len(undated) - _SHOWN_WITHOUT_DAY),
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
