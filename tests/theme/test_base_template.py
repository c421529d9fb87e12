"""The base template alone: what an owner's settings put into the head and the foot."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace

import html5lib
import pytest
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from danbiet.output import Page, Settings
from danbiet.pages import base_context
from danbiet.templates import theme_root


def rendered(settings: Settings, made: Page | None = None) -> str:
    env = Environment(loader=FileSystemLoader(theme_root()))  # as MkDocs has it: without autoescape
    env.filters["url"] = lambda address: f"../{address}"
    page = SimpleNamespace(
        title="Trang",
        content="<h1>Trang</h1>",
        meta={"danbiet": made} if made else {},
        is_homepage=False,
        canonical_url="https://example.vn/x/" if settings.site_url else None,
    )
    html = env.get_template("main.html").render(
        page=page, danbiet_settings=settings, danbiet_today=date(2026, 11, 20), **base_context()
    )
    html5lib.HTMLParser(strict=True).parse(html)
    return html


def made(**more: object) -> Page:
    return Page(
        address="ke-hoach/2024/x/", title="Kế hoạch “A” & <B>", body=Markup("<h1>A</h1>"), kind="plan", **more
    )  # type: ignore[arg-type]


def test_everything_is_escaped_by_hand() -> None:
    html = rendered(
        Settings(site_name="Xã <A> & “B”", description='"><script>'), made(crumbs=(("<i>", "x/"),))
    )
    assert "<script>" not in html
    assert "<i>" not in html
    assert "Xã &lt;A&gt; &amp;" in html


def test_a_public_address_gives_what_messengers_show() -> None:
    settings = Settings(site_name="Xã", site_url="https://example.vn/xa/")
    html = rendered(settings, made(social_image="ke-hoach/2024/x/chia-se.png", description="Ba việc"))
    assert '<meta property="og:image" content="https://example.vn/xa/ke-hoach/2024/x/chia-se.png">' in html
    assert '<link rel="canonical" href="https://example.vn/x/">' in html
    assert 'property="og:description" content="Ba việc"' in html


def test_without_a_public_address_there_is_nothing_absolute() -> None:
    html = rendered(Settings(site_name="Xã"), made(social_image="x.png"))
    assert "og:" not in html
    assert "canonical" not in html


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("bao@example.vn", 'href="mailto:bao@example.vn"'),
        ("mailto:bao@example.vn", 'href="mailto:bao@example.vn"'),
        ("https://example.vn/@bao", 'href="https://example.vn/@bao"'),
        (None, "chưa đặt địa chỉ để báo chỗ sai"),
    ],
)
def test_mistakes_are_reported_where_the_owner_says(address: str | None, shown: str) -> None:
    assert shown in rendered(Settings(site_name="Xã", report_address=address))


def test_only_a_demonstration_says_that_it_is_one() -> None:
    assert "Trang minh họa" in rendered(Settings(site_name="Xã", demonstration=True))
    assert "Trang minh họa" not in rendered(Settings(site_name="Xã"))


def test_only_the_scripts_a_page_names_are_loaded() -> None:
    html = rendered(Settings(site_name="Xã"), made(scripts=("state", "sheet")))
    assert re.findall(r"assets/([a-z]+)-[0-9a-f]+[.]js", html) == ["state", "sheet", "offline"]
    assert rendered(Settings(site_name="Xã", offline=True)).count("<script") == 0
