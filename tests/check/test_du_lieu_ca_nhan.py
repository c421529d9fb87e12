"""Numbers of persons are found in any spelling, and numbers of offices, documents and money are not."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet.check import du_lieu_ca_nhan
from danbiet.check.du_lieu_ca_nhan import check, masked
from danbiet.model import Contact, Site

PERSONAL = [
    ("Ông Nguyễn Văn Mẫu, CCCD số 022085001234.", "02••••••••34", "căn cước"),
    ("Bà Trần Thị Mẫu (căn cước công dân: 022 185 001 234)", "02• ••• ••• •34", "căn cước"),
    ("số 079203004567 cấp ngày 1/1/2022", "07••••••••67", "căn cước"),
    ("Ông A, số CMND: 100123456, cấp tại Quảng Ninh", "10•••••56", "chứng minh"),
    ("Chứng minh nhân dân 100 123 456", "10• ••• •56", "chứng minh"),
    ("Liên hệ đồng chí Mẫu, điện thoại 0912345678.", "09••••••78", "điện thoại"),
    ("ĐT: 0912.345.678;", "09••.•••.•78", "điện thoại"),
    ("ĐT: 0912 345 678", "09•• ••• •78", "điện thoại"),
    ("ĐT: 098-765-4321", "09•-•••-••21", "điện thoại"),
    ("(SĐT +84 912 345 678)", "+84 ••• ••• •78", "điện thoại"),
    ("Zalo 0398765432", "03••••••32", "điện thoại"),
    ("Chuyển về tài khoản số 19034567890123 tại Techcombank, chủ Nguyễn Văn Mẫu", "19••••••••••23", "tài khoản"),
    ("STK: 0123 4567 89 (Ngân hàng Vietcombank)", "01•• •••• 89", "tài khoản"),
]  # fmt: skip
PUBLIC = [
    "Điện thoại Văn phòng UBND phường: 0203.3846.123; 024 3845 6789",
    "Đường dây nóng của phường: 0912.345.678",
    "Tổng đài 1900 1234, 18001091",
    "Bộ phận một cửa, điện thoại 0912 345 678",
    "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023; Quyết định 629/QĐ-UBND",
    "Kinh phí 120.000.000.000 đồng, 1.250.000.000 đồng và 912345678 đồng",
    "Tài khoản số 3713.0.1234567 tại Kho bạc Nhà nước Quảng Ninh",
    "Tài khoản 9527 1 1234567 mở tại KBNN khu vực",
    "Mã số thuế 0912345678",
    "Mã định danh 000.14.22.H49",
    "Từ ngày 01.01.2024 đến ngày 31.12.2024, giai đoạn 2021-2025, 2026 - 2030",
    "Ký lúc 2024-03-19T07:58:52+0700",
    "https://vi-du.vn/tep/0912345678/022085001234.pdf",
    "Cấp tài khoản dịch vụ công cho 1250 người",
]


@pytest.mark.parametrize(("text", "quote", "what"), PERSONAL, ids=[text for text, _, _ in PERSONAL])
def test_numbers_of_persons(found: Callable[..., list[str]], text: str, quote: str, what: str) -> None:
    (one,) = found(du_lieu_ca_nhan, text)
    assert one.startswith("cảnh báo")
    assert what in one
    assert quote in one


@pytest.mark.parametrize("text", PUBLIC)
def test_numbers_that_are_meant_to_be_public(found: Callable[..., list[str]], text: str) -> None:
    assert found(du_lieu_ca_nhan, text) == []


def test_a_number_the_register_publishes(site_of: Callable[..., Site]) -> None:
    site = site_of("Công chức Văn phòng, điện thoại 0912.345.678.")
    assert len(list(check(site))) == 1
    bodies = {
        key: replace(body, contact=Contact(telephone="0203 3846 123; 0912345678"))
        for key, body in site.bodies.items()
    }
    assert not list(check(replace(site, bodies=bodies)))


def test_text_in_nfd_is_read_alike(site_of: Callable[..., Site]) -> None:
    site = site_of("Ông Mẫu, số chứng minh nhân dân 100123456.")
    ((key, plan),) = site.plans.items()
    nfd = replace(plan, source=unicodedata.normalize("NFD", plan.source))
    (issue,) = check(replace(site, plans={key: nfd}))
    assert "100123456" not in str(issue)


def test_the_place_is_the_number(site_of: Callable[..., Site]) -> None:
    (issue,) = check(site_of("Một dòng.\n\nĐT: 0912345678"))
    assert issue.column == 5


@given(st.from_regex(r"[0-9]([ .-]?[0-9]){8,11}", fullmatch=True))
def test_the_whole_number_is_never_shown(number: str) -> None:
    shown = masked(number)
    assert len(shown) == len(number)
    assert sum(c.isdigit() for c in shown) == 4
