"""The files of the index: whole, deterministic, small."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from corpus_site import corpus, site_of

from danbiet import search
from danbiet.model import Site
from danbiet.output import Settings
from danbiet.search import shards

SETTINGS = Settings(site_name="Thử")


@pytest.fixture(scope="module")
def site() -> Site:
    return site_of(corpus(12))


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    return {artifact.address: artifact.content for artifact in search.artifacts(site, SETTINGS)}


def data(content: bytes) -> Any:
    text = (
        content.decode("utf-8").rstrip("\n").rpartition("\n")[2] + "\n"
    )  # the engine stands before its contents
    assert text.startswith("danbietShard(")
    return json.loads(f"[{text[len('danbietShard(') : -2]}]")[1]


def test_what_few_searches_need_is_a_file_of_its_own(files: dict[str, bytes]) -> None:
    later = next(content for address, content in files.items() if address.endswith("/x.js"))
    assert later.startswith(b'danbietShard("x",function')
    assert b"prototype.near" in later
    assert b"prototype.near" not in files[shards.ENGINE]


def named(files: dict[str, bytes], kind: str) -> list[Any]:
    stems = {address.rsplit("/", 1)[1].removesuffix(".js"): content for address, content in files.items()}
    found = sorted((int(s[1:]), c) for s, c in stems.items() if s[0] == kind and s[1:].isdigit())
    return [data(content) for _, content in found]


def test_the_table_of_contents_tells_where_everything_is(files: dict[str, bytes], site: Site) -> None:
    contents = data(files[shards.ENGINE])
    assert len(contents["p"]) == len(site.plans)
    assert sum(contents["p"]) == len(named(files, "p"))
    assert len(contents["s"].split("|")) == len(named(files, "s"))
    pairs = contents["b"].split("|")
    assert len(pairs) == len(named(files, "b"))
    assert pairs == sorted(pairs)
    others = sum(len(records) for records in named(files, "r"))
    assert others == sum(contents["n"]) == len(site.instruments) + len(site.units)


def test_every_pair_stands_in_the_file_that_its_name_leads_to(files: dict[str, bytes]) -> None:
    starts = [*data(files[shards.ENGINE])["b"].split("|"), "\uffff"]
    for number, groups in enumerate(named(files, "b")):
        for first, entries in groups.items():
            for entry in entries.split("~")[1:]:
                name = f"{first} {entry.partition('|')[0]}"
                assert starts[number] <= name < starts[number + 1]


def test_every_paragraph_and_obligation_can_be_shown(files: dict[str, bytes], site: Site) -> None:
    pieces = named(files, "p")
    shown = {(piece["a"], anchor) for piece in pieces for anchor, _ in piece["p"]}
    for plan in site.plans.values():
        assert {(f"ke-hoach/{plan.key}/", block.anchor) for block in plan.blocks} <= shown
    texts = {
        piece["p"][duty["p"][0]][1][duty["p"][1] : duty["p"][2]] if "p" in duty else duty["t"]
        for piece in pieces
        for duty in piece["o"]
    }
    assert texts == {o.duty.text for found in site.obligations.values() for o in found}


def test_the_same_site_gives_the_same_files(files: dict[str, bytes], site: Site) -> None:
    assert {a.address: a.content for a in search.artifacts(site, SETTINGS)} == files
    fewer = {artifact.address for artifact in search.artifacts(site_of(corpus(11)), SETTINGS)}
    assert fewer & set(files) == {shards.ENGINE}


def test_no_file_is_large(files: dict[str, bytes]) -> None:
    assert max(len(gzip.compress(content)) for content in files.values()) < 12_000
    for piece in (a for a in files if a.rsplit("/", 1)[1].startswith("p")):
        assert len(gzip.compress(files[piece])) < 4_000


def test_an_empty_site_has_an_index() -> None:
    made = list(search.artifacts(site_of([]), SETTINGS))
    assert data(next(a.content for a in made if a.address == shards.ENGINE))["n"] == [0, 0]
