"""A day that had passed: against the plan's day, or the earliest it can have."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from danbiet import site as whole
from danbiet.check.thoi_han_truoc_ke_hoach import check

from .assigned import BODY, plan, site

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("trước ngày 09/3/2025", 1),
        ("trước ngày 10/3/2025", 0),
        ("trước ngày 09/3", 0),  # the year is ours, not the plan's
        ("trước ngày 05 hàng tháng", 0),
    ],
)
def test_against_the_day_of_issue(said: str, count: int) -> None:
    found = list(check(site(plan("2025/a", f"{BODY}1. Giao Công an xã báo cáo {said}.\n"))))
    assert len(found) == count


def test_once_for_units_named_together() -> None:
    text = f"{BODY}1. Công an xã; Văn phòng UBND xã báo cáo trước ngày 01/02/2025.\n"
    (found,) = check(site(plan("2025/a", text)))
    assert found.quote == "trước ngày 01/02/2025"
    assert "10/3/2025" in found.message


def test_a_plan_without_a_day_is_measured_by_what_it_cites() -> None:
    text = (
        "Thực hiện Kế hoạch số 56/KH-UBND ngày 15/3/2025 của UBND huyện, UBND xã lập kế hoạch.\n"
        f"{BODY}1. Giao Công an xã báo cáo trước ngày 12/3/2025.\n"
    )
    (found,) = check(site(plan("2025/a", text, issued="2025")))
    assert "56/KH-UBND" in found.message


def test_the_five_plans() -> None:
    found = list(check(whole.load(ROOT, date(2026, 1, 1))))
    assert [(issue.path, issue.quote) for issue in found] == [
        ("plans/2024/pho-minh.md", "trước ngày 12/3/2024")
    ]
    assert "15/3/2024" in found[0].message
    assert "19/3/2024" in found[0].message
