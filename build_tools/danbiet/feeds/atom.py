"""cap-nhat.xml: new plans, changed plans, new progress and confirmations as an Atom feed (RFC 4287)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

from danbiet import addresses, progress
from danbiet.feeds.links import note
from danbiet.model import ChangeKind, Obligation, ProgressEntry, Site
from danbiet.output import Settings

ATOM = "http://www.w3.org/2005/Atom"
ADDRESS = f"{addresses.DATA}cap-nhat.xml"
LIMIT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One entry of the feed."""

    on: date
    title: str
    summary: str
    address: str
    mark: str  # what tells it apart from others of the same address
    author: str
    category: str


def atom_bytes(site: Site, settings: Settings) -> bytes:
    """The newest hundred changes, newest first; the site has a public address."""
    news = sorted(_news(site), key=lambda one: (one.on, one.mark), reverse=True)[:LIMIT]
    ET.register_namespace("", ATOM)
    feed = ET.Element(_tag("feed"), {"xml:lang": "vi"})
    _text(feed, "id", f"{settings.site_url}{ADDRESS}")
    _text(feed, "title", f"{settings.site_name}: cập nhật")
    _text(feed, "subtitle", note(settings))
    _text(feed, "updated", _time(news[0].on if news else site.today))
    _link(feed, "self", f"{settings.site_url}{ADDRESS}", "application/atom+xml")
    _link(feed, "alternate", str(settings.site_url), "text/html")
    _author(feed, settings.site_name)
    for one in news:
        entry = ET.SubElement(feed, _tag("entry"))
        url = f"{settings.site_url}{one.address}"
        _text(entry, "id", f"{url.partition('#')[0]}#{one.mark}")
        _text(entry, "title", one.title)
        _text(entry, "updated", _time(one.on))
        _link(entry, "alternate", url, "text/html")
        _author(entry, one.author or settings.site_name)
        ET.SubElement(entry, _tag("category"), {"term": one.category})
        _text(entry, "summary", one.summary)
    ET.indent(feed, " ")
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _news(site: Site) -> Iterator[News]:
    for key, history in site.histories.items():
        if key not in site.plans or not history.known:
            continue
        plan = site.plans[key]
        name = f"{plan.type_name} {plan.subject}"
        for index, change in enumerate(history.changes):
            new = index == 0
            kind = change.kind.value if change.kind is not ChangeKind.UNSTATED else "không nêu lý do"
            document = f" ({change.document})" if change.document else ""
            yield News(
                on=change.on,
                title=f"Kế hoạch mới: {plan.subject}" if new else f"Thay đổi: {plan.subject}",
                summary=f"{name}, {plan.issuer}" if new else f"{kind}{document}. {change.summary}",
                address=addresses.plan(key) if new else addresses.plan_history(key),
                mark=f"dang-{change.commit[:12]}" if new else f"thay-doi-{change.commit[:12]}",
                author=plan.issuer,
                category="ke-hoach-moi" if new else "thay-doi",
            )
    for group in site.obligations.values():
        for obligation in group:
            yield from _progress(obligation, site)


def _progress(obligation: Obligation, site: Site) -> Iterator[News]:
    unit = site.units[obligation.unit_id].name
    for entry in site.progress.get(obligation.id, ()):
        if entry.on > site.today:
            continue
        yield News(
            on=entry.on,
            title=f"Tiến độ: {unit} – {entry.stage.value}",
            summary=f"{entry.what} (việc: “{obligation.duty.text}”)",
            address=addresses.obligation(obligation.plan_key, obligation.id),
            mark=f"tien-do-{_digest(entry)}",
            author=entry.reported_by,
            category="tien-do",
        )
        for number, said in enumerate(entry.confirmations, start=1):
            if said.on <= site.today:
                yield News(
                    on=said.on,
                    title=f"Xác nhận: {said.by} – {progress.confirmation_label(said)}",
                    summary=f"{unit}: {entry.what} (việc: “{obligation.duty.text}”)",
                    address=addresses.obligation(obligation.plan_key, obligation.id),
                    mark=f"xac-nhan-{number}-{_digest(entry)}",
                    author=said.by,
                    category="xac-nhan",
                )


def _digest(entry: ProgressEntry) -> str:
    """An entry's own words as a mark: entries never change, so neither does this."""
    words = "\n".join(
        (entry.obligation_id, entry.period or "", entry.on.isoformat(), entry.stage.value, entry.what)
    )
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _text(parent: ET.Element, name: str, text: str) -> None:
    # XML 1.0 has no way to write control characters.
    ET.SubElement(parent, _tag(name)).text = "".join(c for c in text if c >= " " or c in "\t\n")


def _link(parent: ET.Element, relation: str, address: str, kind: str) -> None:
    ET.SubElement(parent, _tag("link"), {"rel": relation, "type": kind, "href": address})


def _author(parent: ET.Element, name: str) -> None:
    _text(ET.SubElement(parent, _tag("author")), "name", name)


def _time(day: date) -> str:
    """Midnight in Việt Nam: git and progress files give days, not times."""
    return f"{day.isoformat()}T00:00:00+07:00"
