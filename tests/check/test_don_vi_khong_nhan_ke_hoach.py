"""Units given work without being sent the plan; never where recipients are named in groups."""

from __future__ import annotations

import pytest

from danbiet.check.don_vi_khong_nhan_ke_hoach import check

from .assigned import BODY, plan, site


@pytest.mark.parametrize(
    ("recipients", "count"),
    [
        ("['Thường trực Đảng ủy;', 'Lưu: VT.']", 1),
        ("['Công an xã;', 'Lưu: VT.']", 0),
        ("['Các ban, ngành liên quan;', 'Lưu: VT.']", 0),
        ("['Như trên;']", 0),
        ("[]", 0),
    ],
)
def test_recipients(recipients: str, count: int) -> None:
    text = f"{BODY}1. Giao Công an xã chủ trì.\n\n2. Giao Văn phòng UBND xã theo dõi.\n"
    found = list(check(site(plan("2025/a", text, recipients=recipients))))
    assert [issue.quote for issue in found] == ["Công an xã"] * count


def test_the_front_by_its_other_names() -> None:
    text = f"{BODY}1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã giám sát.\n"
    assert list(check(site(plan("2025/a", text, recipients="['UBMTTQ xã;']")))) == []
    assert len(list(check(site(plan("2025/a", text, recipients="['Đảng ủy xã;']"))))) == 1
