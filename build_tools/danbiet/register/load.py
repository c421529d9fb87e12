"""The packaged register, a site's own files, and both together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from danbiet.issues import Issue
from danbiet.model import Body, Unit
from danbiet.records import Value
from danbiet.register.body_entries import read_body, read_unit
from danbiet.register.entries import read_entry
from danbiet.register.names import name_form, names_of
from danbiet.register.packaged_data import packaged_files
from danbiet.register.reader import Reader
from danbiet.register.records import Entered, Entry, Register
from danbiet.register.succession import completed, with_heirs, without_heirs

SECTIONS = ("văn bản", "cơ quan", "đơn vị")


class RegisterError(ValueError):
    """The packaged register is broken: a fault of this software, not of a site."""


@cache
def packaged() -> Register:
    """What ships with the software: instruments under ``data/van-ban``, bodies of ``don-vi-hanh-chinh.yml``."""
    shipped = packaged_files("van-ban") | {
        path: data for path, data in packaged_files().items() if path == "don-vi-hanh-chinh.yml"
    }
    register, issues = _read(shipped, Register())
    if issues:
        raise RegisterError("\n".join(map(str, issues)))
    bodies, heirs = with_heirs(register.bodies)
    return replace(register, entries=_dated(register.entries), bodies=bodies, heirs=heirs, own_bodies={})


def read_local(files: Mapping[str, bytes]) -> tuple[Register, list[Issue]]:
    """A register from YAML files by path (``plans/_danh-muc/van-ban.yml`` …), and what is wrong with them.

    Each file holds any of the lists ``văn bản:``, ``cơ quan:``, ``đơn vị:``. A broken entry is an
    error and left out; the others are read. A relation to an instrument that nobody registered, or
    a name that another instrument bears, is a warning.
    """
    return _read(files, packaged())


def _read(files: Mapping[str, bytes], shipped: Register) -> tuple[Register, list[Issue]]:
    entries: dict[str, Entry] = {}
    bodies: dict[str, Body] = {}
    units: dict[str, Unit] = {}
    entered: dict[str, Entered] = {}
    named: list[tuple[Reader, Value, Entry]] = []
    read: list[Reader] = []
    for path, data in sorted(files.items()):
        reader = Reader.of(path, data)
        read.append(reader)
        sections = reader.mapping(reader.root, SECTIONS, "danh mục") if reader.root is not None else {}
        for node in reader.items(sections.get("văn bản")):
            if (entry := read_entry(reader, node)) and _new(reader, node, entry.instrument.id, entries):
                entries[entry.instrument.id] = entry
                named.append((reader, node, entry))
        for node in reader.items(sections.get("cơ quan")):
            if (body := read_body(reader, node)) and _new(reader, node, body.id, bodies):
                bodies[body.id] = body
                entered[body.id] = Entered(*reader.faults.place(node.offset))
        for node in reader.items(sections.get("đơn vị")):
            if (unit := read_unit(reader, node)) and _new(reader, node, unit.id, units):
                units[unit.id] = unit
    _relate(named, {**shipped.entries, **entries})
    return Register(entries=entries, bodies=bodies, units=units, own_bodies=entered), [
        issue for reader in read for issue in reader.faults.issues
    ]


def _relate(readers: list[tuple[Reader, Value, Entry]], known: Mapping[str, Entry]) -> None:
    """Warn of relations that lead nowhere and of names that two instruments bear."""
    bearers: dict[str, set[str]] = {}
    for key, entry in known.items():
        for name in names_of(entry.instrument):
            bearers.setdefault(name_form(name), set()).add(key)
    for reader, node, entry in readers:
        one = entry.instrument
        for key in (*one.replaced_by, *one.amended_by, *one.replaces):
            if key not in known:
                remedy = "thêm một mục cho văn bản ấy, hoặc sửa mã"
                reader.warn(node, "mã văn bản liên quan không có trong danh mục", remedy, key)
        for name in names_of(one):
            others = sorted(bearers[name_form(name)] - {one.id})
            if others:
                remedy = f"bỏ tên này ở một trong hai mục (mục kia: {others[0]})"
                reader.warn(
                    node, "hai văn bản cùng mang một tên, nên viện dẫn bằng tên sẽ không rõ", remedy, name
                )


def _new(reader: Reader, node: Value, key: str, known: Mapping[str, object]) -> bool:
    if key in known:
        reader.problem(node, "mã này đã có một mục khác trong danh mục", "Giữ một mục, hoặc đổi mã", key)
        return False
    return True


def merge(shipped: Register, local: Register) -> Register:
    """Both registers; a site's own entry takes the place of a packaged one with the same id."""
    known = without_heirs(shipped.bodies, shipped.heirs)
    own = {key: completed(body, known[key]) if key in known else body for key, body in local.bodies.items()}
    bodies, heirs = with_heirs({**known, **own})
    return Register(
        entries=_dated({**shipped.entries, **local.entries}),
        bodies=bodies,
        units={**shipped.units, **local.units},
        own_bodies=local.own_bodies,
        heirs=heirs,
    )


def _dated(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The entries, the amended ones with the day of their first amendment."""
    return {
        key: replace(
            entry, instrument=replace(entry.instrument, amended_since=_first_amendment(entry, entries))
        )
        if entry.instrument.amended_by
        else entry
        for key, entry in entries.items()
    }


def _first_amendment(entry: Entry, entries: Mapping[str, Entry]) -> date | None:
    """The earliest day on which an amending instrument came into force; nothing where one is not known."""
    days = []
    for key in entry.instrument.amended_by:
        amending = entries[key].instrument if key in entries else None
        day = amending and (amending.effective or (amending.issued.earliest if amending.issued else None))
        if not day:
            return None
        days.append(day)
    return min(days)
