"""A page built on one day and read on another says what a page built on that other day says: word for word.

The rule of states, which day of a series matters, the order of tasks, rows and units, and every count stand twice, in
Python and in the theme's scripts. Here both tell the same ward on many days, and their words are compared.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from danbiet import pages
from danbiet import site as whole
from danbiet.output import Page, Settings
from danbiet.templates import theme_root

pytestmark = pytest.mark.browser
WARD = Path(__file__).parents[1] / "sites" / "phuong-mau"
BUILT = date(2024, 3, 15)
# The days before, on and after days that are due or on which something was reported; leap day, ends of months, years.
DAYS = [
    *(date(2024, 3, d) for d in (16, 20, 21, 31)),
    *(date(2024, 4, d) for d in (1, 2, 15, 16)),
    *(date(2024, 5, d) for d in (1, 20, 21, 31)),
    *(date(2024, 6, d) for d in (1, 15, 30)),
    *(date(2024, m, d) for m, d in ((9, 20), (12, 15), (12, 16), (12, 31))),
    date(2025, 1, 1),
    date(2025, 3, 1),
    date(2026, 11, 26),
]
LASTS = date(2024, 6, 30)  # so long do the days last that the home page keeps
PLAN = """---
trích yếu: Chế độ báo cáo năm 2024
số ký hiệu: 15/KH-UBND
cơ quan ban hành: UBND phường Mẫu
ngày ban hành: 2024-03-11
địa danh: Mẫu
năm: 2024
---

## I. TỔ CHỨC THỰC HIỆN

1. Giao Văn phòng UBND phường báo cáo kết quả về UBND phường định kỳ trước ngày 15 hằng tháng,
trước ngày 15 tháng cuối quý đối với báo cáo quý, trước ngày 15/12 đối với báo cáo năm.

2. Giao Công an phường báo cáo kết quả về UBND phường vào ngày 31 hàng tháng.

3. Giao Công an phường rà soát các tổ tự quản, hoàn thành trước ngày 20/3/2024.

4. Giao Công an phường tăng cường tuyên truyền.

5. Giao Văn phòng UBND phường niêm yết lịch tiếp công dân trước ngày 20/3/2024.

6. Giao Công an phường báo cáo UBND phường trước ngày 15/12 đối với báo cáo năm.
"""
NEXT_YEAR = """---
trích yếu: Tiếp công dân năm 2025
số ký hiệu: 03/KH-UBND
cơ quan ban hành: UBND phường Mẫu
ngày ban hành: 2024-03-12
địa danh: Mẫu
năm: 2025
---

## I. TỔ CHỨC THỰC HIỆN

1. Giao Văn phòng UBND phường niêm yết lịch tiếp công dân trước ngày 15/01/2025.
"""
REPORTS = """\
  - việc: {monthly}
    kỳ: tháng 3/2024
    ngày: 2/4/2024
    giai đoạn: đã hoàn thành
    nội dung: Báo cáo tháng 3.
    người báo cáo: Công an phường
    minh chứng: [{{tên: Báo cáo số 7, địa chỉ: "https://phuong-mau.example.invalid/7"}}]
    xác nhận:
      - bởi: Ban Thanh tra nhân dân phường Mẫu
        ngày: 20/5/2024
        kết luận: không đúng
        văn bản: {{số hoặc biên bản: 02/BB-BTTND, ngày: 20/5/2024, tệp: minh-chung/01-bb-bttnd.txt}}
  - việc: {monthly}
    kỳ: quý II/2024
    ngày: 15/6/2024
    giai đoạn: đang thực hiện
    nội dung: Đang tổng hợp.
    người báo cáo: Công an phường
  - việc: {undated}
    ngày: 16/4/2024
    giai đoạn: đã hoàn thành
    nội dung: Đã tuyên truyền ở 5 tổ.
    người báo cáo: Công an phường
    minh chứng: [{{tên: Ảnh, địa chỉ: "https://phuong-mau.example.invalid/anh"}}]
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional ward with a plan of several series, and reports and findings on them."""
    root = Path(shutil.copytree(WARD, tmp_path_factory.mktemp("ward") / "phuong-mau"))
    (root / "plans/2024/che-do-bao-cao.md").write_text(PLAN, encoding="utf-8")
    (root / "plans/2025").mkdir()
    (root / "plans/2025/tiep-cong-dan.md").write_text(NEXT_YEAR, encoding="utf-8")
    found = whole.load(root, BUILT).obligations["2024/che-do-bao-cao"]
    of = {number: o.id for number, o in enumerate(found, 1)}
    assert len(of) == 6
    with (root / "plans/_tien-do/phuong-mau.yml").open("a", encoding="utf-8") as file:
        file.write(REPORTS.format(monthly=of[2], undated=of[4]))
    return root


def built(root: Path, today: date) -> dict[str, Page]:
    """The pages that follow the day, as they are built on it."""
    kinds = {"home", "plan", "unit", "units", "deadlines", "checking"}
    made = pages.render(whole.load(root, today), Settings(site_name="x", site_url="https://x.invalid/"))
    return {page.address: page for page in made if page.kind in kinds and "vien-dan" not in page.address}


@pytest.fixture(scope="module")
def then(root: Path) -> dict[str, Page]:
    return built(root, BUILT)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab whose clock stands at the day of building, so that only the test moves it."""
    page = browser.new_context().new_page()
    page.clock.set_fixed_time(f"{BUILT}T03:00:00Z")
    yield page
    page.context.close()


def show(tab: Tab, page: Page) -> None:
    """Open a page with its scripts."""
    body = f"<main>{page.body}</main>"
    tab.set_content(
        f"<!doctype html><html lang=vi><head><meta charset=utf-8></head><body>{body}</body></html>"
    )
    for name in page.scripts:
        tab.add_script_tag(path=str(theme_root() / "components" / name / f"{name}.js"))


def told(tab: Tab) -> list[str]:
    """What a reader sees, line by line; but for validity, which is told for the day of building."""
    text: str = tab.evaluate(
        "() => { document.querySelectorAll('section.cited').forEach(s => s.remove());"
        " document.querySelectorAll('details').forEach(d => { d.open = true; });"
        " return document.body.innerText; }"
    )
    return [line for raw in text.splitlines() if (line := " ".join(raw.split()))]


def assert_told_alike(now: dict[str, Page], then: dict[str, Page], tab: Tab, today: date) -> None:
    assert set(now) == set(then)
    for address, page in then.items():
        show(tab, now[address])
        expected = told(tab)
        show(tab, page)
        tab.evaluate(f"danbietState.refresh('{today}')")
        if address == "" and today > LASTS:
            assert "Xem tất cả thời hạn" in " ".join(told(tab))
        else:
            assert told(tab) == expected, address


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_both_tell_the_same(root: Path, then: dict[str, Page], tab: Tab, today: date) -> None:
    assert_told_alike(built(root, today), then, tab, today)


WHO = ("Văn phòng UBND phường", "Công an phường", "Trạm Y tế phường", "Tổ dân phố số 1")
WHEN = (
    "trước ngày {day}/{month}/2024",
    "vào ngày {day} hằng tháng",
    "trong quý {quarter}/2024",
    "trước tháng {month}/2024",
    "định kỳ hằng quý",
    "thường xuyên",
    "trước ngày 15 tháng cuối quý",
    "trước ngày {day}/{month}/2024 và {day}/12/2024",
)
STAGES = ("đã tiếp nhận", "đang thực hiện", "đã hoàn thành", "đã hoàn thành", "không thực hiện được")
FINDINGS = ("đúng như báo cáo", "đúng một phần", "không đúng")


def made_plan(rng: random.Random) -> str:
    """The plan above with a dozen tasks drawn by lot, many of which fall due on the same days."""
    tasks = []
    for number in range(1, 13):
        when = rng.choice(WHEN).format(
            day=rng.choice((1, 15, 28)), month=rng.randint(3, 11), quarter=rng.choice(("II", "III"))
        )
        tasks.append(f"{number}. Giao {rng.choice(WHO)} báo cáo kết quả việc số {number} {when}.\n\n")
    return PLAN.partition("1. Giao")[0] + "".join(tasks)


def made_reports(rng: random.Random, tasks: list[str]) -> str:
    """Reports on some of the tasks, with and without evidence, some of them confirmed or contradicted."""
    told = ""
    for task in rng.choices(tasks, k=10):
        on = BUILT + timedelta(days=rng.randint(0, 300))
        told += (
            f"  - việc: {task}\n    ngày: {on}\n    giai đoạn: {rng.choice(STAGES)}\n    nội dung: Báo cáo.\n"
            "    người báo cáo: Công an phường\n"
        )
        if rng.random() < 0.8:
            told += (
                f"    minh chứng: [{{tên: Báo cáo, địa chỉ: 'https://phuong-mau.example.invalid/{on}'}}]\n"
            )
        said, by = (
            on + timedelta(days=rng.randint(0, 30)),
            rng.choice(("Ủy ban MTTQ phường", "Ban Thanh tra nhân dân")),
        )
        if rng.random() < 0.4:
            told += (
                f"    xác nhận: [{{bởi: {by} Mẫu, ngày: {said}, kết luận: {rng.choice(FINDINGS)}, văn bản: "
                f"{{số hoặc biên bản: 02/BB, ngày: {said}, tệp: minh-chung/01-bb-bttnd.txt}}}}]\n"
            )
    return told


@pytest.mark.parametrize("seed", range(4))
def test_wards_drawn_by_lot_are_told_alike_and_in_one_order(seed: int, tmp_path: Path, tab: Tab) -> None:
    rng = random.Random(seed)
    root = Path(shutil.copytree(WARD, tmp_path / "phuong-mau"))
    (root / "plans/2024/che-do-bao-cao.md").write_text(made_plan(rng), encoding="utf-8")
    tasks = [task.id for task in whole.load(root, BUILT).obligations["2024/che-do-bao-cao"]]
    assert len(tasks) >= 12
    with (root / "plans/_tien-do/phuong-mau.yml").open("a", encoding="utf-8") as file:
        file.write(made_reports(rng, tasks))
    then = built(root, BUILT)
    del then[""]  # home keeps so many days, and how long they last is drawn by lot
    for today in sorted(BUILT + timedelta(days=rng.randint(1, 400)) for _ in range(3)):
        now = {address: page for address, page in built(root, today).items() if address}
        assert_told_alike(now, then, tab, today)
