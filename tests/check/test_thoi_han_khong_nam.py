"""A deadline without a year is a note; one that comes back is not."""

from __future__ import annotations

import pytest

from danbiet.check.thoi_han_khong_nam import check

from .assigned import BODY, plan, site


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("trước ngày 31/10", 1),
        ("trong tháng 6", 1),
        ("trước ngày 31/10/2025", 0),
        ("trước ngày 31/10 hằng năm", 0),
        ("trước ngày 20 hàng tháng", 0),
    ],
)
def test_years(said: str, count: int) -> None:
    text = f"{BODY}1. Giao Công an xã hoàn thành, báo cáo {said}.\n"
    found = list(check(site(plan("2025/a", text))))
    assert len(found) == count
    assert all("2025" in issue.message for issue in found)
