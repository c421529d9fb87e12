"""A deadline on a day that no calendar has is a warning; months, quarters and real days are not."""

from __future__ import annotations

import pytest

from danbiet.check import thoi_han_khong_nam
from danbiet.check.thoi_han_khong_co_that import check
from danbiet.issues import Severity

from .assigned import BODY, plan, site


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("trước ngày 29/02/2026", "tháng 2 năm 2026 chỉ có 28 ngày"),
        ("trước ngày 29/02", "tháng 2 của năm kế hoạch chỉ có 28 ngày"),
        ("trước ngày 30/02/2026", "tháng 2 nhiều nhất có 29 ngày"),
        ("trước ngày 30/02 hằng năm", "tháng 2 nhiều nhất có 29 ngày"),
        ("trước ngày 31/11", "tháng 11 chỉ có 30 ngày"),
        ("chậm nhất là ngày 31 tháng 4 năm 2026", "tháng 4 chỉ có 30 ngày"),
        ("trước ngày 32/5/2026", "không tháng nào có ngày 32"),
        ("trước ngày 15/13/2026", "một năm không có tháng 13"),
        ("chậm nhất là ngày 00/6", "không tháng nào có ngày 0"),
    ],
)
def test_days_that_do_not_exist(said: str, why: str) -> None:
    text = f"{BODY}1. Giao Công an xã lập hồ sơ, báo cáo {said}.\n"
    built = site(plan("2025/a", text))
    (issue,) = check(built)
    assert issue.severity is Severity.WARNING
    assert issue.quote == said
    assert why in issue.message
    assert (issue.line, issue.column) == (14, 1 + text.splitlines()[3].index(said))
    assert list(thoi_han_khong_nam.check(built)) == []  # one slip, one finding


@pytest.mark.parametrize(
    "said",
    [
        "trước ngày 29/02/2028",
        "trước ngày 29/02 hằng năm",
        "trước ngày 31/10",
        "trước ngày 31 hằng tháng",
        "trong tháng 02/2026",
        "trong quý II/2026",
        "trong 45 ngày kể từ ngày 10/3/2026",
        "trước tháng 12/2026 theo Công văn số 45/13/2026",
        "theo Nghị quyết ngày 31/9/2024 của HĐND xã",
    ],
)
def test_silent(said: str) -> None:
    text = f"{BODY}1. Giao Công an xã lập hồ sơ, báo cáo {said}.\n"
    assert list(check(site(plan("2025/a", text)))) == []


def test_a_day_given_to_two_units_is_told_once() -> None:
    text = f"{BODY}1. Giao Công an xã, Trạm Y tế xã báo cáo trước ngày 32/5 và trước ngày 31/11.\n"
    assert [issue.quote for issue in check(site(plan("2025/a", text)))] == [
        "trước ngày 31/11",
        "trước ngày 32/5",
    ]
