"""Golden spellings of deadlines, and of dates that are none."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from danbiet.model import PartialDate
from danbiet.oblige.deadlines import find_deadlines
from danbiet.oblige.due import year_of

GOLDEN = yaml.safe_load((Path(__file__).parents[1] / "golden/oblige/deadlines.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["text"][:60])
def test_spelling(case):
    text = case["text"]
    found = find_deadlines(text, year=2025, issued=PartialDate(2025, 3, 1))
    assert [f"{text[d.start : d.end]} = {d.when} = {d.due}" for d in found] == case["found"]


def test_computation_is_told():
    told = {
        "trước ngày 31/10": "31/10, năm theo kế hoạch: 2025",
        "trước ngày 31/10/2026": "31/10, năm ghi trong văn bản",
        "hoàn thành trong quý II": "hết quý II, tức ngày 30/6/2025, năm theo kế hoạch: 2025",
        "trong 5 ngày kể từ ngày ban hành Kế hoạch": "5 ngày kể từ 01/3/2025",
    }
    for text, basis in told.items():
        assert [d.basis for d in find_deadlines(text, year=2025, issued=PartialDate(2025, 3, 1))] == [basis]


@pytest.mark.parametrize(
    "text",
    [
        "Gửi báo cáo trước ngày 30/4/9999.",
        "Báo cáo trong 30 ngày kể từ ngày 25/12/9999.",
        "Gửi báo cáo trước ngày 15/10/0000.",
        "Hoàn thành trước năm 0001.",
        "Hoàn thành trong tháng 12/9999.",
    ],
)
def test_a_year_that_no_plan_means_gives_no_day(text):
    assert [d.due for d in find_deadlines(text, year=2025, issued=PartialDate(2025, 3, 1))] in ([None], [])


def test_a_plan_of_the_last_year_of_all_is_read():
    (found,) = find_deadlines(
        "trong 30 ngày kể từ ngày ban hành Kế hoạch", year=9999, issued=PartialDate(9999, 12, 31)
    )
    assert found.due is None


def test_a_plan_issued_from_september_on_may_mean_the_next_year():
    cases = (((2025, 9, 15), "31/3", date(2026, 3, 31)), ((2025, 8, 31), "31/3", date(2025, 3, 31)))
    for issued, said, due in (*cases, ((2025, 10, 10), "10/10", date(2025, 10, 10))):
        (found,) = find_deadlines(f"gửi trước ngày {said}", year=2025, issued=PartialDate(*issued))
        assert found.due == due


def test_nothing_is_computed_without_a_year():
    (found,) = find_deadlines("gửi trước ngày 31/10", year=None, issued=None)
    assert (found.when, found.due, found.basis) == ("--10-31", None, "31/10, văn bản không ghi năm")


def test_a_label_makes_any_date_due():
    found = find_deadlines("Tháng 3/2025; quý IV", year=2025, issued=None, label=True)
    assert [(d.when, str(d.due)) for d in found] == [("2025-03", "2025-03-31"), ("--Q4", "2025-12-31")]


@given(st.text(alphabet="trướcngày /0123456789.,;()háqIVnămđếkểừ\n", max_size=80))
def test_spans_lie_in_the_text_in_order_and_never_overlap(text):
    end = 0
    for found in find_deadlines(text, year=2025, issued=None):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_any_printed_day_is_read(day):
    text = f"gửi báo cáo trước ngày {day.day:02d}/{day.month}/{day.year:04d}."
    assert [d.due for d in find_deadlines(text, year=2025, issued=None)] == [day]


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("Quý IV/2026, 2027", [date(2026, 12, 31), date(2027, 12, 31)]),
        ("2026 – 2030 (Ngay sau khi các sự cố phát sinh)", [date(2030, 12, 31)]),
        ("Nửa đầu tháng 2/2026", [date(2026, 2, 15)]),
        ("Từ tháng 11/2025 đến khi kết thúc Tổng kiểm kê", [None]),
        ("Từ khi thành lập đến khi kết thúc nhiệm vụ", [None]),
        ("Từ ngày 01/11/2025 đến khi có kết quả, xong trước 31/12/2025", [date(2025, 12, 31)]),
        ("Trước ngày 15/11, chào mừng Ngày hội Đại đoàn kết 18/11", [date(2025, 11, 15)]),
        ("7h30 - 8h00", []),
        ("7h30-11h00, ngày 15/9/2025", [date(2025, 9, 15)]),
        ("24/7", []),
        ("Thứ 2 - 6 hằng tuần", []),
        ("28/12 - 05/01", [date(2026, 1, 5)]),
        ("Tháng 12/2025, 2050 hộ", [date(2025, 12, 31)]),
        ("Ngân sách 2021 - 2026", []),
        ("Sau ngày 30/9/2025", []),
        ("Tháng 9 trở đi", []),
        ("Tháng 6, tháng 11/2026", [date(2026, 6, 30), date(2026, 11, 30)]),
        ("Quý IV, quý I/2026", [date(2025, 12, 31), date(2026, 3, 31)]),
        ("Đợt 1 tháng 4, đợt 2 tháng 10", [date(2025, 4, 30), date(2025, 10, 31)]),
        ("1/4-30/4", [date(2025, 4, 30)]),
        ("Từ tháng 11 đến tháng 02", [date(2026, 2, 28)]),
        ("Trước Tết Nguyên đán", [None]),
        ("25/7 tổng kết", [date(2025, 7, 25)]),
        ("Khởi công tháng 4, hoàn thành tháng 12", [date(2025, 12, 31)]),
        ("Chào mừng 30/4", []),
        ("Thường xuyên", []),
        ("Năm học 2025 - 2026", []),
        ("Bắt đầu từ tháng 3", []),
        ("Hoàn thành đầu tư quý IV/2025; vận hành trước 2027", [date(2025, 12, 31), date(2026, 12, 31)]),
        ("Xây dựng 2027 - 2028; cập nhật hằng quý đến 2030.", [date(2028, 12, 31), date(2030, 12, 31)]),
        (
            "Dự kiến ngày 05/12 (chậm nhất ngày 10/12); báo cáo 20/12",
            [date(2025, 12, 10), date(2025, 12, 20)],
        ),
    ],
)
def test_a_cell_that_holds_a_time_and_nothing_else(cell, days):
    found = find_deadlines(cell, year=2025, issued=PartialDate(2025, 3, 1), label=True)
    assert [d.due for d in found] == days


@pytest.mark.parametrize(
    ("subject", "issued", "said", "due"),
    [
        ("Tuyển quân năm 2026", (2025, 9, 10), "xong trong tháng 10", date(2025, 10, 31)),
        ("Tuyển quân năm 2026", (2025, 9, 10), "xong trước ngày 15/02", date(2026, 2, 15)),
        ("Đón Tết Nguyên đán Bính Ngọ năm 2026", (2025, 12, 20), "trước ngày 28/12", date(2025, 12, 28)),
        ("Xây dựng dự toán năm 2026", (2025, 9, 15), "gửi trước ngày 30/9", date(2025, 9, 30)),
        ("Cải cách hành chính năm 2026", (2025, 12, 25), "báo cáo trước ngày 28/12", date(2026, 12, 28)),
        ("Phổ biến pháp luật năm 2026", (2025, 11, 5), "xong trước ngày 09/11", date(2026, 11, 9)),
        ("Tổng kết công tác năm 2025", (2025, 12, 20), "gửi trước ngày 18/12", date(2025, 12, 18)),
        ("Công tác Mặt trận", (2025, 12, 20), "báo cáo trước ngày 15/12", date(2026, 12, 15)),
        ("Nhiệm vụ năm học 2025 - 2026", (2025, 8, 20), "tổng kết trước ngày 31/5", date(2026, 5, 31)),
        ("Nhiệm vụ năm 2025", (2025, 8, 20), "báo cáo trước ngày 31/5", date(2025, 5, 31)),
    ],
)
def test_the_year_of_a_day_that_prints_none(subject, issued, said, due):
    day = PartialDate(*issued)
    year, known = year_of(subject, 2025, day)
    (found,) = find_deadlines(said, year=year, issued=day, known=known)
    assert found.due == due
    assert str(due.year) in found.basis
