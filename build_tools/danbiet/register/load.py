"""The packaged register, a site's own files, and both together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import yaml

from danbiet.issues import Issue
from danbiet.model import Body, Unit
from danbiet.register.body_entries import read_body, read_unit
from danbiet.register.entries import read_entry
from danbiet.register.nodes import Reader
from danbiet.register.packaged_data import packaged_files
from danbiet.register.records import Entry, Register

SECTIONS = ("văn bản", "cơ quan", "đơn vị")


class RegisterError(ValueError):
    """The packaged register is broken: a fault of this software, not of a site."""


@cache
def packaged() -> Register:
    """What ships with the software: instruments under ``data/van-ban``, bodies of ``don-vi-hanh-chinh.yml``."""
    shipped = packaged_files("van-ban") | {
        path: data for path, data in packaged_files().items() if path == "don-vi-hanh-chinh.yml"
    }
    register, issues = read_local(shipped)
    if issues:
        raise RegisterError("\n".join(map(str, issues)))
    return register


def read_local(files: Mapping[str, bytes]) -> tuple[Register, list[Issue]]:
    """A register from YAML files by path (``plans/_danh-muc/van-ban.yml`` …), and what is wrong with them.

    Each file holds any of the lists ``văn bản:``, ``cơ quan:``, ``đơn vị:``. A broken entry is an
    error and left out; the others are read.
    """
    entries: dict[str, Entry] = {}
    bodies: dict[str, Body] = {}
    units: dict[str, Unit] = {}
    issues: list[Issue] = []
    for path, data in sorted(files.items()):
        reader = Reader(path)
        root = reader.compose(data)
        sections = reader.mapping(root, SECTIONS, "danh mục") if root is not None else {}
        for node in reader.items(sections.get("văn bản")):
            if (entry := read_entry(reader, node)) and _new(reader, node, entry.instrument.id, entries):
                entries[entry.instrument.id] = entry
        for node in reader.items(sections.get("cơ quan")):
            if (body := read_body(reader, node)) and _new(reader, node, body.id, bodies):
                bodies[body.id] = body
        for node in reader.items(sections.get("đơn vị")):
            if (unit := read_unit(reader, node)) and _new(reader, node, unit.id, units):
                units[unit.id] = unit
        issues += reader.issues
    return Register(entries=entries, bodies=bodies, units=units), issues


def _new(reader: Reader, node: yaml.Node, key: str, known: Mapping[str, object]) -> bool:
    if key in known:
        reader.problem(node, "mã này đã có một mục khác trong danh mục", "giữ một mục, hoặc đổi mã", key)
        return False
    return True


def merge(shipped: Register, local: Register) -> Register:
    """Both registers; a site's own entry takes the place of a packaged one with the same id."""
    return Register(
        entries={**shipped.entries, **local.entries},
        bodies={**shipped.bodies, **local.bodies},
        units={**shipped.units, **local.units},
    )
