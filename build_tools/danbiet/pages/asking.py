"""Whom to write to: about a task, about a unit's work, about a plan as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from danbiet import addresses, words
from danbiet.model import Body, Contact, Obligation, Plan, Unit
from danbiet.output import Settings
from danbiet.pages.views import AskView

_CRLF = "\r\n"


def task_ask(
    obligation: Obligation, line: str, plan: Plan, unit: Unit, body: Body | None, settings: Settings
) -> AskView:
    """A way to ask about one task: a message that names it, by its one ``line`` first, and where it stands."""
    address = addresses.obligation(plan.key, obligation.id)
    where = f"{settings.site_url}{address}" if settings.site_url else f"mã việc {obligation.id}"
    lines = (
        f"{words.type_word(plan)} “{plan.subject}” ghi việc sau của {unit.name}:",
        f"“{words.short(obligation.duty.text, 600)}”",
        f"({where})",
    )
    subject = f"Hỏi về việc giao {unit.name}: {words.short(line, 60)}"
    return _view(unit.contact or (body.contact if body else None), body, plan.issuer, subject, lines)


def plan_ask(plan: Plan, body: Body | None, settings: Settings) -> AskView:
    """A way to ask the body about a plan as a whole."""
    lines = [f"Về {words.type_word(plan).lower()} “{plan.subject}”."]
    if settings.site_url:
        lines.append(f"({settings.site_url}{addresses.plan(plan.key)})")
    subject = f"Hỏi, phản ánh, kiến nghị: {plan.subject}"
    return _view(body.contact if body else None, body, plan.issuer, subject, lines)


def unit_ask(unit: Unit, body: Body | None, settings: Settings) -> AskView:
    """A way to ask about all that a unit has to do."""
    lines = [f"Về việc được giao cho {unit.name}."]
    if settings.site_url:
        lines.append(f"({settings.site_url}{addresses.unit(unit.id)})")
    issuer = body.name if body else unit.name
    contact = unit.contact or (body.contact if body else None)
    return _view(contact, body, issuer, f"Hỏi về việc giao {unit.name}", lines)


def message_to(email: str, subject: str, body: str) -> str:
    """A mailto link with a message prepared; what stands in the address adds nobody and nothing to it."""
    return f"mailto:{quote(email, safe='@')}?subject={quote(subject)}&body={quote(body)}"


def _view(
    contact: Contact | None, body: Body | None, issuer: str, subject: str, lines: Iterable[str]
) -> AskView:
    """The public addresses, with a message prepared; the writer adds the question."""
    contact = contact or Contact()
    said = (f"Kính gửi {issuer},", "", *lines, "", "Tôi muốn hỏi: ", "", "Họ tên, địa chỉ, điện thoại: ")
    return AskView(
        body=body.name if body else issuer,
        email=contact.email,
        mailto=message_to(contact.email, subject, _CRLF.join(said)) if contact.email else None,
        telephone=contact.telephone,
        url=contact.url,
        address=contact.address,
    )
