"""What was read stays readable without a network, says so honestly, and can be taken away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
PLAN = "ke-hoach/2024/pho-minh/"
UNREAD = "van-ban/luat-10-2022-qh15/"
COUNT = """async () => {
  const names = (await caches.keys()).filter(n => n.includes('trang'));
  return names.length ? (await (await caches.open(names[0])).keys()).length : 0;
}"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    yield context.new_page()
    context.close()


def read(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    page.wait_for_function("navigator.serviceWorker.controller")
    page.wait_for_function(f"async () => (await ({COUNT})()) >= 1")


def test_the_first_page_of_a_visit_is_kept_with_its_styles(phone: Page, site_address: str) -> None:
    read(phone, site_address + PLAN)
    phone.context.set_offline(True)
    phone.reload()
    expect(phone.locator("article[data-plan]")).to_be_visible()
    assert phone.evaluate("getComputedStyle(document.querySelector('.masthead__name')).display") == "flex"
    phone.locator("details.task summary").first.click()
    expect(phone.locator("details.task blockquote").first).to_be_visible()


def test_an_unread_page_says_so_and_leads_to_what_was_read(phone: Page, site_address: str) -> None:
    read(phone, site_address + PLAN)
    phone.context.set_offline(True)
    phone.goto(site_address + UNREAD)
    assert phone.url == site_address + UNREAD
    expect(phone.get_by_role("heading", level=1)).to_have_text("Đọc khi không có mạng")
    expect(phone.locator("[data-lost]")).to_be_visible()
    assert phone.evaluate("getComputedStyle(document.querySelector('.masthead__name')).display") == "flex"
    phone.locator("[data-kept] a", has_text="UBND phường Phổ Minh").click()
    expect(phone.locator("article[data-plan]")).to_be_visible()
    phone.go_back()
    phone.context.set_offline(False)
    phone.get_by_role("button", name="Thử lại").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Luật số 10/2022/QH15")


def test_a_reader_takes_everything_away(phone: Page, site_address: str) -> None:
    read(phone, site_address + PLAN)
    phone.goto(f"{site_address}ngoai-mang/")
    expect(phone.locator("[data-lost]")).to_be_hidden()
    phone.get_by_role("button", name="Xóa các trang đã giữ").click()
    expect(phone.get_by_role("status")).to_contain_text("Đã xóa")
    assert phone.evaluate("caches.keys()") == []
    phone.goto(site_address + PLAN)
    phone.wait_for_timeout(7000)  # longer than a page waits before it asks the worker
    assert phone.evaluate("caches.keys()") == []
    assert phone.evaluate("navigator.serviceWorker.getRegistrations().then(r => r.length)") == 0
    phone.goto(f"{site_address}ngoai-mang/")
    phone.get_by_role("button", name="Giữ lại các trang đã mở").click()
    expect(phone.get_by_role("status")).to_contain_text("Từ nay giữ lại")
    # The worker takes over pages that are there; one asked for just before would be without it.
    phone.wait_for_function("navigator.serviceWorker.controller")
    read(phone, site_address + PLAN)


def test_what_is_kept_is_bounded_and_the_oldest_goes(phone: Page, site_address: str) -> None:
    read(phone, site_address + PLAN)
    phone.evaluate(
        """async () => {
          const name = (await caches.keys()).find(n => n.includes('trang'));
          const cache = await caches.open(name);
          for (let i = 0; i < 70; i++) await cache.put(location.href + 'x' + i, new Response('x'));
        }"""
    )
    phone.goto(f"{site_address}ke-hoach/")
    phone.wait_for_function(f"async () => (await ({COUNT})()) === 60")
    urls = phone.evaluate(
        """async () => {
          const name = (await caches.keys()).find(n => n.includes('trang'));
          return (await (await caches.open(name)).keys()).map(r => r.url);
        }"""
    )
    assert urls[-1] == f"{site_address}ke-hoach/"
    assert site_address + PLAN not in urls
