"""The papers of the fictional ward and of a real plan: all that is due stands on them, with its date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import html5lib
import pytest
from tests.conftest import ROOT, TODAY

from danbiet import paper
from danbiet.model import Deadline
from danbiet.output import Settings
from danbiet.paper.script import LONGEST, compose
from danbiet.paper.speech import speaking_seconds, spoken, spoken_length
from danbiet.site import load

WARD = Path(__file__).parents[1] / "sites" / "phuong-mau"
SETTINGS = Settings(site_name="Xã", site_url="https://example.invalid/")


def papers(root: Path, today: date) -> Mapping[str, str]:
    """Each paper's words by its address, white space collapsed, cells parted by a bar."""
    return {page.address: words(page.body) for page in paper.render(load(root, today), SETTINGS)}


def words(html: str) -> str:
    tree = html5lib.parseFragment(re.sub(r"</t[dh]>", " | ", html), namespaceHTMLElements=False)
    return " ".join("".join(tree.itertext()).split())


@pytest.fixture(scope="module")
def ward() -> Mapping[str, str]:
    return papers(WARD, date(2024, 6, 10))


@pytest.fixture(scope="module")
def real() -> Mapping[str, str]:
    return papers(ROOT, TODAY)


def test_a_notice_has_a_row_a_deadline_and_a_line_a_unit(
    ward: Mapping[str, str], real: Mapping[str, str]
) -> None:
    notice = ward["ke-hoach/2024/dan-chu-phuong-mau/niem-yet/"]
    assert "Ngày 31 hằng tháng | Văn phòng UBND phường | Tổng hợp kiến nghị của Nhân dân" in notice
    assert "1 việc không nêu thời hạn Ban Thanh tra nhân dân phường: 1 việc, mục I.2" in notice
    notice = real["ke-hoach/2024/bai-chay/niem-yet/"]
    assert "Trước ngày 10/5/2024 | UBND phường Bãi Cháy | Báo cáo 6 tháng" in notice
    assert "16 việc không nêu thời hạn" in notice
    assert "Bộ phận Văn phòng: 3 việc, mục III.2" in notice
    assert "…" not in notice.partition("Ai làm gì")[2].partition("Hỏi, phản ánh")[0]
    assert "Gửi về:" in notice


def test_a_script_says_the_whole_date_and_a_verb(ward: Mapping[str, str], real: Mapping[str, str]) -> None:
    script = real["ke-hoach/2024/bai-chay/phat-thanh/"]
    year = "năm hai nghìn không trăm hai mươi tư"
    assert (
        f"Trước ngày mùng mười tháng năm {year}, Ủy ban nhân dân phường Bãi Cháy phải gửi báo cáo sáu tháng "
        "kết quả thực hiện quy chế dân chủ." in script
    )
    assert "Việc mà kế hoạch không nêu ngày phải xong được giao cho thủ trưởng cơ quan;" in script
    assert "mã để mở bằng điện thoại in trên bản niêm yết" in script
    assert re.search(r"Đọc trong khoảng 1 phút \d0 giây", script)
    script = ward["ke-hoach/2024/dan-chu-phuong-mau/phat-thanh/"]
    assert "Ngày ba mươi mốt hằng tháng, Văn phòng Ủy ban nhân dân phường phải tổng hợp kiến nghị" in script
    assert "phải xây dựng phần mềm theo dõi kiến nghị." in script


def test_no_script_is_longer_than_three_minutes() -> None:
    for root, today in ((ROOT, TODAY), (WARD, date(2024, 6, 10))):
        site = load(root, today)
        for plan in site.plans.values():
            sentences, left_out = compose(plan, site, SETTINGS)
            assert speaking_seconds(" ".join(sentences)) <= LONGEST
            assert left_out == 0


def test_a_sheet_shows_what_was_published_by_the_day(ward: Mapping[str, str]) -> None:
    sheet = ward["ke-hoach/2024/dan-chu-phuong-mau/phieu/"]
    assert "Thời hạn; báo cáo đã công bố đến ngày 10/6/2024 |" in sheet
    assert (
        "✓✓ đã xác nhận. Ngày 18/5/2024: Đã gửi báo cáo 6 tháng về UBND phường. Minh chứng: Báo cáo số 05/BC-VP "
        "ngày 18/5/2024. Xác nhận: Ban Thanh tra nhân dân phường Mẫu, 30/5/2024: đúng như báo cáo (01/BB-BTTND)."
    ) in sheet
    assert (
        "31/5/2024 ▲ quá hạn, chưa thấy báo cáo trên trang nguồn; đã ghi “đã hoàn thành”, chưa nêu minh chứng. "
        "Ngày 30/5/2024: Đã niêm yết tại nhà văn hóa." in sheet
    )
    assert "84 người dự" not in sheet  # reported on 20/6
    assert "Thời hạn: 29/11/2024 |" in sheet
    assert "Thời hạn: Không nêu; không đo được bằng thời hạn |" in sheet


def test_a_sheet_says_of_each_date_what_it_is_for_and_which_periods_are_overdue() -> None:
    site = load(WARD, date(2024, 9, 1))
    key = "2024/dan-chu-phuong-mau"
    monthly = next(o for o in site.obligations[key] if o.id.endswith("00000003"))
    half, year = (
        Deadline(
            raw=f"trước ngày {d}/11",
            start=0,
            end=0,
            when=f"--11-{d}",
            due=date(2024, 11, d),
            basis="",
            what=w,
        )
        for d, w in ((10, "báo cáo 6 tháng"), (20, "báo cáo năm"))
    )
    duty = replace(monthly.duty, deadlines=(*monthly.duty.deadlines, half, year))
    changed = replace(site, obligations={**site.obligations, key: (replace(monthly, duty=duty),)})
    lost = replace(
        site.progress[monthly.id][0], period="2024-H1", on=date(2024, 7, 1), what="Báo cáo 6 tháng"
    )
    changed = replace(changed, progress={monthly.id: (*site.progress[monthly.id], lost)})
    address = "ke-hoach/2024/dan-chu-phuong-mau/phieu/"
    sheet = next(words(p.body) for p in paper.render(changed, SETTINGS) if p.address == address)
    assert (
        "Thời hạn: Ngày 31 hằng tháng: tổng hợp kiến nghị của Nhân dân, báo cáo Chủ tịch UBND phường "
        "31/3/2024: ✓ đã báo cáo. Ngày 29/3/2024: Đã báo cáo 4 kiến nghị." in sheet
    )
    assert (
        "30/4/2024: ▲ quá hạn, chưa thấy báo cáo trên trang nguồn; đã ghi “đang thực hiện”. Ngày 02/5/2024"
        in sheet
    )
    assert "▲ quá hạn, chưa thấy báo cáo trên trang nguồn: 31/5, 30/6, 31/7, 31/8/2024" in sheet
    assert "10/11/2024: báo cáo 6 tháng 20/11/2024: báo cáo năm" in sheet
    assert (
        "Báo cáo không rõ kỳ (ghi kỳ 6 tháng đầu năm 2024): đã hoàn thành. Ngày 01/7/2024: Báo cáo 6 tháng."
        in sheet
    )


def test_a_silent_body_s_sheet_says_so_once(ward: Mapping[str, str]) -> None:
    sheet = ward["ke-hoach/2024/dan-chu-xa-thu/phieu/"]
    assert "cơ quan ban hành chưa công bố tiến độ trên trang nguồn" in sheet
    assert "đã công bố" not in sheet
    assert "chưa thấy báo cáo" not in sheet


def test_a_unit_s_sheet_names_its_one_plan_in_the_head(ward: Mapping[str, str]) -> None:
    sheet = ward["don-vi/van-phong--mau-phuong-mau/phieu/"]
    assert sheet.count("Kế hoạch thực hiện dân chủ ở cơ sở năm 2024 tại phường Mẫu") == 1


@pytest.mark.parametrize(("seconds", "said"), [(8, "10 giây"), (60, "1 phút"), (68, "1 phút 10 giây")])
def test_how_long_it_lasts(seconds: int, said: str) -> None:
    assert spoken_length(seconds) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("trước ngày 05 hằng tháng", "trước ngày mùng năm hằng tháng"),
        ("ngày 20 hằng tháng", "ngày hai mươi hằng tháng"),
        ("ngày 10 tháng 4 năm 2025", "ngày mùng mười tháng tư năm hai nghìn không trăm hai mươi lăm"),
        ("trong 10 ngày", "trong mười ngày"),
    ],
)
def test_days_of_a_month_are_said(printed: str, said: str) -> None:
    assert spoken(printed) == said


def test_a_unit_s_sheet_of_two_plans_has_the_rows_under_each() -> None:
    site = load(WARD, date(2024, 6, 10))
    key = "2024/dan-chu-phuong-mau"
    plan = replace(site.plans[key], slug="khac", subject="Tiếp công dân năm 2024")
    owed = site.obligations[key]
    again = tuple(replace(o, id=f"{o.id}-2", plan_key=plan.key) for o in owed[:2])
    two = replace(
        site,
        plans={**site.plans, plan.key: plan},
        plan_bodies={**site.plan_bodies, plan.key: site.plan_bodies[key]},
        citations={**site.citations, plan.key: ()},
        obligations={**site.obligations, plan.key: again},
    )
    address = "don-vi/van-phong--mau-phuong-mau/phieu/"
    page = next(page for page in paper.render(two, SETTINGS) if page.address == address)
    sheet = words(page.body)
    assert "8 việc · tính đến ngày" in sheet
    assert "Kế hoạch tiếp công dân năm 2024 |" in sheet
    numbers = [int(number) for number in re.findall(r'class="paper__number">(\d+)<', page.body)]
    assert numbers == list(range(1, 9))
    spans = set(re.findall(r'colspan="(\d)"', page.body))
    assert spans == {str(page.body.count('<th scope="col">'))}
