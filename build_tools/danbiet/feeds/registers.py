"""Site → the records of plans, instruments, bodies and units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from danbiet import addresses
from danbiet.feeds import register_records as records
from danbiet.feeds.links import link
from danbiet.model import Body, Citation, Contact, Instrument, Plan, PlanHistory, Site, Unit
from danbiet.output import Settings
from danbiet.text import fold


def plan_records(site: Site, settings: Settings) -> list[records.PlanRecord]:
    """Every plan, in order of key."""
    return [_plan(plan, site, settings) for plan in site.plans.values()]


def instrument_records(site: Site, settings: Settings) -> list[records.InstrumentRecord]:
    """Every instrument the site has a page for, by id, with the places that cite it."""
    cited: dict[str, list[Citation]] = {}
    for group in site.citations.values():
        for citation in group:
            cited.setdefault(citation.page_id, []).append(citation)
    return [
        _instrument(site.instruments[key], cited.get(key, []), settings) for key in sorted(site.instruments)
    ]


def body_records(site: Site) -> list[records.BodyRecord]:
    """Every issuing body, by id."""
    before: dict[str, list[str]] = {}
    for body in {**site.known_bodies, **site.bodies}.values():
        for successor in body.successors:
            before.setdefault(successor.body_id or "", []).append(body.id)
    return [
        _body(site.bodies[key], before.get(key, []), key in site.bodies_reporting)
        for key in sorted(site.bodies)
    ]


def unit_records(site: Site, settings: Settings) -> list[records.UnitRecord]:
    """Every unit, by id, with the number of its obligations."""
    given = Counter(one.unit_id for group in site.obligations.values() for one in group)
    return [_unit(site.units[key], given[key], settings) for key in sorted(site.units)]


def _plan(plan: Plan, site: Site, settings: Settings) -> records.PlanRecord:
    citations = site.citations.get(plan.key, ())
    history = site.histories.get(plan.key, PlanHistory(known=False, lacks="chưa rõ ngày đăng"))
    return records.PlanRecord(
        id=plan.key,
        url=link(addresses.plan(plan.key), settings),
        code_number=plan.code_number,
        code_notation=plan.code_notation,
        issued=str(plan.issued) if plan.issued else None,
        issuer=plan.issuer,
        subject=plan.subject,
        type_name=plan.type_name,
        signer=records.SignerInfo(
            position=plan.signer.position, full_name=plan.signer.full_name, authority=plan.signer.authority
        ),
        recipients=list(plan.recipients),
        place=plan.place,
        year=plan.year,
        body_id=site.plan_bodies.get(plan.key),
        inferred=dict(plan.inferred),
        published=history.published,
        published_lacks=history.lacks or None,
        changes=[
            records.ChangeRecord(
                on=one.on, kind=one.kind.value, summary=one.summary, document=one.document, commit=one.commit
            )
            for one in history.changes
        ],
        legal_bases=_bases(plan, citations),
        cites=_unique(citations),
        obligations=len(site.obligations.get(plan.key, ())),
        source=plan.published_source,
        original=(
            records.OriginalRecord(
                path=plan.original.path, size=plan.original.size, sha256=plan.original.sha256
            )
            if plan.original
            else None
        ),
    )


def _bases(plan: Plan, citations: Iterable[Citation]) -> list[str]:
    """What is cited in the paragraphs that open with "Căn cứ" (NĐ 30/2020, Điều 8)."""
    spans = [(block.start, block.end) for block in plan.blocks if fold(block.text[:7]).startswith("can cu")]
    return _unique(one for one in citations if any(a <= one.mention.start < b for a, b in spans))


def _unique(citations: Iterable[Citation]) -> list[str]:
    return list(dict.fromkeys(one.page_id for one in citations))


def _instrument(one: Instrument, cited: list[Citation], settings: Settings) -> records.InstrumentRecord:
    # A presumed number is never given as a number.
    number = None if one.number_presumed else one.number
    code, notation = _split(number)
    return records.InstrumentRecord(
        id=one.id,
        url=link(addresses.instrument(one.id), settings),
        code_number=code,
        code_notation=notation,
        issued=str(one.issued) if one.issued else None,
        issuer=one.issuer,
        subject=one.title,
        type_name=one.type_name,
        place_id=one.place,
        status=one.status.value,
        status_note=one.status_note,
        effective=one.effective,
        ended=one.ended,
        replaces=list(one.replaces),
        replaced_by=list(one.replaced_by),
        amended_by=list(one.amended_by),
        other_names=list(one.other_names),
        former_ids=list(one.former_ids),
        sources=[
            records.SourceRecord(where=s.where, says=s.says, url=s.url, secondary=s.secondary)
            for s in one.sources
        ],
        checked_on=str(one.checked_on) if one.checked_on else None,
        registered=one.registered,
        identity_confirmed=one.identity_confirmed,
        plan=one.plan_key,
        cited_by=[
            records.CitedByRecord(
                plan=c.plan_key, raw=c.mention.raw, start=c.mention.start, end=c.mention.end
            )
            for c in cited
        ],
    )


def _split(number: str | None) -> tuple[str | None, str | None]:
    """Số and ký hiệu of "59/2023/NĐ-CP" (59, 2023/NĐ-CP) and of "114-KL/TW" (114, KL/TW)."""
    if not number:
        return None, None
    head = number.partition("/")[0].partition("-")[0].strip()
    return head or None, number.removeprefix(head).strip("/- ") or None


def _body(body: Body, before: list[str], reports: bool) -> records.BodyRecord:
    return records.BodyRecord(
        id=body.id,
        name=body.name,
        level=body.level,
        province=body.province,
        district=body.district,
        since=body.since,
        formed_from=list(body.formed_from),
        ended=body.ended,
        exists_note=body.exists_note,
        successors=[one.name for one in body.successors],
        successor_ids=[one.body_id for one in body.successors if one.body_id],
        predecessor_ids=sorted(before),
        contact=_contact(body.contact),
        publishes_progress=reports,
    )


def _unit(unit: Unit, given: int, settings: Settings) -> records.UnitRecord:
    return records.UnitRecord(
        id=unit.id,
        url=link(addresses.unit(unit.id), settings),
        name=unit.name,
        kind=unit.kind.value,
        body_id=unit.body_id,
        other_names=list(unit.other_names),
        contact=_contact(unit.contact),
        successor=unit.successor,
        registered=unit.registered,
        obligations=given,
    )


def _contact(contact: Contact | None) -> records.ContactRecord | None:
    if contact is None:
        return None
    return records.ContactRecord(
        address=contact.address, email=contact.email, telephone=contact.telephone, url=contact.url
    )
