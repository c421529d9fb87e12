"""All open data of a site, at the addresses of the design."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from danbiet import addresses, progress
from danbiet.feeds import files
from danbiet.feeds.agenda import event_bytes, ics_bytes
from danbiet.feeds.atom import ADDRESS as ATOM_ADDRESS
from danbiet.feeds.atom import atom_bytes
from danbiet.feeds.collect import obligation_records
from danbiet.feeds.links import LICENSE, WITHIN, note
from danbiet.feeds.registers import body_records, instrument_records, plan_records, unit_records
from danbiet.feeds.table import csv_bytes, rows
from danbiet.feeds.workbook import xlsx_bytes
from danbiet.model import Site
from danbiet.output import Artifact, Settings
from danbiet.progress import Tracked


def artifacts(site: Site, settings: Settings) -> Iterator[Artifact]:
    """JSON and its schemas, CSV, XLSX; calendars and Atom only where the site has a public address.

    No calendar is empty: where no task has a day, there is none.
    """
    states = progress.site_states(site)
    yield from _json(site, settings, states)
    yield Artifact(address=f"{addresses.DATA}viec.csv", content=csv_bytes(rows(site, settings, states)))
    words = f"{note(settings)}\n{LICENSE}\n{settings.site_url or WITHIN}"
    book = xlsx_bytes(rows(site, settings, states), site.today, settings.site_name, words)
    yield Artifact(address=f"{addresses.DATA}viec.xlsx", content=book)
    if settings.site_url:
        yield from _calendars(site, settings, states)
        yield Artifact(address=ATOM_ADDRESS, content=atom_bytes(site, settings))


def _json(site: Site, settings: Settings, states: Mapping[str, Sequence[Tracked]]) -> Iterator[Artifact]:
    contents: dict[str, dict[str, object]] = {
        "ke-hoach": {"plans": plan_records(site, settings)},
        "van-ban": {"instruments": instrument_records(site, settings)},
        "don-vi": {"bodies": body_records(site), "units": unit_records(site, settings)},
        "viec": {"obligations": obligation_records(site, settings, states)},
    }
    for name, content in contents.items():
        common: dict[str, object] = {
            "schema_address": f"{name}.schema.json",
            "site": settings.site_name,
            "site_url": settings.site_url,
            "as_of": site.today,
            "license": LICENSE,
            "note": note(settings),
        }
        file = files.FILES[name].model_validate(common | content)
        text = file.model_dump_json(by_alias=True, indent=1)
        yield Artifact(address=f"{addresses.DATA}{name}.json", content=text.encode("utf-8") + b"\n")
        yield _schema(name, files.json_schema(files.FILES[name]), settings)
    yield _schema("tien-do", progress.json_schema(), settings)


def _schema(name: str, schema: Mapping[str, object], settings: Settings) -> Artifact:
    address = f"{addresses.DATA}{name}.schema.json"
    known_at = {"$id": f"{settings.site_url}{address}"} if settings.site_url else {}
    text = json.dumps({**known_at, **schema}, ensure_ascii=False, indent=1)
    return Artifact(address=address, content=text.encode("utf-8") + b"\n")


def _calendars(site: Site, settings: Settings, states: Mapping[str, Sequence[Tracked]]) -> Iterator[Artifact]:
    by_unit: dict[str, list[bytes]] = {unit_id: [] for unit_id in site.units}
    everything: list[bytes] = []
    for group in site.obligations.values():
        for obligation in group:
            events = event_bytes(obligation, states[obligation.id], site, settings)
            everything += events
            by_unit[obligation.unit_id] += events
    if everything:
        whole = ics_bytes(f"Thời hạn – {settings.site_name}", everything)
        yield Artifact(address=f"{addresses.DATA}thoi-han.ics", content=whole)
    for unit_id, events_of_unit in by_unit.items():
        if events_of_unit:
            content = ics_bytes(f"Thời hạn – {site.units[unit_id].name}", events_of_unit)
            yield Artifact(address=addresses.unit_calendar(unit_id), content=content)
