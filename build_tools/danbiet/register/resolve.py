"""From mentions to citations: which instrument each means, or honestly where its link leads.

Exactly one that fits number, date, issuer and place is linked. Several are listed as candidates.
None gives the id that the mention itself can honestly bear, or ``chua-xac-dinh``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from danbiet.model import Body, Citation, Mention
from danbiet.register.agencies import agree, read_issuer
from danbiet.register.fit import Reading, place_fits
from danbiet.register.following import subject_text, words_after
from danbiet.register.honest import honest_id, share_pages
from danbiet.register.infer import infer_body
from danbiet.register.lookup import Fits, fits, index
from danbiet.register.numbers import Code, read_code
from danbiet.register.places import Place, chain_of
from danbiet.register.records import UNDETERMINED, Context, Entry, Register
from danbiet.text import fold


def resolve(mentions: Sequence[Mention], context: Context, register: Register) -> tuple[Citation, ...]:
    """Each mention as a citation, in order."""
    known = index(register, context.plans)
    body = context.body or infer_body(context.text, register, context.plan_date_bound)
    chain, latest = _chain(body, context), _latest_year(mentions, context)
    since = body.since if body else None
    readings = [
        replace(_read(mentions, i, context, chain, latest), since=since) for i in range(len(mentions))
    ]
    own = {plan.id for plan in context.plans if plan.plan_key == context.plan_key}
    found = [_without(own, fits(reading, known)) for reading in readings]
    found = _repeat_first(readings, found)
    citations = [
        _citation(context.plan_key, reading, certain, possible, known.entries)
        for reading, (certain, possible) in zip(readings, found, strict=True)
    ]
    return tuple(share_pages(citations))


def _without(own: set[str], found: Fits) -> Fits:
    """A plan does not cite itself."""
    certain, possible = found
    if not own:
        return found
    return [e for e in certain if e.instrument.id not in own], [
        e for e in possible if e.instrument.id not in own
    ]


def _latest_year(mentions: Sequence[Mention], context: Context) -> int | None:
    """The last year a plan can have been issued in; nothing where it cites what is later."""
    latest = context.latest.year if context.latest else None
    years = [mention.date.year for mention in mentions if mention.date]
    return latest if latest and all(year <= latest for year in years) else None


def _read(
    mentions: Sequence[Mention], at: int, context: Context, chain: tuple[Place, ...], latest: int | None
) -> Reading:
    mention = mentions[at]
    subject = subject_text(mentions, at, context.text)
    return Reading(
        mention=replace(mention, subject=subject) if subject != mention.subject else mention,
        code=read_code(mention.number) if mention.number else None,
        issuer=read_issuer(mention.issuer),
        after=words_after(mentions, at, context.text),
        chain=chain,
        latest_year=latest,
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
