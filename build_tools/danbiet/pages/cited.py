"""Instruments as pages show them: under a plan, and in lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from danbiet import addresses, words
from danbiet.model import Citation, Instrument, InstrumentStatus, Plan
from danbiet.pages.index import UNDETERMINED, Index
from danbiet.pages.views import CitedView, ValidityView
from danbiet.register import validity

GROUP_NOTE = "Có nhiều văn bản cùng số này; kế hoạch không nêu đủ để biết là văn bản nào."
UNKNOWN_NOTE = "Chưa xác định được kế hoạch muốn nói tới văn bản nào."
UNREGISTERED_NOTE = "Chưa có trong danh mục văn bản của trang này."


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What can be said of the page a citation leads to, registered or not."""

    name: str
    title: str
    note: str
    instrument: Instrument | None


def named(citation: Citation, index: Index) -> Named:
    """The name and title under which a citation's target is shown, and what is not known of it."""
    instrument = index.instrument_of(citation) or index.site.instruments.get(citation.page_id)
    if instrument and not citation.candidates:
        note = "" if instrument.registered else UNREGISTERED_NOTE
        title = "" if instrument.title == words.instrument_name(instrument) else instrument.title
        return Named(name=words.instrument_name(instrument), title=title, note=note, instrument=instrument)
    mention = citation.mention
    printed = mention.name or (f"{mention.type_name} số {mention.number}" if mention.number else mention.raw)
    if citation.candidates:
        note = GROUP_NOTE
    else:
        note = UNKNOWN_NOTE if citation.page_id == UNDETERMINED else UNREGISTERED_NOTE
    return Named(name=printed, title=mention.subject or "", note=note, instrument=None)


def cited_views(plan: Plan, index: Index, here: str) -> tuple[CitedView, ...]:
    """Every instrument a plan cites, once, in the order of first mention."""
    groups: dict[str, list[Citation]] = {}
    for citation in index.site.citations.get(plan.key, ()):
        groups.setdefault(citation.page_id, []).append(citation)
    on = index.day_of(plan).day
    return tuple(_cited_view(group, index, on, here) for group in groups.values())


def _cited_view(group: list[Citation], index: Index, on: date | None, here: str) -> CitedView:
    first = group[0]
    target = named(first, index)
    instrument = target.instrument
    known = instrument is not None and instrument.registered
    issued = instrument.issued if instrument and instrument.issued else first.mention.date
    return CitedView(
        id=first.page_id,
        name=target.name,
        title=target.title,
        issuer=(instrument.issuer if instrument else first.mention.issuer) or "",
        issued=words.partial(issued) if issued else "",
        href=addresses.relative(addresses.instrument(first.page_id), here),
        then=ValidityView.of(validity(instrument, on)) if instrument and known and on else None,
        now=ValidityView.of(validity(instrument, index.site.today)) if instrument and known else None,
        sought=known and instrument is not None and instrument.status is InstrumentStatus.NO_REPLACEMENT_SEEN,
        says=says(instrument) if instrument and known else "",
        count=len(group),
        first=place(first, index, here),
        note=target.note,
    )


def place(citation: Citation, index: Index, here: str) -> str:
    """Where in its plan a citation stands, as a link."""
    plan = index.site.plans[citation.plan_key]
    block = index.block_at(plan, citation.mention.start)
    anchor = f"#{block.anchor}" if block and block.anchor else ""
    return addresses.relative(f"{addresses.plan(plan.key)}{anchor}", here)


def says(instrument: Instrument) -> str:
    """Who says so and when it was looked at, in one line."""
    if not instrument.sources:
        return "chưa xác minh"
    first = next((s for s in instrument.sources if not s.secondary), instrument.sources[0])
    label = f"{first.where} (nguồn thứ cấp)" if first.secondary else first.where
    checked = f"; kiểm tra {words.partial(instrument.checked_on)}" if instrument.checked_on else ""
    return f"{label}{checked}"
