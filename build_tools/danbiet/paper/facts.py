"""What every paper needs of a plan, made ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import segno
from markupsafe import Markup

from danbiet.model import Body, Contact, Deadline, Obligation, Plan, Site
from danbiet.output import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The public address a paper leads back to, with its QR code; both missing without a site_url."""

    address: str
    shown: str
    qr: Markup


def body_of(plan: Plan, site: Site) -> Body | None:
    """The body that issued a plan."""
    return site.bodies.get(site.plan_bodies.get(plan.key, ""))


def dated(obligations: Iterable[Obligation]) -> list[tuple[Obligation, Deadline]]:
    """Every deadline with its obligation: by day; then those that come back, or whose day is not known."""
    found = [(o, d) for o in obligations for d in o.duty.deadlines]
    return sorted(found, key=lambda pair: (pair[1].due is None, pair[1].due or date.max))


def undated(obligations: Iterable[Obligation]) -> Iterator[Obligation]:
    """The obligations whose plan names no time at all."""
    return (o for o in obligations if not o.duty.deadlines)


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
