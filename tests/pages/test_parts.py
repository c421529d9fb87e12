"""A province's lists stand in parts: every part is reached, nothing is lost, no page is heavy."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import html5lib
import pytest

from danbiet import pages
from danbiet.model import Site
from danbiet.output import Page, Settings
from danbiet.pages import checking, citation_checking, deadlines, instrument_list, instruments, plans, units
from danbiet.pages.parts import parts

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))
from corpus_site import corpus, site_of

HEAVIEST = 300_000  # bytes of HTML


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch, site: Site, settings: Settings) -> dict[str, Page]:
    """The small ward, rendered as if one line were already too long a list."""
    for module in (checking, deadlines):
        monkeypatch.setattr(module, "ROWS", 1)
    for module in (citation_checking, instrument_list, plans, units):
        monkeypatch.setattr(module, "LINES", 1)
    monkeypatch.setattr(instruments, "_CITING", 1)
    return {page.address: page for page in pages.render(site, settings)}


def resolved(here: str, href: str) -> str:
    way = here.split("/")[:-1]
    for step in href.partition("#")[0].partition("?")[0].split("/"):
        if step == "..":
            way.pop()
        elif step not in ("", "."):
            way.append(step)
    return "/".join([*way, ""]) if way else ""


def reached(made: dict[str, Page], start: str) -> set[str]:
    found, ahead = set[str](), [start]
    while ahead:
        here = ahead.pop()
        if here in made and here not in found:
            found.add(here)
            hrefs = re.findall(r'href="((?!https?:|mailto:|tel:|#)[^"]+/|\./)(?:#[^"]*)?"', made[here].body)
            ahead += [resolved(here, href) for href in hrefs] + [address for _, address in made[here].crumbs]
    return found


def test_the_parts_of_a_list_hold_it_whole() -> None:
    made = parts(list(range(7)), "x/", 3)
    assert [part.address for part in made] == ["x/", "x/trang-2/", "x/trang-3/"]
    assert [item for part in made for item in part.items] == list(range(7))
    assert [link.href for link in made[1].links] == ["../", "./", "../trang-3/"]
    assert parts([], "x/", 3)[0].links == ()


def test_every_part_is_reached_and_is_valid(split: dict[str, Page], site: Site) -> None:
    lists = [a for a in split if re.match("kiem-tra/|thoi-han/|don-vi/|van-ban/|ke-hoach/", a)]
    for start in ("kiem-tra/", "thoi-han/", "don-vi/", "van-ban/", "ke-hoach/"):
        found = reached(split, start)
        missing = [a for a in lists if a.startswith(start) and a not in found]
        kept = [f"kiem-tra/{body}/" for body in site.bodies]  # addresses that only lead on
        assert [a for a in missing if split[a].kind != "instrument" and a not in kept] == []
    for page in split.values():
        whole = f"<!doctype html><html lang=vi><head><title>t</title></head><body>{page.body}</body></html>"
        html5lib.HTMLParser(strict=True).parse(whole)
        assert page.body.count("<h1") == (0 if page.kind == "home" else 1), page.address


def test_an_anchor_of_a_body_still_leads_to_it(split: dict[str, Page], site: Site) -> None:
    for body in site.bodies:
        assert f'id="{body}"' in split["don-vi/"].body
        assert f"don-vi/{body}/" in split


@pytest.mark.slow
def test_no_page_of_a_province_is_heavy(settings: Settings) -> None:
    site = site_of(corpus(300))
    heavy = {p.address: len(p.body.encode()) for p in pages.render(site, settings)}
    assert {address: size for address, size in heavy.items() if size > HEAVIEST} == {}
