"""What people come for, from the first touch to the last, in a real browser on a phone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from danbiet.host.build import build
from danbiet.host.project import Project

pytestmark = pytest.mark.browser
PLAN = "ke-hoach/2024/pho-minh/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN", has_touch=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    yield page
    context.close()
    assert complaints == []


def seen(page: Page, selector: str) -> bool:
    """Whether an element stands, at least in part, inside what the screen shows."""
    return bool(
        page.evaluate(
            """s => { const r = document.querySelector(s).getBoundingClientRect();
                      return r.bottom > 0 && r.top < innerHeight; }""",
            selector,
        )
    )


def test_a_citizen_follows_the_code_on_the_board(phone: Page, site_address: str, built_site: Path) -> None:
    """QR → the plan → an obligation → the paragraph → an instrument → back to the same line."""
    notice = (built_site / PLAN / "niem-yet" / "index.html").read_text("utf-8")
    printed = re.search(r'<a href="https://danbiet\.example/([^"]*)">', notice)
    assert printed is not None
    phone.goto(site_address + printed[1])
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Thực hiện quy chế dân chủ")
    expect(phone.locator(".summary")).to_contain_text("13 việc giao 5 đơn vị")
    task = phone.locator("details.task", has_text="20/5/2024").first
    task.locator("summary").tap()
    expect(task.locator("blockquote")).to_contain_text("trước ngày 20/5/2024")
    task.get_by_role("link", name="Đọc trong kế hoạch").tap()
    target = phone.evaluate("location.hash")
    assert seen(phone, target)
    citation = phone.locator(
        "article a[data-instrument='qd-866-qd-tu--thi-uy-duc-pho'], article a[data-instrument]"
    ).nth(8)
    citation.scroll_into_view_if_needed()
    before = phone.evaluate("scrollY")
    citation.tap()
    sheet = phone.get_by_role("dialog", name="Văn bản được viện dẫn")
    expect(sheet).to_be_visible()
    sheet.get_by_role("link", name="Mở trang văn bản").tap()
    phone.wait_for_url("**/van-ban/*/")
    expect(phone.get_by_role("heading", name=re.compile("kế hoạch viện dẫn"))).to_be_visible()
    phone.go_back()
    phone.wait_for_url(f"**/{PLAN}**")
    phone.wait_for_function(f"Math.abs(scrollY - {before}) < 80")


def test_a_citizen_types_without_marks_and_lands_on_the_paragraph(phone: Page, site_address: str) -> None:
    phone.goto(site_address)
    phone.get_by_role("searchbox").fill("doi thoai")
    phone.keyboard.press("Enter")
    phone.wait_for_selector("[data-result] mark")
    result = phone.locator("[data-result] a", has_text=re.compile("")).first
    assert "đối thoại" in phone.locator("[data-result]").first.inner_text().lower()
    result.tap()
    phone.wait_for_url("**/ke-hoach/**#*")
    assert seen(phone, phone.evaluate("'#' + CSS.escape(location.hash.slice(1))"))
    phone.go_back()
    expect(phone.get_by_role("searchbox")).to_have_value("doi thoai")


def test_the_front_filters_prints_and_takes_the_data_away(phone: Page, site_address: str) -> None:
    phone.goto(f"{site_address}kiem-tra/")
    rows = phone.locator(".checking tbody tr:visible")
    every = rows.count()
    phone.get_by_text("Lọc bảng", exact=True).tap()
    phone.locator("select[name=co-quan]").select_option(label="UBND phường Bãi Cháy")
    phone.locator("select[name=nam]").select_option("2024")
    some = rows.count()
    assert 0 < some < every
    assert sum(map(int, phone.locator("[data-count]:visible b").all_inner_texts())) == some
    tasks = len({row.get_attribute("data-obligation") for row in rows.all()})
    assert tasks < some  # one task with two deadlines stands in two rows, and the count says so
    said = f"Đang hiện {some} dòng của {tasks} việc trong {every} dòng: UBND phường Bãi Cháy; Năm 2024."
    expect(phone.locator("[data-filtered]")).to_have_text(said)
    kept = phone.url
    phone.goto(f"{site_address}ke-hoach/")
    phone.goto(kept)  # sent to a colleague
    assert rows.count() == some
    phone.emulate_media(media="print")
    expect(phone.locator(".filters")).to_be_hidden()
    expect(phone.locator("[data-filtered]")).to_be_visible()
    expect(phone.locator(".masthead__in")).to_be_hidden()
    assert phone.locator(".checking tbody tr:visible").count() == some
    phone.emulate_media(media="screen")
    with phone.expect_download() as download:
        phone.get_by_role("link", name="Tải Excel").tap()
    book = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert max(sheet.max_row for sheet in book) > 50
    sheet = phone.get_by_role("link", name="Phiếu theo dõi của")
    expect(sheet).to_have_count(0)  # of all the rows there is none
    phone.locator("select[name=don-vi]").select_option(index=2)
    chosen = phone.locator("select[name=don-vi]").input_value()
    expect(sheet).to_have_text("Phiếu theo dõi của đơn vị đã chọn")
    sheet.tap()
    expect(phone).to_have_url(f"{site_address}don-vi/{chosen}/phieu/")
    expect(phone.get_by_text("Người kiểm tra", exact=True)).to_be_visible()


def test_a_keyboard_is_enough(browser: Browser, site_address: str) -> None:
    """Skip link, the table of tasks, a citation's sheet and back, and focus is always to be seen."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    page = context.new_page()
    page.goto(site_address + PLAN)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    assert seen(page, ".skip")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    summary = page.locator("details.task summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.task blockquote").first).to_be_visible()
    citation = page.locator("article a[data-instrument]").first
    citation.focus()
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="Văn bản được viện dẫn")
    expect(sheet).to_be_visible()
    assert page.evaluate("document.querySelector('.sheet').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(citation).to_be_focused()
    page.goto(f"{site_address}kiem-tra/")
    for _ in range(45):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect();
              const x = Math.min(Math.max(r.left + 4, 1), innerWidth - 2), y = r.top + Math.min(r.height / 2, 12);
              const top = document.elementFromPoint(x, y);
              return !top || !(e.contains(top) || top.contains(e)) ? e.outerHTML.slice(0, 120) : ''; }"""
        )
        assert hidden == ""
    context.close()


def test_the_edition_on_a_disk_is_read_and_searched(browser: Browser, root: Path, tmp_path: Path) -> None:
    from tests.conftest import TODAY

    build(Project(root, root / "mkdocs.yml"), out=tmp_path / "dia", today=TODAY, offline=True)
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN", offline=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((tmp_path / "dia" / "index.html").as_uri())
    page.get_by_role("searchbox").fill("doi thoai")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-result] mark")
    page.locator("[data-result] a").first.click()
    expect(page.locator("article[data-plan]")).to_be_visible()
    page.get_by_role("link", name="Kiểm tra", exact=True).click()
    page.get_by_text("Lọc bảng", exact=True).click()
    page.locator("select[name=nam]").select_option("2025")
    assert page.locator(".checking tbody tr:visible").count() > 0
    page.locator("select[name=ke-hoach]").select_option(index=1)
    page.get_by_role("link", name="Phiếu theo dõi của kế hoạch đã chọn").click()
    expect(page.locator(".paper--sheet")).to_be_visible()
    assert not page.locator("a", has_text="Đọc khi mất mạng").count()
    assert complaints == []
    context.close()
