"""One report, two plans, two days."""

from __future__ import annotations

import pytest

from danbiet.check.bao_cao_khac_ngay import check

from .assigned import BODY, plan, site


def work(day: str, matter: str = "thực hiện quy chế dân chủ ở cơ sở", unit: str = "Công an xã") -> str:
    return f"{BODY}1. Giao {unit} gửi báo cáo năm kết quả {matter} về UBND xã trước ngày {day}.\n"


def test_the_same_report_by_two_days() -> None:
    both = site(plan("2025/a", work("20/11/2025")), plan("2025/b", work("05/12/2025"), number="6/KH-UBND"))
    (found,) = check(both)
    assert (found.path, found.quote) == ("plans/2025/b.md", "trước ngày 05/12/2025")
    assert "20/11/2025" in found.message


@pytest.mark.parametrize(
    ("more", "count"),
    [(" tại xã", 1), (" tại xã Mẫu", 0)],  # of the telling words three in four are the same, two in three
)
def test_reports_told_in_slightly_other_words(more: str, count: int) -> None:
    matter = f"thực hiện quy chế dân chủ ở cơ sở{more}"
    both = site(plan("2025/a", work("20/11/2025")), plan("2025/b", work("05/12/2025", matter)))
    assert len(list(check(both))) == count


def test_another_matter_unit_day_or_year_is_no_finding() -> None:
    first = plan("2025/a", work("20/11/2025"))
    for other in (
        plan("2025/b", work("20/11/2025")),
        plan("2025/b", work("05/12/2025", "phòng chống thiên tai và tìm kiếm cứu nạn")),
        plan("2025/b", work("05/12/2025", unit="Trạm Y tế xã")),
        plan("2026/b", work("05/12/2026"), issued="2026-02-02"),
    ):
        assert list(check(site(first, other))) == []
