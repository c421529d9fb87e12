"""A ward's pages read long after they were built: groups, counts, marks and order follow the day."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.conftest import serve

from danbiet.host.build import build
from danbiet.host.project import Project

pytestmark = pytest.mark.browser
WARD = Path(__file__).parents[1] / "sites" / "phuong-mau"
BUILT = date(2024, 6, 10)
UNIT = "don-vi/van-phong--mau-phuong-mau/"


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the ward built in June 2024 is served from."""
    root = Path(shutil.copytree(WARD, tmp_path_factory.mktemp("ward") / "phuong-mau"))
    build(Project(root, root / "mkdocs.yml"), out=root / "site", today=BUILT)
    with serve(root / "site") as address:
        yield address


@pytest.fixture
def later(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page whose clock stands at the day given as the test's parameter."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.clock.set_fixed_time(f"{request.param}T03:00:00Z")
    yield page
    context.close()


def sections(page: Page, selector: str) -> list[tuple[str, list[str]]]:
    """What is shown: headings, and the days that stand under each."""
    return [
        (
            " ".join(section.locator("h2").inner_text().split()),
            [str(e.get_attribute("data-due")) for e in section.locator("[data-state]").all()],
        )
        for section in page.locator(selector).all()
        if section.is_visible()
    ]


@pytest.mark.parametrize(
    ("later", "ahead", "past"),
    [("2024-06-10", 10, 6), ("2024-09-30", 6, 10), ("2026-11-26", 0, 16)],
    indirect=["later"],
)
def test_what_has_passed_stands_under_it(later: Page, ward: str, ahead: int, past: int) -> None:
    later.goto(f"{ward}thoi-han/")
    today = later.get_attribute("[data-as-of]", "datetime") or ""
    shown = dict(sections(later, "[data-side]"))
    assert (len(shown.get("Sắp tới", [])), len(shown.get("Đã qua", []))) == (ahead, past)
    assert all(day >= today for day in shown.get("Sắp tới", []))
    assert all(day < today for day in shown.get("Đã qua", []))
    assert shown["Đã qua"] == sorted(shown["Đã qua"], reverse=True)
    said = f"{ahead} thời hạn phía trước" if ahead else "Không còn thời hạn nào phía trước"
    expect(later.locator(".lead")).to_contain_text(f"{said}, {past} đã qua")


@pytest.mark.parametrize("later", ["2024-09-20"], indirect=True)
def test_marks_and_legend_have_the_state_of_the_day(later: Page, ward: str) -> None:
    later.goto(f"{ward}thoi-han/")
    marks = {
        e.get_attribute("data-day"): e.get_attribute("data-mark") for e in later.locator("[data-mark]").all()
    }
    assert marks["2024-05-20"] == "chua-cong-bo-tien-do"  # one of two is confirmed, the other body is silent
    assert marks["2024-07-31"] == "qua-han"
    assert marks["2024-09-30"] == "sap-den-han"
    assert marks["2024-11-29"] == "chua-den-han"
    expect(later.locator("[data-day='2024-07-31']")).to_contain_text(
        "quá hạn, chưa thấy báo cáo công bố tại đây"
    )
    expect(later.locator("[data-month='2024-09'] .month__now")).to_have_text(" (tháng này)")
    shown = [e.get_attribute("data-sign") for e in later.locator("[data-sign]:visible").all()]
    assert set(shown) == set(marks.values())


@pytest.mark.parametrize("later", ["2024-09-20"], indirect=True)
def test_a_unit_s_tasks_stand_under_the_states_they_have(later: Page, ward: str) -> None:
    later.goto(ward + UNIT)
    heads = [head for head, _ in sections(later, "section.promises")]
    assert heads == [
        "▲ Quá hạn, chưa thấy báo cáo công bố tại đây 2 việc",
        "● Chưa đến hạn 1 việc",
        "✕ Không thực hiện được 1 việc",
        "✓ Đã báo cáo 1 việc",
        "✓✓ Đã xác nhận 1 việc",
    ]
    ids = later.evaluate(
        "[...document.querySelectorAll('section.promises')].map(s => s.getAttribute('aria-labelledby'))"
    )
    assert len(ids) == len(set(ids)) == later.locator("section.promises h2[id]").count()


@pytest.mark.parametrize("later", ["2024-08-01"], indirect=True)
def test_the_working_table_is_in_the_order_of_the_day(later: Page, ward: str) -> None:
    later.goto(f"{ward}kiem-tra/")
    rows = later.evaluate(
        "[...document.querySelectorAll('.checking tbody [data-state]')].map(e => danbietState.leading(e.closest('tr')))"
    )
    assert rows == sorted(rows)
    counts = {
        e.get_attribute("data-count"): " ".join(e.inner_text().split())
        for e in later.locator("[data-count]:visible").all()
    }
    short = "quá hạn, chưa thấy báo cáo tại đây"
    assert counts["qua-han"] == f"5 dòng ▲ {short}"
    assert later.locator(".checking .state--qua-han .state__label").all_inner_texts() == [short] * 5
    assert (
        later.locator(".checking .state--qua-han").first.get_attribute("title")
        == "quá hạn, chưa thấy báo cáo công bố tại đây"
    )
