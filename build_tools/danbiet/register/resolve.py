"""From mentions to citations: which instrument each means, or honestly where its link leads.

Exactly one that fits number, date, issuer and place is linked. Several are listed as candidates.
None gives the id that the mention itself can honestly bear, or ``chua-xac-dinh``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from danbiet.model import Body, Citation, Instrument, Mention, MentionKind
from danbiet.register.agencies import agree, read_issuer, symbol_agencies
from danbiet.register.fit import Days, Fit, Reading, days, fit_numbered, place_fits, subject_fits
from danbiet.register.names import name_form, names_of, subject_tokens, subjects_meet, tokens, without_year
from danbiet.register.numbers import Code, instrument_id, read_code, type_code
from danbiet.register.places import Place, chain_of, infer_body
from danbiet.register.records import UNDETERMINED, Context, Entry, Register
from danbiet.text import collapse, fold, slug

Fits = tuple[list[Entry], list[Entry]]  # the entries that certainly, and that possibly, are meant
_AFTER = 700  # code points looked at behind a mention: enough for the longest subject


@dataclass(frozen=True, slots=True)
class Index:
    """The register by what look-up asks for."""

    entries: Mapping[str, Entry]
    by_head: Mapping[str, tuple[Entry, ...]]
    by_name: Mapping[str, tuple[Entry, ...]]
    by_type: Mapping[str, tuple[Entry, ...]]


@lru_cache(maxsize=8)
def _index(register: Register, plans: tuple[Instrument, ...]) -> Index:
    """The register with the plans published beside it; what the register says of a plan goes first."""
    entries = {**{plan.id: Entry(instrument=plan) for plan in plans}, **register.entries}
    by_head: dict[str, list[Entry]] = {}
    by_name: dict[str, list[Entry]] = {}
    by_type: dict[str, list[Entry]] = {}
    for entry in entries.values():
        heads = {c.head for n in (entry.instrument.number, entry.presumed_number) if (c := read_code(n))}
        for head in heads:
            by_head.setdefault(head, []).append(entry)
        for name in {name_form(name) for name in names_of(entry.instrument)}:
            by_name.setdefault(name, []).append(entry)
        by_type.setdefault(fold(entry.instrument.type_name), []).append(entry)
    return Index(
        entries,
        {key: tuple(found) for key, found in by_head.items()},
        {key: tuple(found) for key, found in by_name.items()},
        {key: tuple(found) for key, found in by_type.items()},
    )


def resolve(mentions: Sequence[Mention], context: Context, register: Register) -> tuple[Citation, ...]:
    """Each mention as a citation, in order."""
    known = _index(register, context.plans)
    body = context.body or infer_body(context.text, register)
    readings = [_read(mentions, i, context, body) for i in range(len(mentions))]
    own = {plan.id for plan in context.plans if plan.plan_key == context.plan_key}
    found = [_without(own, _fits(reading, known)) for reading in readings]
    found = _repeat_first(readings, found)
    citations = [
        _citation(context.plan_key, reading, certain, possible, known.entries)
        for reading, (certain, possible) in zip(readings, found, strict=True)
    ]
    return tuple(_share_pages(citations))


def _without(own: set[str], fits: Fits) -> Fits:
    """A plan does not cite itself."""
    certain, possible = fits
    if not own:
        return fits
    return [e for e in certain if e.instrument.id not in own], [
        e for e in possible if e.instrument.id not in own
    ]


def _read(mentions: Sequence[Mention], at: int, context: Context, body: Body | None) -> Reading:
    mention = mentions[at]
    return Reading(
        mention=mention,
        code=read_code(mention.number) if mention.number else None,
        issuer=read_issuer(mention.issuer),
        after=tuple(tokens(_words_after(mentions, at, context.text))),
        chain=_chain(body, context),
        latest_year=context.latest.year if context.latest else None,
    )


def _chain(body: Body | None, context: Context) -> tuple[Place, ...]:
    """The body's places; what the register does not know of an unregistered body, its text may say."""
    chain = chain_of(body)
    if body is None or body.registered or context.body is None:
        return chain
    told = infer_body(context.text, Register())
    own = chain[0] if chain else Place()
    extra = [p for p in chain_of(told) if (p.level, p.name) not in {(c.level, c.name) for c in chain}]
    if any(p.is_province for p in chain):
        extra = [p for p in extra if not p.is_province]
    return (*chain, *(p for p in extra if p.level != own.level))


def _words_after(mentions: Sequence[Mention], at: int, text: str) -> str:
    """The words that say what a mention is about; two numbers joined by "và" share those of the last."""
    mention = mentions[at]
    if not text:
        return mention.subject or ""
    end, last = mention.end, at
    while last + 1 < len(mentions):
        between = collapse(fold(text[end : mentions[last + 1].start]))
        if between not in {"va", ",", ";", ", va"}:
            break
        last += 1
        end = mentions[last].end
    if mention.subject and last == at:
        return mention.subject
    return text[end : end + _AFTER].lstrip(" ,;:")


def _fits(reading: Reading, known: Index) -> Fits:
    """The entries that certainly and that possibly fit."""
    mention = reading.mention
    if mention.kind is MentionKind.NUMBERED and reading.code:
        graded = [(fit_numbered(reading, entry), entry) for entry in known.by_head.get(reading.code.head, ())]
        certain = [entry for fit, entry in graded if fit is Fit.CERTAIN]
        possible = [entry for fit, entry in graded if fit is Fit.POSSIBLE]
        return _narrow(reading, certain), possible
    if mention.kind is MentionKind.VAGUE:
        return _fits_vague(reading, known), []
    return _fits_name(reading, known), []


def _narrow(reading: Reading, certain: list[Entry]) -> list[Entry]:
    """Of several that fit, those that fit best by day, type, issuer and subject."""
    tests: tuple[Callable[[Entry], bool], ...] = (
        lambda e: days(reading.date, e.instrument.issued) is Days.SAME,
        lambda e: reading.code == read_code(e.instrument.number),
        lambda e: fold(e.instrument.type_name) == fold(reading.mention.type_name),
        lambda e: agree(reading.issuer, read_issuer(e.instrument.issuer)) is True,
        lambda e: subject_fits(reading, e),
    )
    for test in tests:
        kept = [entry for entry in certain if test(entry)]
        if len(certain) > 1 and kept:
            certain = kept
    return certain


def _fits_name(reading: Reading, known: Index) -> list[Entry]:
    mention = reading.mention
    forms = dict.fromkeys(name_form(w) for w in (mention.name, mention.raw) if w)
    for form in forms:
        bare, year = without_year(form)
        for wanted in dict.fromkeys((form, bare)):
            found = [
                e
                for e in known.by_name.get(wanted, ())
                if _name_fits(reading, e, year if wanted == bare else None)
            ]
            if found:
                return found
    return []


def _name_fits(reading: Reading, entry: Entry, year: int | None) -> bool:
    instrument = entry.instrument
    issued = instrument.issued
    if year and issued and issued.year != year:
        return False
    if days(reading.date, issued) < Days.UNKNOWN:
        return False
    if issued and reading.latest_year and issued.year > reading.latest_year:
        return False
    if instrument.place is None:
        return True
    named = read_issuer(reading.mention.issuer or reading.mention.name or reading.mention.raw)
    return place_fits(named, instrument.place, reading.chain)


def _fits_vague(reading: Reading, known: Index) -> list[Entry]:
    mention = reading.mention
    issuer = read_issuer(mention.issuer)
    words = collapse(f"{mention.raw} {' '.join(reading.after)}")
    printed = [subject_tokens(words, mention.type_name), subject_tokens(" ".join(reading.after))]
    found = []
    for entry in known.by_type.get(fold(mention.type_name), ()):
        instrument = entry.instrument
        subjects = [subject_tokens(w, instrument.type_name) for w in (instrument.title, *entry.subjects)]
        if not any(len(s) >= 6 and subjects_meet(p, s) for p in printed for s in subjects):
            continue
        if (
            agree(issuer, read_issuer(instrument.issuer)) is False
            or days(mention.date, instrument.issued) < Days.UNKNOWN
        ):
            continue
        if place_fits(issuer, instrument.place, reading.chain):
            found.append(entry)
    return found


def _repeat_first(readings: Sequence[Reading], found: list[Fits]) -> list[Fits]:
    """An undated number means what the same number means elsewhere in the plan, if that is one thing."""
    meant: dict[tuple[str, Code], set[str]] = {}
    entry_of: dict[str, Entry] = {}
    for reading, (certain, _) in zip(readings, found, strict=True):
        if reading.code and not reading.code.bare and len(certain) == 1:
            key = certain[0].instrument.id
            meant.setdefault((fold(reading.mention.type_name), reading.code), set()).add(key)
            entry_of[key] = certain[0]
    again: list[Fits] = []
    for reading, (certain, possible) in zip(readings, found, strict=True):
        same = meant.get((fold(reading.mention.type_name), reading.code), set()) if reading.code else set()
        if not certain and len(same) == 1 and reading.date is None:
            entry = entry_of[next(iter(same))]
            if _may_repeat(reading, entry):
                again.append(([entry], []))
                continue
        again.append((certain, possible))
    return again


def _may_repeat(reading: Reading, entry: Entry) -> bool:
    if agree(reading.issuer, read_issuer(entry.instrument.issuer)) is False:
        return False
    return reading.mention.issuer is None or place_fits(reading.issuer, entry.instrument.place, reading.chain)


def _citation(
    plan_key: str, reading: Reading, certain: list[Entry], possible: list[Entry], entries: Mapping[str, Entry]
) -> Citation:
    mention = reading.mention
    if len(certain) == 1:
        key = certain[0].instrument.id
        return Citation(plan_key=plan_key, mention=mention, page_id=key, instrument=key)
    candidates = tuple(sorted({e.instrument.id for e in (*certain, *possible)}))
    own, group = honest_id(reading), honest_id(reading, group=True)
    dated = mention.date is not None and len(certain) == 0
    page = own if dated or not candidates else group
    if page in entries:
        page = group if group not in entries else UNDETERMINED
        candidates = candidates or ((own,) if own in entries else ())
    return Citation(plan_key=plan_key, mention=mention, page_id=page, candidates=candidates)


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
    if not name or name == slug(mention.type_name):
        return head or UNDETERMINED
    return f"{head}-{name}" + (f"--{place}" if place and _local_name(mention) else "")


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
        return Place(place.level, place.name, place.province or above).id
    if place.level:
        return next((p.id for p in reading.chain if p.level == place.level), None)
    if reading.code and reading.code.parts and _local_symbol(reading) and reading.chain:
        return reading.chain[0].id if issuer.agency else None
    return None


def _local_symbol(reading: Reading) -> bool:
    parts = reading.code.parts if reading.code else ()
    return any(agency.local for part in parts for agency in symbol_agencies(part))


def _share_pages(citations: list[Citation]) -> list[Citation]:
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
