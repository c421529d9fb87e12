"""Where the link of a mention leads when no single registered instrument is meant."""

from __future__ import annotations

from danbiet.model import Citation, Mention, MentionKind
from danbiet.register.agencies import read_issuer, symbol_agencies
from danbiet.register.fit import Reading
from danbiet.register.numbers import Code, instrument_id, read_code, type_code
from danbiet.register.places import Place
from danbiet.register.records import UNDETERMINED
from danbiet.text import fold, slug


def honest_id(reading: Reading, group: bool = False) -> str:
    """The id that a mention itself can bear: type, number, notation, and year and place as far as known.

    ``group`` leaves year and place out: the page that lists all that bear the number.
    """
    mention = reading.mention
    if mention.kind is MentionKind.VAGUE:
        return UNDETERMINED
    place = None if group else _own_place(reading)
    if mention.number and reading.code:
        year = mention.date.year if mention.date and not group else None
        return instrument_id(mention.type_name, mention.number, year, place)
    name = slug(mention.name or mention.raw)[:90].strip("-")
    head = type_code(mention.type_name)
    for prefix in (slug(mention.type_name), head):
        name = name.removeprefix(f"{prefix}-")
    parts = [head] if not name or name == slug(mention.type_name) else [head, name]
    if mention.date and not group and not name.endswith(str(mention.date.year)):
        parts.append(str(mention.date.year))
    key = "-".join(part for part in parts if part)
    return (key or UNDETERMINED) + (f"--{place}" if place and _local_name(mention) else "")


def _local_name(mention: Mention) -> bool:
    return bool(read_issuer(mention.issuer or mention.name or mention.raw).place.level)


def _own_place(reading: Reading) -> str | None:
    """The place id of a mention's issuer, completed from the plan's own places."""
    issuer = reading.issuer
    if issuer.agency and not issuer.agency.local:
        return None
    place = issuer.place
    if not place.level and not place.name and reading.mention.kind is MentionKind.NAMED:
        place = read_issuer(reading.mention.name or reading.mention.raw).place
    if place.name:
        above = next((p.name for p in reading.chain if p.is_province), None)
        return _of_its_time(Place(place.level, place.name, place.province or above), reading)
    if place.level:
        here = next((p for p in reading.chain if p.level == place.level), None)
        return _of_its_time(here, reading) if here else None
    if issuer.words.startswith("so "):  # a department of the province
        return next((p.id for p in reading.chain if p.is_province), None)
    # A local symbol without a place: the address keeps the bodies' numbers apart. The page claims no issuer.
    return _of_its_time(reading.chain[0], reading) if reading.chain and _local_symbol(reading) else None


def _of_its_time(place: Place, reading: Reading) -> str | None:
    """The id of a place. Where the plan's body kept the name of an older one, the mention's day tells them apart."""
    own = reading.chain[0] if reading.chain else Place()
    same = (place.level, place.name, place.province) == (own.level, own.name, own.province)
    date = reading.mention.date
    older = bool(reading.since and date and date.earliest < reading.since)
    return Place(place.level, place.name, place.province, own.era if same and not older else None).id


def _local_symbol(reading: Reading) -> bool:
    parts = reading.code.parts if reading.code else ()
    return any(agency.local for part in parts for agency in symbol_agencies(part))


def share_pages(citations: list[Citation]) -> list[Citation]:
    """An undated mention of a number nobody registered leads where the plan's dated one leads."""
    pages: dict[tuple[str, Code], set[str]] = {}
    for citation in citations:
        code = read_code(citation.mention.number)
        if code and not code.bare and citation.instrument is None and citation.mention.date:
            pages.setdefault((fold(citation.mention.type_name), code), set()).add(citation.page_id)
    shared = []
    for citation in citations:
        code = read_code(citation.mention.number)
        known = pages.get((fold(citation.mention.type_name), code), set()) if code else set()
        undated = citation.instrument is None and citation.mention.date is None and not citation.candidates
        if undated and len(known) == 1 and citation.mention.issuer is None:
            citation = Citation(
                plan_key=citation.plan_key, mention=citation.mention, page_id=next(iter(known))
            )
        shared.append(citation)
    return shared
