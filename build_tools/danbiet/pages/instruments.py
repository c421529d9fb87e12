"""The list of instruments, and the page of each: its facts, its life, and every plan that cites it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from danbiet import addresses, words
from danbiet.model import Citation, Instrument
from danbiet.output import Page, Settings
from danbiet.pages.cited import GROUP_NOTE, UNKNOWN_NOTE, UNREGISTERED_NOTE, named
from danbiet.pages.citing import CitingPlan, citing_plans, plan_link
from danbiet.pages.index import UNDETERMINED, Index
from danbiet.pages.life import Life, life_of
from danbiet.pages.parts import LINES, parts
from danbiet.pages.views import Link, ValidityView
from danbiet.register import validity
from danbiet.templates import fill
from danbiet.text import collapse, slug

OTHER_TYPE = "Loại khác"
_MOST_CITED = 100  # shown above the list of types
_CITING = 80  # plans with their sentences on one page: some 150 kB


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentLine:
    """An instrument in the list."""

    id: str
    type_name: str
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
    """What ``pages/instruments.html`` is given.

    Where all would be too long, ``types`` leads to a page for each type and ``cited`` holds the most
    cited; ``of_type`` is set on such a page.
    """

    today: date
    of_type: str
    count: int
    types: tuple[tuple[Link, int], ...]
    links: tuple[Link, ...]
    number: int
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
    a mention may mean. Where very many plans cite it, ``links`` are the parts of the list of them, and
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
    replaced_by: tuple[Link, ...]
    amended_by: tuple[Link, ...]
    replaces: tuple[Link, ...]
    candidates: tuple[Link, ...]
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
    yield from _lists(index)
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


def _lists(index: Index) -> Iterator[Page]:
    """The list, and a list for each type where it would be too long."""
    listed = list_context(index)
    every = [*listed.cited, *listed.related]
    by_type: dict[str, list[InstrumentLine]] = {}
    for line in sorted(every, key=lambda line: line.type_name):
        by_type.setdefault(line.type_name, []).append(line)
    if len(every) > LINES:
        types = tuple(
            (Link(text=name, href=addresses.relative(_type_address(name), addresses.INSTRUMENTS)), len(lines))
            for name, lines in by_type.items()
        )
        listed = replace(listed, cited=listed.cited[:_MOST_CITED], related=(), types=types)
    yield Page(
        address=addresses.INSTRUMENTS,
        title="Văn bản được viện dẫn",
        body=fill("pages/instruments.html", listed),
        kind="instruments",
        description=f"{listed.count} văn bản mà các kế hoạch viện dẫn, và hiệu lực của chúng.",
    )
    for name, lines in by_type.items() if listed.types else ():
        for part in parts(lines, _type_address(name), LINES):
            shown = replace(
                listed,
                of_type=name,
                count=len(lines),
                cited=tuple(
                    replace(line, href=addresses.relative(addresses.instrument(line.id), part.address))
                    for line in part.items
                ),
                types=(),
                links=part.links,
                number=part.number,
            )
            yield Page(
                address=part.address,
                title=f"Văn bản được viện dẫn: {name}{f', phần {part.number}' if part.number > 1 else ''}",
                body=fill("pages/instruments.html", shown),
                kind="instruments",
                description=f"{len(lines)} văn bản loại {name} mà các kế hoạch viện dẫn.",
                crumbs=(("Văn bản", addresses.INSTRUMENTS),),
            )


def _type_address(name: str) -> str:
    return addresses.instruments_of_type(slug(name))


def list_context(index: Index) -> InstrumentsContext:
    """The context of the list: cited ones first, most cited first; then those only related to them."""
    here = addresses.INSTRUMENTS
    cited: list[InstrumentLine] = []
    related: list[InstrumentLine] = []
    for page_id in dict.fromkeys([*index.citations_by_page, *index.site.instruments]):
        instrument = index.site.instruments.get(page_id)
        citations = index.citations_by_page.get(page_id, [])
        name, title, note = _name(page_id, instrument, citations, index)
        known = instrument if instrument and instrument.registered else None
        mentioned = citations[0].mention.type_name if citations else ""
        line = InstrumentLine(
            id=page_id,
            type_name=words.capital((instrument.type_name if instrument else mentioned) or OTHER_TYPE),
            href=addresses.relative(addresses.instrument(page_id), here),
            name=name,
            title=title,
            issuer=instrument.issuer or "" if instrument else "",
            issued=words.partial(instrument.issued) if instrument and instrument.issued else "",
            now=ValidityView.of(validity(known, index.site.today)) if known else None,
            plans=len({citation.plan_key for citation in citations}),
            note=note,
        )
        (cited if citations else related).append(line)
    return InstrumentsContext(
        today=index.site.today,
        of_type="",
        count=len(cited),
        types=(),
        links=(),
        number=1,
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
        citing_count=len(citing),
        mention_count=len(citations),
        more=False,
        links=(),
        number=1,
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
