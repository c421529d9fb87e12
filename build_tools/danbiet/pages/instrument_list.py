"""The list of instruments: by type, or a page for each type where it would be too long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from danbiet import addresses, words
from danbiet.model import Citation, Instrument
from danbiet.output import Page
from danbiet.pages.cited import GROUP_NOTE, UNKNOWN_NOTE, UNREGISTERED_NOTE, named
from danbiet.pages.index import UNDETERMINED, Index
from danbiet.pages.parts import LINES, parts
from danbiet.pages.views import Link, ValidityView
from danbiet.register import type_names, validity
from danbiet.templates import fill
from danbiet.text import fold, slug

OTHER_TYPE = "Loại khác"
_MOST_CITED = 100  # shown above the list of types


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentLine:
    """An instrument in a list; ``short`` is its name without the type, for lists of one type."""

    id: str
    type_name: str
    href: str
    name: str
    short: str
    title: str
    issuer: str
    issued: str
    now: ValidityView | None
    plans: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentGroup:
    """Instruments of one type; without a title those of a page that is of one type alone."""

    title: str
    anchor: str
    lines: tuple[InstrumentLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentsContext:
    """What ``pages/instruments.html`` is given.

    ``groups`` are the cited ones by type. Where all would be too long, ``types`` leads to a page for
    each type and ``cited`` holds the most cited; ``of_type`` is set on such a page.
    """

    today: date
    of_type: str
    count: int
    types: tuple[tuple[Link, int], ...]
    links: tuple[Link, ...]
    number: int
    groups: tuple[InstrumentGroup, ...]
    cited: tuple[InstrumentLine, ...]
    related: tuple[InstrumentLine, ...]


def render_lists(index: Index) -> Iterator[Page]:
    """The list, and a list for each type where it would be too long."""
    listed = list_context(index)
    every = [*listed.cited, *listed.related]
    by_type = _by_type(every)
    if len(every) > LINES:
        types = tuple(
            (Link(text=name, href=addresses.relative(_type_address(name), addresses.INSTRUMENTS)), len(lines))
            for name, lines in by_type.items()
        )
        listed = replace(listed, groups=(), cited=listed.cited[:_MOST_CITED], related=(), types=types)
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
                groups=(_group("", name, part.items, part.address),),
                cited=(),
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


def _by_type(lines: Iterable[InstrumentLine]) -> dict[str, list[InstrumentLine]]:
    """Lines under their types, the weightiest type first as the register ranks them; the order within stays."""
    known = [fold(name) for name in type_names()]
    found: dict[str, list[InstrumentLine]] = {}
    for line in lines:
        found.setdefault(line.type_name, []).append(line)
    rank = {name: known.index(fold(name)) if fold(name) in known else len(known) for name in found}
    return dict(sorted(found.items(), key=lambda pair: (rank[pair[0]], pair[0])))


def _group(title: str, name: str, lines: Iterable[InstrumentLine], here: str) -> InstrumentGroup:
    return InstrumentGroup(
        title=title,
        anchor=f"loai-{slug(name)}",
        lines=tuple(
            replace(line, href=addresses.relative(addresses.instrument(line.id), here)) for line in lines
        ),
    )


def _type_address(name: str) -> str:
    return addresses.instruments_of_type(slug(name))


def list_context(index: Index) -> InstrumentsContext:
    """The context of the list: cited ones first, most cited first; then those only related to them."""
    here = addresses.INSTRUMENTS
    ids = dict.fromkeys([*index.citations_by_page, *index.site.instruments])
    lines = [line_of(page_id, index, here) for page_id in ids]
    cited = sorted((line for line in lines if line.plans), key=lambda line: (-line.plans, line.name))
    related = sorted((line for line in lines if not line.plans), key=lambda line: line.name)
    return InstrumentsContext(
        today=index.site.today,
        of_type="",
        count=len(cited),
        types=(),
        links=(),
        number=1,
        groups=tuple(_group(name, name, group, here) for name, group in _by_type(cited).items()),
        cited=tuple(cited),
        related=tuple(related),
    )


def line_of(page_id: str, index: Index, here: str) -> InstrumentLine:
    """The line of the page with an id, as a list on the page at ``here`` has it."""
    instrument = index.site.instruments.get(page_id)
    citations = index.citations_by_page.get(page_id, [])
    name, title, note = name_of(page_id, instrument, citations, index)
    known = instrument if instrument and instrument.registered else None
    mention = citations[0].mention if citations else None
    type_name = (instrument.type_name if instrument else mention.type_name if mention else "") or OTHER_TYPE
    return InstrumentLine(
        id=page_id,
        type_name=words.capital(type_name),
        href=addresses.relative(addresses.instrument(page_id), here),
        name=name,
        short=name.partition(" số ")[2] if name.startswith(f"{type_name} số ") else name,
        title=title,
        issuer=instrument.issuer or "" if instrument else "",
        issued=words.partial(instrument.issued) if instrument and instrument.issued else "",
        now=ValidityView.of(validity(known, index.site.today)) if known else None,
        plans=len({citation.plan_key for citation in citations}),
        note=note,
    )


def name_of(
    page_id: str, instrument: Instrument | None, citations: list[Citation], index: Index
) -> tuple[str, str, str]:
    """The name, the title and what is not known of the page with an id."""
    if page_id == UNDETERMINED:
        return "Văn bản chưa xác định", "", UNKNOWN_NOTE
    if page_id in index.former:
        found = index.site.instruments[index.former[page_id]]
        return words.instrument_name(found), found.title, "Địa chỉ của trang này đã đổi."
    if any(citation.candidates for citation in citations):
        target = named(next(c for c in citations if c.candidates), index)
        return target.name, target.title, GROUP_NOTE
    if instrument:
        title = "" if instrument.title == words.instrument_name(instrument) else instrument.title
        return words.instrument_name(instrument), title, "" if instrument.registered else UNREGISTERED_NOTE
    target = named(citations[0], index)
    return target.name, target.title, target.note
