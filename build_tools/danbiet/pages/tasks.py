"""An obligation as pages show it: the same view in a plan, on a unit's page and in the tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote

from danbiet import addresses, words
from danbiet.model import Body, Contact, Obligation, Plan, Unit
from danbiet.output import Settings
from danbiet.pages import standing
from danbiet.pages.index import Index
from danbiet.pages.views import AskView, DueView, Link, TaskView, UnitTasks

_CRLF = "\r\n"


def task_view(obligation: Obligation, index: Index, settings: Settings, here: str) -> TaskView:
    """The view of an obligation for the page at ``here``."""
    site, duty = index.site, obligation.duty
    plan, unit = site.plans[obligation.plan_key], site.units[obligation.unit_id]
    address = addresses.obligation(plan.key, obligation.id)
    dues = standing.due_views(index.states[obligation.id], here)
    ahead = [(due.day, due.what) for due in dues if due.day and due.day >= site.today]
    next_due, next_what = min(ahead, default=(None, ""))
    return TaskView(
        id=obligation.id,
        text=duty.text,
        short=words.short(duty.text),
        unit=Link(text=words.unit_label(unit), href=addresses.relative(addresses.unit(unit.id), here)),
        body_id=unit.body_id,
        body=index.body_name(plan),
        plan=Link(text=plan.subject, href=addresses.relative(addresses.plan(plan.key), here)),
        plan_year=plan.year,
        receipt=addresses.relative(address, here),
        section=words.section_label(duty.section),
        dues=dues,
        when=_when(obligation, dues),
        next_due=next_due,
        next_what=words.capital(next_what) or words.short(duty.text),
        recurrence=words.recurring(duty.recurrence),
        reports_to=_reports_to(obligation),
        measurable=duty.measurable,
        state=standing.leading(dues),
        ask=_ask(obligation, plan, unit, index.body_of(plan), settings, address),
        withdrawn=tuple((w.on, w.reason) for w in site.withdrawn if w.obligation_id == obligation.id),
    )


def by_unit(tasks: Iterable[TaskView]) -> tuple[UnitTasks, ...]:
    """Tasks under their units, both in the order in which they first come."""
    groups: dict[str, list[TaskView]] = {}
    for task in tasks:
        groups.setdefault(task.unit.href, []).append(task)
    return tuple(
        UnitTasks(title=group[0].unit.text, shape="", href=href, tasks=tuple(group))
        for href, group in groups.items()
    )


def by_date(tasks: Iterable[TaskView]) -> list[TaskView]:
    """Next date first, then those whose dates have passed, then those without a date."""
    return sorted(tasks, key=lambda task: (task.next_due is None, task.next_due or date.max))


def _when(obligation: Obligation, dues: tuple[DueView, ...]) -> str:
    """One line about the dates: never empty, never invented."""
    duty = obligation.duty
    parts = [words.day(due.day) if due.day and not due.recurring else due.raw for due in dues]
    parts = list(dict.fromkeys(part for part in parts if part))
    if parts:
        return "; ".join(parts)
    return words.recurring(duty.recurrence) or words.NO_DEADLINE


def _reports_to(obligation: Obligation) -> str:
    duty = obligation.duty
    if not duty.reports_to:
        return ""
    return f"{duty.reports_to} (qua {duty.via})" if duty.via else duty.reports_to


def _ask(
    obligation: Obligation, plan: Plan, unit: Unit, body: Body | None, settings: Settings, address: str
) -> AskView:
    contact = unit.contact or (body.contact if body else None) or Contact()
    where = f"{settings.site_url}{address}" if settings.site_url else f"mã việc {obligation.id}"
    return AskView(
        body=body.name if body else plan.issuer,
        mailto=_mailto(contact.email, obligation, plan, unit, where) if contact.email else None,
        telephone=contact.telephone,
        url=contact.url,
        address=contact.address,
    )


def _mailto(email: str, obligation: Obligation, plan: Plan, unit: Unit, where: str) -> str:
    """A message that names the obligation and where it stands; the writer adds the question."""
    subject = f"Hỏi về việc giao {unit.name}: {words.short(obligation.duty.text, 60)}"
    lines = (
        f"Kính gửi {plan.issuer},",
        "",
        f"{words.type_word(plan)} “{plan.subject}” ghi việc sau của {unit.name}:",
        f"“{words.short(obligation.duty.text, 600)}”",
        f"({where})",
        "",
        "Tôi muốn hỏi: ",
        "",
        "Họ tên, địa chỉ, điện thoại: ",
    )
    return f"mailto:{email}?subject={quote(subject)}&body={quote(_CRLF.join(lines))}"
