"""The five plans' whole site: every link leads somewhere, every anchor is there, every id stands once."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

VOID_OF_LINKS = ("mailto:", "tel:", "https:", "http:", "webcal:", "data:")


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: Counter[str] = Counter()
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids[str(given["id"])] += 1
        for name in ("href", "src", "action"):
            if given.get(name) is not None:
                self.links.append(str(given[name]))
                if tag in ("script", "link", "img") and given.get("rel") not in ("canonical",):
                    self.loaded.append(str(given[name]))


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[Path, Links]:
    found = {}
    for path in built_site.rglob("*.html"):
        found[path] = Links()
        found[path].feed(path.read_text(encoding="utf-8"))
    return found


def test_every_id_stands_once(pages: dict[Path, Links]) -> None:
    twice = {str(p): [i for i, n in found.ids.items() if n > 1] for p, found in pages.items()}
    assert {p: ids for p, ids in twice.items() if ids} == {}


def test_every_link_leads_somewhere(pages: dict[Path, Links], built_site: Path) -> None:
    dead = set()
    for page, found in pages.items():
        if page.name == "404.html":  # its links are absolute: it may be shown at any address
            continue
        for link in found.links:
            if link.startswith(VOID_OF_LINKS):
                continue
            address, anchor = urldefrag(link)
            path = unquote(address.partition("?")[0])
            target = (page.parent / path).resolve() if path else page
            if target.is_dir():
                target = target / "index.html"
            if not target.is_file() or (anchor and target in pages and anchor not in pages[target].ids):
                dead.add(f"{page.relative_to(built_site)} → {link}")
    assert sorted(dead) == []


def test_nothing_is_loaded_from_another_host(pages: dict[Path, Links]) -> None:
    assert [link for found in pages.values() for link in found.loaded if "://" in link] == []
