"""The list of instruments, and the page of each: its facts, its life, and every plan that cites it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from danbiet import addresses, words
from danbiet.model import Citation, Instrument
from danbiet.output import Page, Settings
from danbiet.pages.cited import GROUP_NOTE, UNKNOWN_NOTE, UNREGISTERED_NOTE, named
from danbiet.pages.citing import CitingPlan, citing_plans, plan_link
from danbiet.pages.index import UNDETERMINED, Index
from danbiet.pages.life import Life, life_of
from danbiet.pages.views import Link, ValidityView
from danbiet.register import validity
from danbiet.templates import fill
from danbiet.text import collapse


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentLine:
    """An instrument in the list."""

    href: str
    name: str
    title: str
    issuer: str
    issued: str
    now: ValidityView | None
    plans: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentsContext:
    """What ``pages/instruments.html`` is given: groups of instruments by kind of issuer's word."""

    today: date
    cited: tuple[InstrumentLine, ...]
    related: tuple[InstrumentLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """Who says so."""

    where: str
    says: str
    url: str
    secondary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentContext:
    """What ``pages/instrument.html`` is given; ``instrument`` is missing where none is registered.

    ``moved_to`` is set on a former address, which leads on. ``candidates`` are the instruments that
    a mention may mean.
    """

    today: date
    name: str
    title: str
    note: str
    instrument: Instrument | None
    issued: str
    effective: str
    ended: str
    now: ValidityView | None
    checked_on: str
    sources: tuple[SourceView, ...]
    replaced_by: tuple[Link, ...]
    amended_by: tuple[Link, ...]
    replaces: tuple[Link, ...]
    candidates: tuple[Link, ...]
    published_plan: Link | None
    moved_to: Link | None
    life: Life | None
    citing: tuple[CitingPlan, ...]
    mention_count: int


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The list, the page of every instrument and of every other place a citation leads to."""
    listed = list_context(index)
    yield Page(
        address=addresses.INSTRUMENTS,
        title="Văn bản được viện dẫn",
        body=fill("pages/instruments.html", listed),
        kind="instruments",
        description=f"{len(listed.cited)} văn bản mà các kế hoạch viện dẫn, và hiệu lực của chúng.",
    )
    ids = dict.fromkeys([*index.site.instruments, *index.citations_by_page, *index.former])
    for page_id in ids:
        filled = context(page_id, index)
        yield Page(
            address=addresses.instrument(page_id),
            title=filled.name,
            body=fill("pages/instrument.html", filled),
            kind="instrument",
            description=collapse(f"{filled.title} {filled.note}") or filled.name,
            crumbs=(("Văn bản", addresses.INSTRUMENTS),),
        )


def list_context(index: Index) -> InstrumentsContext:
    """The context of the list: cited ones first, most cited first; then those only related to them."""
    here = addresses.INSTRUMENTS
    cited: list[InstrumentLine] = []
    related: list[InstrumentLine] = []
    for page_id in dict.fromkeys([*index.citations_by_page, *index.site.instruments]):
        filled = context(page_id, index, here)
        line = InstrumentLine(
            href=addresses.relative(addresses.instrument(page_id), here),
            name=filled.name,
            title=filled.title,
            issuer=filled.instrument.issuer or "" if filled.instrument else "",
            issued=filled.issued,
            now=filled.now,
            plans=len(filled.citing),
            note=filled.note,
        )
        (cited if filled.citing else related).append(line)
    return InstrumentsContext(
        today=index.site.today,
        cited=tuple(sorted(cited, key=lambda line: (-line.plans, line.name))),
        related=tuple(sorted(related, key=lambda line: line.name)),
    )


def context(page_id: str, index: Index, here: str | None = None) -> InstrumentContext:
    """The context of the page of an instrument, a group of candidates, an unknown or a former id."""
    here = addresses.instrument(page_id) if here is None else here
    citations = index.citations_by_page.get(page_id, [])
    instrument = index.site.instruments.get(page_id)
    name, title, note = _name(page_id, instrument, citations, index)
    known = instrument if instrument and instrument.registered else None
    moved = index.former.get(page_id)
    plan = index.site.plans.get(instrument.plan_key or "") if instrument else None
    citing = tuple(citing_plans(citations, index, here))
    issued = instrument.issued if instrument else None
    return InstrumentContext(
        today=index.site.today,
        name=name,
        title=title,
        note=note,
        instrument=instrument,
        issued=words.partial(issued) if issued else "",
        effective=words.day(known.effective) if known and known.effective else "",
        ended=words.day(known.ended) if known and known.ended else "",
        now=ValidityView.of(validity(known, index.site.today)) if known else None,
        checked_on=words.partial(known.checked_on) if known and known.checked_on else "",
        sources=tuple(
            SourceView(where=s.where, says=s.says, url=s.url or "", secondary=s.secondary)
            for s in (known.sources if known else ())
        ),
        replaced_by=_links(known.replaced_by if known else (), index, here),
        amended_by=_links(known.amended_by if known else (), index, here),
        replaces=_links(known.replaces if known else (), index, here),
        candidates=_links(dict.fromkeys(c for x in citations for c in x.candidates), index, here),
        published_plan=plan_link(plan.key, index, here) if plan else None,
        moved_to=_links((moved,), index, here)[0] if moved else None,
        life=life_of(known, index) if known else None,
        citing=citing,
        mention_count=len(citations),
    )


def _name(
    page_id: str, instrument: Instrument | None, citations: list[Citation], index: Index
) -> tuple[str, str, str]:
    if page_id == UNDETERMINED:
        return "Văn bản chưa xác định", "", UNKNOWN_NOTE
    if page_id in index.former:
        found = index.site.instruments[index.former[page_id]]
        return words.instrument_name(found), found.title, "Địa chỉ của trang này đã đổi."
    if instrument:
        title = "" if instrument.title == words.instrument_name(instrument) else instrument.title
        return words.instrument_name(instrument), title, "" if instrument.registered else UNREGISTERED_NOTE
    target = named(citations[0], index)
    return target.name, target.title, GROUP_NOTE if citations[0].candidates else target.note


def _links(ids: Iterable[str], index: Index, here: str) -> tuple[Link, ...]:
    found = []
    for page_id in ids:
        instrument = index.site.instruments.get(page_id)
        if instrument:
            title = instrument.title if instrument.number else ""
            text = f"{words.instrument_name(instrument)}{': ' if title else ''}{title}"
            found.append(Link(text=text, href=addresses.relative(addresses.instrument(page_id), here)))
    return tuple(found)
