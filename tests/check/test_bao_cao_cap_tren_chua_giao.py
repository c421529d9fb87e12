"""A report that the superior plan wants and this one gives nobody."""

from __future__ import annotations

from danbiet.check.bao_cao_cap_tren_chua_giao import check
from danbiet.model import Plan

from .assigned import BODY, plan, site

CITES = "Thực hiện Kế hoạch số 12/KH-UBND ngày 20/01/2025 của UBND huyện Tứ Kỳ về dân chủ ở cơ sở.\n"


def superior(work: str) -> Plan:
    return plan(
        "2025/huyen", BODY + work, issuer="UBND huyện Tứ Kỳ", issued="2025-01-20", number="12/KH-UBND"
    )


WANTS = "1. UBND các xã, thị trấn báo cáo kết quả về UBND huyện trước ngày 15/11/2025.\n"


def own(work: str) -> Plan:
    return plan("2025/xa", CITES + BODY + work, issuer="UBND xã Chí Minh", issued="2025-02-20")


def test_missing() -> None:
    (found,) = check(site(superior(WANTS), own("1. Giao Công an xã chủ trì.\n")))
    assert found.path == "plans/2025/xa.md"
    assert "12/KH-UBND" in found.quote
    assert "trước ngày 15/11/2025" in found.message


def test_given() -> None:
    work = "1. Giao Văn phòng UBND xã tổng hợp báo cáo UBND huyện trước ngày 10/11/2025.\n"
    assert list(check(site(superior(WANTS), own(work)))) == []


def test_due_from_others() -> None:
    wants = "1. Phòng Nội vụ báo cáo kết quả về UBND huyện trước ngày 15/11/2025.\n"
    assert list(check(site(superior(wants), own("1. Giao Công an xã chủ trì.\n")))) == []
