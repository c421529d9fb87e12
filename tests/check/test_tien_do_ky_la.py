"""A period that answers no due day, or several."""

from __future__ import annotations

from dataclasses import replace

import pytest

from danbiet.check.tien_do_ky_la import check
from danbiet.model import Site

MONTHLY = "2024-dan-chu-phuong-mau-00000003"


@pytest.mark.parametrize(
    ("period", "quote", "message"),
    [
        ("2024-Q2", "quý II/2024", "kỳ này không ứng với đúng một thời hạn của việc"),
        ("2025-05", "tháng 5/2025", "kỳ này không ứng với đúng một thời hạn của việc"),
        ("2024-03-13", "13/3/2024", "kỳ này không ứng với đúng một thời hạn của việc"),
        (None, "", "mục này không ghi kỳ, mà việc có nhiều thời hạn"),
    ],
)
def test_a_period_that_fits_not_exactly_one(ward: Site, period: str | None, quote: str, message: str) -> None:
    entry = replace(ward.progress[MONTHLY][0], period=period)
    (issue,) = check(replace(ward, progress={MONTHLY: (entry,)}))
    shown = "người đọc thấy mục này là “Báo cáo không rõ kỳ”, trạng thái không đổi"
    assert (issue.message, issue.quote) == (f"{message}; {shown}", quote)
    assert "- {việc: 2024-dan-chu-phuong-mau-00000003, ngày: 29/3/2024, lý do: ghi nhầm kỳ}" in issue.remedy
    assert issue.remedy.startswith("Ghi “kỳ” là một trong các ngày 31/3/2024, 30/4/2024")


def test_the_ward_is_in_order(ward: Site) -> None:
    assert list(check(ward)) == []
