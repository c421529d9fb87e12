"""What every paper needs of a plan, made ready to print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import segno
from markupsafe import Markup

from danbiet import words
from danbiet.model import Body, Contact, Obligation, Plan, Site
from danbiet.output import Settings

BRIEF = 140  # characters of a task's beginning that fit two lines of the notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One task on paper.

    ``text`` is the verbatim sentence, ``brief`` its beginning; ``lines`` what
    is said of its dates, each with what is due then; ``due`` the earliest of its days; ``section`` as
    printed ("III.2").
    """

    text: str
    brief: str
    unit: str
    plan: str
    section: str
    lines: tuple[str, ...]
    due: date | None
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The public address a paper leads back to, with its QR code; both missing without a site_url."""

    address: str
    shown: str
    qr: Markup


def body_of(plan: Plan, site: Site) -> Body | None:
    """The body that issued a plan."""
    return site.bodies.get(site.plan_bodies.get(plan.key, ""))


def row(obligation: Obligation, site: Site) -> Row:
    """A task ready to print."""
    duty = obligation.duty
    days = sorted(deadline.due for deadline in duty.deadlines if deadline.due)
    lines = [f"{d.raw}: {d.what}" if d.what else d.raw for d in duty.deadlines]
    if duty.recurrence:
        lines.insert(0, ", ".join(words.RECURRENCES[r] for r in duty.recurrence))
    return Row(
        text=duty.text,
        brief=words.short(duty.text, BRIEF),
        unit=words.unit_label(site.units[obligation.unit_id]),
        plan=words.plan_title(site.plans[obligation.plan_key]),
        section="" if duty.section == "closing" else duty.section,
        lines=tuple(lines) or (words.NO_DEADLINE,),
        due=days[0] if days else None,
        what=duty.deadlines[0].what if duty.deadlines else "",
    )


def rows(obligations: Iterable[Obligation], site: Site) -> tuple[Row, ...]:
    """Tasks ready to print, those with a day first, by day; the rest in the plan's order."""
    made = [row(obligation, site) for obligation in obligations]
    return tuple(sorted(made, key=lambda r: (r.due is None, r.due or date.max)))


def dated(obligations: Iterable[Obligation], site: Site) -> tuple[Row, ...]:
    """One row for each day on which something is due, by day: what is due then, or the task's beginning."""
    made = [
        replace(
            row(o, site),
            lines=(d.raw,),
            due=d.due,
            brief=words.capital(words.short(d.what or o.duty.text, BRIEF)),
        )
        for o in obligations
        for d in o.duty.deadlines
        if d.due
    ]
    return tuple(sorted(made, key=lambda r: r.due or date.max))


def where(address: str, settings: Settings) -> Where | None:
    """The public address of a page and its QR code, where the site has one."""
    if not settings.site_url:
        return None
    full = settings.site_url + address
    # Any mask can be read; trying all eight for the handsomest takes nine tenths of the time.
    svg = segno.make(full, error="m", mask=2).svg_inline(
        scale=3, border=2, dark="#000", light="#fff", omitsize=True
    )
    return Where(address=full, shown=full.removeprefix("https://").removesuffix("/"), qr=Markup(svg))


def contact_line(contact: Contact | None) -> str:
    """How to reach the body, in one line; empty where it has published no address here."""
    if contact is None:
        return ""
    parts = [
        contact.address,
        contact.telephone and f"điện thoại {contact.telephone}",
        contact.email,
        contact.url,
    ]
    return "; ".join(part for part in parts if part)
