"""What every paper needs of a plan, made ready to print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import segno

from danbiet.model import Body, Contact, Deadline, Obligation, Plan, Site
from danbiet.output import Settings

_DARK = re.compile(b"\x01+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A QR code as it is drawn: modules on a side, and an SVG path that strokes the dark ones row by row."""

    size: int
    strokes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The public address a paper leads back to, with its QR code; both missing without a site_url."""

    address: str
    shown: str
    qr: Code


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
    return Where(address=full, shown=full.removeprefix("https://").removesuffix("/"), qr=_code(full))


def _code(text: str) -> Code:
    # Any mask can be read; trying all eight for the handsomest takes nine tenths of the time.
    rows = segno.make(text, error="m", mask=2).matrix
    moves, x, y = ["M0 0.5"], 0, 0
    for line, row in enumerate(rows):
        for run in _DARK.finditer(row):
            start, end = run.span()
            moves.append(f"m{start - x} {line - y}h{end - start}")
            x, y = end, line
    return Code(size=len(rows), strokes="".join(moves))


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
