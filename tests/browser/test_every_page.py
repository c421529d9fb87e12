"""Every kind of page on a phone: nothing breaks, nothing is fetched from elsewhere, nothing sticks out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

KINDS = {
    "home": "",
    "plans": "ke-hoach/",
    "plans of a year": "ke-hoach/2024/",
    "plan": "ke-hoach/2024/pho-minh/",
    "plan without a number": "ke-hoach/2025/vinh-linh/",
    "notice": "ke-hoach/2024/pho-minh/niem-yet/",
    "script": "ke-hoach/2024/pho-minh/phat-thanh/",
    "sheet": "ke-hoach/2024/pho-minh/phieu/",
    "history": "ke-hoach/2024/pho-minh/lich-su/",
    "instruments": "van-ban/",
    "instrument": "van-ban/luat-10-2022-qh15/",
    "dead instrument": "van-ban/pl-34-2007-pl-ubtvqh11/",
    "units": "don-vi/",
    "unit": "don-vi/van-phong-thong-ke--quang-ngai-phuong-pho-minh/",
    "deadlines": "thoi-han/",
    "checking": "kiem-tra/",
    "citation checking": "kiem-tra/vien-dan/",
    "search": "tim-kiem/?q=doi+thoai",
    "data": "du-lieu/",
    "without a network": "ngoai-mang/",
    "about": "gioi-thieu/",
    "guides": "huong-dan/",
    "a guide": "huong-dan/soat-loi/",
    "not found": "404.html",
}


@pytest.fixture(scope="module", params=["light", "dark"])
def phone(request: pytest.FixtureRequest, browser: Browser, site_address: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        color_scheme=request.param,
        locale="vi-VN",
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_on_a_phone(kind: str, phone: Page, site_address: str) -> None:
    host = urlsplit(site_address).netloc
    strangers: list[str] = []
    complaints: list[str] = []
    listeners = {
        "request": lambda r: strangers.append(r.url) if urlsplit(r.url).netloc not in (host, "") else None,
        "console": lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None,
        "pageerror": lambda e: complaints.append(str(e)),
    }
    for event, listener in listeners.items():
        phone.on(event, listener)  # type: ignore[call-overload]
    response = phone.goto(site_address + KINDS[kind], wait_until="load")
    assert response is not None
    assert response.status == 200
    phone.wait_for_timeout(50)
    for event, listener in listeners.items():
        phone.remove_listener(event, listener)
    assert strangers == []
    assert complaints == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    found = Axe().run(phone)
    assert found.violations_count == 0, found.generate_report()


def test_the_list_of_kinds_is_whole(built_site: Path) -> None:
    """Every folder of the first level is looked at above."""
    folders = {p.parent.relative_to(built_site).parts[0] for p in built_site.glob("*/index.html")}
    looked_at = {address.split("/")[0].split("?")[0] for address in KINDS.values() if address}
    assert folders <= looked_at | {"lien-he"}
