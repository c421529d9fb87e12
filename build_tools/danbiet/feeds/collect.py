"""Site → the records of obligations, with their states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from danbiet import addresses, progress
from danbiet.feeds import obligation_records as records
from danbiet.feeds.links import link
from danbiet.model import Confirmation, Evidence, Obligation, ProgressEntry, Site
from danbiet.output import Settings
from danbiet.progress import Tracked


def obligation_json(
    obligation: Obligation, site: Site, settings: Settings | None = None
) -> dict[str, object]:
    """An obligation as ``danbiet obligations --json`` prints it (docs: the table of commands).

    ``url`` is absolute where ``settings`` has a public address, else below the site's root.
    """
    duty = obligation.duty
    base = settings.site_url if settings and settings.site_url else ""
    return {
        "id": obligation.id,
        "plan": obligation.plan_key,
        "section": duty.section,
        "unit": site.units[obligation.unit_id].name,
        "unit_id": obligation.unit_id,
        "text": duty.text,
        "start": duty.start,
        "end": duty.end,
        "deadlines": [
            {
                "raw": one.raw,
                "when": one.when,
                "due": one.due.isoformat() if one.due else None,
                "basis": one.basis,
                "what": one.what,
            }
            for one in duty.deadlines
        ],
        "recurrence": [one.value for one in duty.recurrence],
        "reports_to": duty.reports_to,
        "via": duty.via,
        "url": base + addresses.obligation(obligation.plan_key, obligation.id),
    }


def obligation_records(
    site: Site, settings: Settings, states: Mapping[str, Sequence[Tracked]]
) -> list[records.ObligationRecord]:
    """Every obligation of the site, in document order, plans in order of key."""
    return [
        _record(obligation, site, settings, states[obligation.id])
        for group in site.obligations.values()
        for obligation in group
    ]


def _record(
    obligation: Obligation, site: Site, settings: Settings, tracked: Sequence[Tracked]
) -> records.ObligationRecord:
    duty = obligation.duty
    return records.ObligationRecord(
        id=obligation.id,
        plan=obligation.plan_key,
        section=duty.section,
        section_title=duty.section_title,
        unit=site.units[obligation.unit_id].name,
        unit_id=obligation.unit_id,
        issuer=site.issuer_of(obligation.plan_key),
        text=duty.text,
        start=duty.start,
        end=duty.end,
        due_date=min((one.occurrence.due for one in tracked if one.occurrence.due), default=None),
        deadlines=[
            records.DeadlineRecord(raw=one.raw, when=one.when, due=one.due, basis=one.basis, what=one.what)
            for one in duty.deadlines
        ],
        recurrence=[one.value for one in duty.recurrence],
        reports_to=duty.reports_to,
        via=duty.via,
        url=link(addresses.obligation(obligation.plan_key, obligation.id), settings),
        measurable=duty.measurable,
        occurrences=[
            records.OccurrenceRecord(
                due=one.occurrence.due, state=one.state.slug, state_label=one.state.label
            )
            for one in tracked
        ],
        progress=[_entry(entry, settings) for entry in site.progress.get(obligation.id, ())],
        withdrawn=[
            records.WithdrawalRecord(on=one.on, reason=one.reason)
            for one in site.withdrawn
            if one.obligation_id == obligation.id
        ],
    )


def _entry(entry: ProgressEntry, settings: Settings) -> records.ProgressRecord:
    return records.ProgressRecord(
        period=entry.period,
        on=entry.on,
        stage=entry.stage.value,
        what=entry.what,
        reported_by=entry.reported_by,
        evidence=[
            records.EvidenceRecord(title=one.title, url=_evidence(one, settings)) for one in entry.evidence
        ],
        confirmations=[_confirmation(said, settings) for said in entry.confirmations],
    )


def _evidence(one: Evidence, settings: Settings) -> str:
    return one.url or link(addresses.evidence(one.file or ""), settings)


def _confirmation(said: Confirmation, settings: Settings) -> records.ConfirmationRecord:
    file = said.document_file
    return records.ConfirmationRecord(
        by=said.by,
        on=said.on,
        finding=said.finding,
        remark=said.remark,
        document_code=said.document_code,
        document_date=said.document_date,
        document_url=link(addresses.evidence(file), settings) if file else None,
        counts=progress.confirms(said),
    )
