"""Recipients of a level that ended on 1/7/2025, only in later plans."""

from __future__ import annotations

import pytest

from danbiet.check.noi_nhan_da_het_ton_tai import check

from .assigned import BODY, plan, site

WORK = f"{BODY}1. Giao Công an xã chủ trì.\n"


@pytest.mark.parametrize(
    ("issued", "recipient", "count"),
    [
        ("2025-06-30", "UBND huyện;", 0),
        ("2025-07-01", "UBND huyện;", 1),
        ("2025-08-15", "Phòng Nội vụ thị xã;", 1),
        ("2025-08-15", "Thường trực Huyện ủy;", 1),
        ("2025-08-15", "UBND thành phố;", 0),
        ("2025-08-15", "Ban Chỉ huy Quân sự xã;", 0),
        ("2025-08-15", "Thường trực Đảng ủy, HĐND xã;", 0),
        ("2025-08-15", "UBND tỉnh;", 0),
    ],
)
def test_levels(issued: str, recipient: str, count: int) -> None:
    found = list(check(site(plan("2025/a", WORK, issued=issued, recipients=f"['{recipient}']"))))
    assert [issue.quote for issue in found] == [recipient] * count
