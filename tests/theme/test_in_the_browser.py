"""What the small scripts do, and that nobody needs them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
PLAN = "ke-hoach/2024/bai-chay/"
EVERY = (
    "",
    "ke-hoach/",
    PLAN,
    "van-ban/",
    "van-ban/luat-10-2022-qh15/",
    "don-vi/",
    "thoi-han/",
    "kiem-tra/",
    "du-lieu/",
)


def opened(browser: Browser, request: pytest.FixtureRequest, **options: object) -> Page:
    context = browser.new_context(**options)  # type: ignore[arg-type]
    request.addfinalizer(context.close)
    return context.new_page()


def test_a_citation_opens_a_sheet_and_closing_it_returns_to_the_line(
    browser: Browser, request: pytest.FixtureRequest, site_address: str
) -> None:
    page = opened(browser, request, viewport={"width": 360, "height": 740})
    page.goto(site_address + PLAN)
    citation = page.locator("article a[data-instrument='pl-34-2007-pl-ubtvqh11']").first
    citation.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    citation.click()
    sheet = page.get_by_role("dialog", name="Văn bản được viện dẫn")
    expect(sheet).to_be_visible()
    expect(sheet).to_contain_text("hết hiệu lực")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(citation).to_be_focused()
    assert abs(page.evaluate("scrollY") - before) < 4
    citation.click()
    page.get_by_role("link", name="Mở trang văn bản").click()
    expect(page).to_have_url(f"{site_address}van-ban/pl-34-2007-pl-ubtvqh11/")
    page.go_back()
    assert abs(page.evaluate("scrollY") - before) < 60


def test_the_keyboard_stays_in_the_sheet_until_it_is_closed(
    browser: Browser, request: pytest.FixtureRequest, site_address: str
) -> None:
    page = opened(browser, request, viewport={"width": 1280, "height": 800})
    page.goto(site_address + PLAN)
    citation = page.locator("article a[data-instrument]").nth(3)
    citation.focus()
    before = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    within = "document.querySelector('.sheet').contains(document.activeElement)"
    for key in ("Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab", "Tab"):
        page.keyboard.press(key)
        assert page.evaluate(within), key
        assert abs(page.evaluate("scrollY") - before) < 4
    page.keyboard.press("Escape")
    expect(page.locator(".sheet")).to_be_hidden()
    expect(citation).to_be_focused()


def test_the_box_at_the_top_follows_the_readers_day(
    browser: Browser, request: pytest.FixtureRequest, site_address: str
) -> None:
    page = opened(browser, request, viewport={"width": 360, "height": 740})
    page.goto(site_address + PLAN)
    page.evaluate("danbietState.refresh('2024-05-09')")
    times = page.locator("[data-times]")
    expect(times).to_have_text(
        "Thời hạn tới: 10/5/2024, UBND phường Bãi Cháy; 1 trong 3 thời hạn đã qua (tính đến ngày 09/5/2024)"
    )
    page.evaluate("danbietState.refresh('2027-02-01')")
    expect(times).to_have_text(
        "3 thời hạn, đều đã qua; gần nhất 10/11/2024, UBND phường Bãi Cháy (tính đến ngày 01/02/2027)"
    )


def test_search_in_the_masthead_keeps_its_width_beside_large_text(
    browser: Browser, request: pytest.FixtureRequest, site_address: str
) -> None:
    page = opened(browser, request, viewport={"width": 360, "height": 740})
    page.goto(site_address + PLAN)
    page.add_style_tag(content="html { font-size: 225% !important }")
    box = page.locator(".masthead input[type=search]").bounding_box()
    assert box is not None
    assert box["width"] > 240


def test_without_scripts_a_citation_is_a_link_and_every_task_can_be_opened(
    browser: Browser, request: pytest.FixtureRequest, site_address: str
) -> None:
    page = opened(browser, request, java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto(site_address + PLAN)
    task = page.locator("details.task:has(blockquote)").first
    task.locator("summary").click()
    expect(task.locator("blockquote")).to_be_visible()
    page.locator("article a[data-instrument]").first.click()
    assert "/van-ban/" in page.url
    page.goto(f"{site_address}kiem-tra/")
    expect(page.locator("[data-filters]")).to_be_hidden()
    assert page.locator(".checking tbody tr").count() > 50


def test_the_working_table_is_filtered_and_the_address_keeps_the_filter(
    browser: Browser, request: pytest.FixtureRequest, site_address: str
) -> None:
    page = opened(browser, request, viewport={"width": 1280, "height": 800})
    page.goto(f"{site_address}kiem-tra/")
    rows = page.locator(".checking tbody tr:visible")
    every = rows.count()
    page.locator("select[name=co-quan]").select_option(label="UBND phường Phổ Minh")
    some = rows.count()
    assert 0 < some < every
    assert "co-quan=" in page.url
    counts = page.locator("[data-count]:visible b").all_inner_texts()
    assert sum(map(int, counts)) == some
    page.reload()
    assert rows.count() == some
    page.locator("[data-count]:visible a").first.click()
    assert "trang-thai=" in page.url
    page.get_by_role("button", name="Bỏ lọc").click()
    page.wait_for_function("!location.search")
    assert rows.count() == every


@pytest.mark.parametrize("width", [320, 640, 768, 1100, 1440])  # 640: 1280 at 200 %
def test_nothing_pushes_a_page_sideways(
    width: int, browser: Browser, request: pytest.FixtureRequest, site_address: str
) -> None:
    page = opened(browser, request, viewport={"width": width, "height": 740})
    for address in EVERY:
        page.goto(site_address + address)
        page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_text_alone_twice_as_large_pushes_no_page_sideways(
    browser: Browser, request: pytest.FixtureRequest, site_address: str
) -> None:
    page = opened(browser, request, viewport={"width": 360, "height": 740})
    for address in EVERY:
        page.goto(site_address + address)
        page.add_style_tag(content="html { font-size: 212.5% !important }")
        page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_every_target_can_be_hit(browser: Browser, request: pytest.FixtureRequest, site_address: str) -> None:
    """WCAG 2.2, 2.5.8: 24 px at least, but for links inside a sentence."""
    page = opened(browser, request, viewport={"width": 360, "height": 740})
    for address in (*EVERY, "huong-dan/", "ngoai-mang/", "404.html"):
        page.goto(site_address + address)
        small = page.evaluate(
            """[...document.querySelectorAll('a, button, summary, input, select')]
              .filter(e => e.checkVisibility() && !e.matches('.skip'))
              .filter(e => { const r = e.getBoundingClientRect(); return r.height < 24 || r.width < 24; })
              .filter(e => getComputedStyle(e).display !== 'inline'
                || ![...e.parentElement.childNodes].some(n => n !== e && n.textContent.trim()))
              .map(e => e.outerHTML.slice(0, 80))"""
        )
        assert small == [], address


def test_links_in_lists_are_large_enough_to_touch(
    browser: Browser, request: pytest.FixtureRequest, site_address: str
) -> None:
    page = opened(browser, request, viewport={"width": 360, "height": 740})
    page.goto(site_address + PLAN)
    small = page.evaluate(
        "[...document.querySelectorAll('nav a, summary, button:not([hidden]), .actions a, .foot a')]"
        ".filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 40).map(e => e.textContent)"
    )
    assert small == []


def test_on_a_sheet_the_place_to_sign_never_stands_alone(
    browser: Browser, request: pytest.FixtureRequest, site_address: str, tmp_path: Path
) -> None:
    page = opened(browser, request)
    for address in (PLAN, "ke-hoach/2024/pho-minh/"):
        page.goto(f"{site_address}{address}phieu/")
        rows = page.locator(".paper__tasks tbody tr").count() - 1
        page.pdf(path=tmp_path / "phieu.pdf", prefer_css_page_size=True)
        pages = [page_text for page_text in extract_text(tmp_path / "phieu.pdf").split("\f") if page_text]
        assert all("Thời hạn" in text for text in pages)  # the head is on every page
        assert f"{len(pages)}/{len(pages)}" in pages[-1]
        assert "Đại diện đơn vị" in pages[-1]
        assert re.search(rf"^{rows}$", pages[-1], re.M)


def test_on_paper_a_notice_is_one_page_and_a_plan_is_the_document_alone(
    browser: Browser, request: pytest.FixtureRequest, site_address: str
) -> None:
    page = opened(browser, request)
    page.goto(f"{site_address}{PLAN}niem-yet/")
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    page.goto(site_address + PLAN)
    page.emulate_media(media="print")
    expect(page.locator("article[data-plan]")).to_be_visible()
    for hidden in (".opening", ".who", ".cited", ".after", ".masthead__in"):
        expect(page.locator(hidden)).to_be_hidden()
