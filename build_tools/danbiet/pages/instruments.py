"""The page of each instrument: its facts, its life, and every plan that cites it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from danbiet import addresses, words
from danbiet.model import Instrument, InstrumentStatus
from danbiet.output import Page, Settings
from danbiet.pages.citing import CitingPlan, citing_plans, plan_link
from danbiet.pages.index import Index
from danbiet.pages.instrument_list import InstrumentLine, line_of, name_of, render_lists
from danbiet.pages.life import Life, life_of
from danbiet.pages.parts import parts
from danbiet.pages.views import Link, ValidityView
from danbiet.register import validity
from danbiet.templates import fill
from danbiet.text import collapse

_CITING = 80  # plans with their sentences on one page: some 150 kB


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
    a mention may mean. ``surely`` is false where that it ended or was replaced is an inference.
    ``doubts`` is what nobody confirms. Where very many plans cite it, ``links`` are the parts of the list of them, and
    ``more`` is true on all but the first, which has the facts.
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
    all_secondary: bool
    surely: bool
    replaced_by: tuple[Link, ...]
    amended_by: tuple[Link, ...]
    replaces: tuple[Link, ...]
    candidates: tuple[InstrumentLine, ...]
    doubts: tuple[str, ...]
    published_plan: Link | None
    moved_to: Link | None
    life: Life | None
    citing: tuple[CitingPlan, ...]
    citing_count: int
    mention_count: int
    more: bool
    links: tuple[Link, ...]
    number: int


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The list, the page of every instrument and of every other place a citation leads to."""
    yield from render_lists(index)
    ids = dict.fromkeys([*index.site.instruments, *index.citations_by_page, *index.former])
    for page_id in ids:
        filled = context(page_id, index)
        address = addresses.instrument(page_id)
        for part in parts(filled.citing, address, _CITING):
            if part.number > 1:
                filled = replace(context(page_id, index, part.address), more=True)
            shown = replace(
                filled,
                citing=filled.citing[(part.number - 1) * _CITING : part.number * _CITING],
                links=part.links,
                number=part.number,
            )
            yield Page(
                address=part.address,
                title=f"{filled.name}{f', phần {part.number}' if part.number > 1 else ''}",
                body=fill("pages/instrument.html", shown),
                kind="instrument",
                description=collapse(f"{filled.title} {filled.note}") or filled.name,
                crumbs=(("Văn bản", addresses.INSTRUMENTS), *([(filled.name, address)] * (part.number > 1))),
            )


def context(page_id: str, index: Index, here: str | None = None) -> InstrumentContext:
    """The context of the page of an instrument, a group of candidates, an unknown or a former id."""
    here = addresses.instrument(page_id) if here is None else here
    citations = index.citations_by_page.get(page_id, [])
    instrument = index.site.instruments.get(page_id)
    name, title, note = name_of(page_id, instrument, citations, index)
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
        all_secondary=known is not None and bool(known.sources) and all(s.secondary for s in known.sources),
        surely=known is not None and known.status is InstrumentStatus.EXPIRED,
        replaced_by=_links(known.replaced_by if known else (), index, here),
        amended_by=_links(known.amended_by if known else (), index, here, dated=True),
        replaces=_links(known.replaces if known else (), index, here),
        candidates=tuple(
            line_of(c, index, here)
            for c in dict.fromkeys(c for x in citations for c in x.candidates)
            if c in index.site.instruments
        ),
        doubts=_doubts(known) if known else (),
        published_plan=plan_link(plan.key, index, here) if plan else None,
        moved_to=_links((moved,), index, here)[0] if moved else None,
        life=life_of(known, index) if known else None,
        citing=citing,
        citing_count=len(citing),
        mention_count=len(citations),
        more=False,
        links=(),
        number=1,
    )


def _doubts(instrument: Instrument) -> tuple[str, ...]:
    """What nobody confirms of a registered instrument's number and identity."""
    return tuple(
        said
        for said, so in (
            ("Số, ký hiệu chưa xác minh.", instrument.number_presumed),
            ("Chưa có nguồn độc lập xác nhận văn bản này.", not instrument.identity_confirmed),
        )
        if so
    )


def _links(ids: Iterable[str], index: Index, here: str, *, dated: bool = False) -> tuple[Link, ...]:
    found = []
    for page_id in ids:
        instrument = index.site.instruments.get(page_id)
        if instrument:
            title = instrument.title if instrument.number else ""
            text = f"{words.instrument_name(instrument)}{': ' if title else ''}{title}"
            since = instrument.effective or (instrument.issued.exact if instrument.issued else None)
            if dated and since:
                text += f" (từ {words.day(since)})"
            found.append(Link(text=text, href=addresses.relative(addresses.instrument(page_id), here)))
    return tuple(found)
