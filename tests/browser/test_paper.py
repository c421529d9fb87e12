"""Papers and the printed working table: nothing is cut off, on a phone or on A4."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pdfminer.high_level import extract_pages, extract_text
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
PLAN = "ke-hoach/2024/bai-chay/"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("paper", ["niem-yet", "phieu"])
def test_on_a_phone_every_cell_is_on_the_screen(phone: Page, site_address: str, paper: str) -> None:
    phone.goto(f"{site_address}{PLAN}{paper}/")
    cells = phone.evaluate(
        """[...document.querySelectorAll('.paper__tasks tbody td')].filter(e => e.checkVisibility())
           .map(e => e.getBoundingClientRect()).map(r => [r.left, r.right])"""
    )
    assert len(cells) > 10
    assert all(left >= 0 and right <= 360 for left, right in cells)


def test_every_page_of_a_sheet_says_which_it_is_of(phone: Page, site_address: str, tmp_path: Path) -> None:
    phone.goto(f"{site_address}{PLAN}phieu/")
    expect(phone.locator(".paper__running")).to_be_hidden()
    phone.pdf(path=tmp_path / "phieu.pdf", prefer_css_page_size=True)
    heading = phone.locator("h1").inner_text()
    pages = [text for text in extract_text(tmp_path / "phieu.pdf").split("\f") if text.strip()]
    assert len(pages) > 1
    assert all(" ".join(heading.split()) in " ".join(text.split()) for text in pages)


def test_what_stands_in_for_an_address_is_for_the_screen(phone: Page, site_address: str) -> None:
    phone.goto(f"{site_address}{PLAN}niem-yet/")
    remark = phone.get_by_text("chưa công bố địa chỉ tiếp nhận tại đây")
    expect(remark).to_be_visible()
    phone.emulate_media(media="print")
    expect(remark).to_be_hidden()
    expect(phone.get_by_text("Gửi về:")).to_be_visible()


def test_the_working_table_prints_whole_and_says_what_is_shown(
    phone: Page, site_address: str, tmp_path: Path
) -> None:
    phone.goto(f"{site_address}kiem-tra/?trang-thai=chua-cong-bo-tien-do")
    phone.pdf(path=tmp_path / "bang.pdf", prefer_css_page_size=True)
    pages = list(extract_pages(tmp_path / "bang.pdf"))
    assert all(page.width > page.height for page in pages)
    for text in filter(str.strip, extract_text(tmp_path / "bang.pdf").split("\f")):
        assert "Kế hoạch" in text
        assert "Trạng thái" in text
    first = " ".join(extract_text(tmp_path / "bang.pdf").split("\f")[0].split())
    assert "Đang hiện 8 dòng của 5 việc trong 56 dòng: Nơi ban hành chưa công bố tiến độ tại đây." in first
    assert all(box.x1 <= page.width for page in pages for box in page)


@pytest.mark.parametrize("width", [700, 768, 1024])
def test_the_table_stays_a_table_on_a_tablet(browser: Browser, site_address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{site_address}kiem-tra/")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.checking tbody td')).display")
        == "table-cell"
    )
    wider = page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.querySelector('.wide'))")
    assert wider <= 1
    context.close()
