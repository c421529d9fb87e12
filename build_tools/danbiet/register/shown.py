"""The instruments a site shows: those cited, those related to them, stubs and groups of candidates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from danbiet.model import Body, Citation, Instrument, MentionKind, Plan
from danbiet.register.numbers import instrument_id, type_code
from danbiet.register.records import UNDETERMINED, Register
from danbiet.text import collapse, nfc


def plan_instrument(plan: Plan, body: Body) -> Instrument:
    """A plan published here as an instrument that others may cite, with ``plan_key`` set."""
    year = plan.issued.year if plan.issued else plan.year
    if plan.code_number and plan.code:
        key = instrument_id(plan.type_name, plan.code, year, body.id)
    else:
        key = f"{type_code(plan.type_name)}-{plan.slug}-{plan.year}--{body.id}"
    return Instrument(
        id=key,
        type_name=plan.type_name,
        title=collapse(nfc(plan.subject)),
        number=plan.code if plan.code_number else None,
        issuer=body.name or plan.issuer,
        issued=plan.issued,
        place=body.id,
        identity_confirmed=True,
        registered=True,
        plan_key=plan.key,
    )


def instruments_shown(
    citations: Iterable[Citation],
    register: Register,
    plans: Iterable[Instrument] = (),
    local: Register | None = None,
) -> Mapping[str, Instrument]:
    """Every page ``/van-ban/<id>/`` that a site needs, by id.

    ``plans`` are the plans published here as instruments; a plan that the register holds too
    becomes that entry with its ``plan_key``. What stands in ``local``, the site's own
    register, is shown, cited or not. What nobody registered has only what the plans say of it.
    """
    known = dict(register.instruments)
    for plan in plans:
        known[plan.id] = replace(known[plan.id], plan_key=plan.plan_key) if plan.id in known else plan
    cited = list(citations)
    shown: dict[str, Instrument] = {}
    shown.update({key: known[key] for key in (local.entries if local else {})})
    for citation in cited:
        for key in (citation.instrument, *citation.candidates):
            if key and key in known:
                shown[key] = known[key]
    for instrument in list(shown.values()):
        for key in (*instrument.replaced_by, *instrument.amended_by, *instrument.replaces):
            if key in known:
                shown.setdefault(key, known[key])
    unknown: dict[str, list[Citation]] = {}
    for citation in cited:
        if citation.instrument is None and citation.page_id not in shown:
            unknown.setdefault(citation.page_id, []).append(citation)
    shown.update({key: _stub(alike) for key, alike in unknown.items()})
    return dict(sorted(shown.items()))


def _stub(alike: list[Citation]) -> Instrument:
    """A page for what no register holds, or for several that fit: only what the plans say, where they agree."""
    citation, mention = alike[0], alike[0].mention
    if citation.page_id == UNDETERMINED:
        return Instrument(
            id=UNDETERMINED,
            type_name="Văn bản",
            title="Viện dẫn chưa xác định được văn bản",
            registered=False,
            status_note="Kế hoạch không nêu đủ để biết là văn bản nào.",
        )
    dates = {c.mention.date for c in alike if c.mention.date}
    issuers = {c.mention.issuer for c in alike if c.mention.issuer}
    subjects = [c.mention.subject for c in alike if c.mention.subject]
    name = mention.name if mention.kind is not MentionKind.NUMBERED else None
    return Instrument(
        id=citation.page_id,
        type_name=mention.type_name,
        title=collapse(nfc(name or (subjects[0] if subjects else ""))),
        number=mention.number,
        issuer=issuers.pop() if len(issuers) == 1 else None,
        issued=dates.pop() if len(dates) == 1 else None,
        registered=False,
    )
