"""Recipients of a level, a province or a commune that ended on 1/7/2025, only in later plans."""

from __future__ import annotations

from dataclasses import replace

import pytest

from danbiet.check.noi_nhan_da_het_ton_tai import check

from .assigned import BODY, plan, site

WORK = f"{BODY}1. Giao Công an xã chủ trì.\n"


@pytest.mark.parametrize(
    ("issued", "recipient", "count"),
    [
        ("2024-08-15", "UBND huyện Vĩnh Linh;", 0),
        ("2025-06-30", "UBND huyện;", 0),
        ("2025-07-01", "UBND huyện;", 1),
        ("2025-08-15", "Phòng Nội vụ thị xã;", 1),
        ("2025-08-15", "Thường trực Huyện ủy;", 1),
        ("2025-08-15", "Huyện đoàn, Hội Nông dân huyện;", 1),
        ("2025-08-15", "Tòa án nhân dân huyện;", 1),
        ("2025-08-15", "UBND các xã, thị trấn;", 1),
        ("2025-08-15", "UBND thành phố Chí Linh;", 1),
        ("2024-08-15", "UBND thành phố Chí Linh;", 0),
        ("2025-08-15", "UBND thành phố;", 0),  # the province has become part of a city under the centre
        ("2025-08-15", "UBND thành phố Hải Phòng;", 0),
        ("2025-08-15", "Thành ủy Hải Phòng;", 0),
        ("2025-08-15", "Sở Nội vụ TP. HCM;", 0),
        ("2025-08-15", "UBND tỉnh Hải Dương;", 1),
        ("2025-06-15", "UBND tỉnh Hải Dương;", 0),
        ("2025-08-15", "Sở Nội vụ tỉnh Quảng Ninh;", 0),
        ("2025-08-15", "Trường THPT huyện Thanh Miện;", 0),
        ("2025-08-15", "Trung tâm Y tế huyện;", 0),
        ("2025-08-15", "Ban Chỉ huy Quân sự xã;", 0),
        ("2025-08-15", "Thường trực Đảng ủy, HĐND xã;", 0),
        ("2025-08-15", "UBND tỉnh;", 0),
        ("2025-08-15", "UBND xã Chí Minh;", 0),  # a commune of this name is there after the change too
    ],
)
def test_by_the_plans_day(issued: str, recipient: str, count: int) -> None:
    found = list(check(site(plan("2025/a", WORK, issued=issued, recipients=f"['{recipient}']"))))
    assert [issue.quote for issue in found] == [recipient] * count


def _in(province: str, issued: str, recipient: str) -> list[str]:
    text = plan("2025/a", WORK, issued=issued, recipients=f"['{recipient}']")
    return [issue.remedy for issue in check(site(replace(text, province=province)))]


def test_a_commune_that_was_merged() -> None:
    (remedy,) = _in("Quảng Ngãi", "2025-08-15", "UBND phường Phổ Minh;")
    assert "địa bàn nay thuộc phường Đức Phổ" in remedy
    assert len(_in("Quảng Ngãi", "2025-07-01", "UBND phường Phổ Minh;")) == 1  # the day on which it had ended
    assert _in("Quảng Ngãi", "2025-06-30", "UBND phường Phổ Minh;") == []
    assert _in("Nghệ An", "2025-08-15", "UBND phường Phổ Minh;") == []  # another place of that name
    assert _in("Quảng Ninh", "2025-08-15", "UBND phường Bãi Cháy;") == []  # a new ward bears the name


def test_a_city_of_a_province() -> None:
    assert len(_in("Quảng Ninh", "2025-08-15", "Phòng Nội vụ thành phố;")) == 1
    assert len(_in("Quảng Ninh", "2025-08-15", "UBND thành phố;")) == 1
    assert _in("Quảng Ninh", "2025-05-15", "UBND thành phố;") == []


def test_a_merged_province_is_told_with_what_holds_its_land() -> None:
    (remedy,) = _in("Hải Dương", "2025-08-15", "UBND tỉnh Hải Dương;")
    assert "thành phố Hải Phòng" in remedy


def test_a_plan_that_says_its_year_only() -> None:
    undated = plan("2026/a", WORK, issued="", recipients="['UBND huyện;']")
    assert len(list(check(site(undated)))) == 1
    assert list(check(site(plan("2025/a", WORK, issued="", recipients="['UBND huyện;']")))) == []
