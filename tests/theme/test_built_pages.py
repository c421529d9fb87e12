"""The base template as built: valid HTML, the right heads, no other host, what every page says."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest


@pytest.fixture(scope="module")
def built(built_site: Path) -> dict[str, str]:
    return {str(p.relative_to(built_site)): p.read_text("utf-8") for p in sorted(built_site.rglob("*.html"))}


def test_every_page_is_valid_html(built: dict[str, str]) -> None:
    for address, html in built.items():
        try:
            html5lib.HTMLParser(strict=True).parse(html)
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{address}: {error}")


def test_every_page_says_what_it_is(built: dict[str, str]) -> None:
    for address, html in built.items():
        assert '<html lang="vi"' in html, address
        assert html.count("<h1") == 1, address
        assert "Trang minh họa, không phải trang của cơ quan ban hành" in html, address
        assert "Báo chỗ sai trên trang này" in html, address
        assert re.search(r"<title>[^<]+</title>", html), address
        assert 'class="skip"' in html, address


def test_no_page_loads_anything_from_elsewhere(built: dict[str, str]) -> None:
    for address, html in built.items():
        loaded = re.findall(r'<(?:script|img|iframe|source)[^>]*\bsrc="([^"]+)"', html)
        loaded += re.findall(r'<link[^>]*rel="(?:stylesheet|icon|preload)"[^>]*href="([^"]+)"', html)
        assert not [x for x in loaded if re.match("(https?:)?//", x)], address
        assert "<style" not in html
        assert not re.search(r"\son[a-z]+=", html), address


def test_headings_never_skip_a_level(built: dict[str, str]) -> None:
    for address, html in built.items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
        assert all(b - a <= 1 for a, b in pairwise(levels)), (address, levels)


def test_a_plan_page_is_light(built_site: Path) -> None:
    for page in built_site.glob("ke-hoach/2*/*/index.html"):
        html = page.read_text("utf-8")
        loaded = re.findall(r'(?:src|href)="([^"]+\.(?:css|js|svg))"', html)
        files = [page, *((page.parent / name).resolve() for name in loaded)]
        size = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
        assert size < 45_000, (page, size)


def test_the_article_of_a_plan_shows_the_original_and_nothing_else(built_site: Path, root: Path) -> None:
    """Letterhead, body, recipients and signature together are the original, but for white space and marks."""
    originals = root / "tests" / "plans" / "originals"
    sources = {
        "2024/thanh-mien": "000_318e51082e090e4d.txt",
        "2025/vinh-linh": "001_740ba232e0108bc4.txt",
        "2024/bai-chay": "002_a1b43dceb78e5898.txt",
        "2024/pho-minh": "003_bde61b360d837a63.txt",
        "2025/chi-minh": "004_aa8a93fda535d7a9.txt",
    }
    for key, name in sources.items():
        html = (built_site / "ke-hoach" / key / "index.html").read_text("utf-8")
        article = html5lib.parse(html, namespaceHTMLElements=False).find(f".//article[@data-plan='{key}']")
        assert article is not None
        for time in list(article.iter("time")):
            time.text = ""  # the time of signing is told apart: it stands where the signature stands
        shown = re.sub(r"\s", "", "".join(article.itertext()))
        original = (originals / name).read_text("utf-8")
        original = re.sub(r"\d{4}-\d\d-\d\dT[\d:]+[+-]\d{4}", "", original)
        assert shown == re.sub(r"[\s*#]", "", original), key
