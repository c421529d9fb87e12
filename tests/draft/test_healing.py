"""What a page broke is joined; what it glued is parted only where that is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet.draft import healing


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Công văn số 1849/BGDĐT-", "GDPT ngày", "Công văn số 1849/BGDĐT-GDPT ngày"),
        ("Chỉ thị số 05-", "CT/TW", "Chỉ thị số 05-CT/TW"),
        ("kinh tế -", "xã hội", "kinh tế - xã hội"),
        ("Quyết định số", "01/2024/QĐ-UBND", "Quyết định số 01/2024/QĐ-UBND"),
    ],
)
def test_joined(first: str, second: str, whole: str) -> None:
    assert healing.joined(first, second) == whole


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("BộTư pháp", "Bộ Tư pháp"),
        ("Công văn số1866/BTP", "Công văn số 1866/BTP"),
        ("vềviệc", "về việc"),
        ("SởNội vụ", "Sở Nội vụ"),
        ("từngày", "từ ngày"),
    ],
)
def test_parted_where_certain(glued: str, parted: str) -> None:
    assert healing.split_glued(glued)[0] == parted


@pytest.mark.parametrize(
    "text",
    [
        "QĐi/TW",
        "QĐ-TTg",
        "Krông Pắc",
        "ĐắkLắk",
        "nghiêng",
        "quyết",
        "khuếch đại",
        "Thanh Hóa",
        "UBMTTQ",
        "H2O",
        "Đ1",
    ],
)
def test_left_alone_where_not(text: str) -> None:
    assert healing.split_glued(text)[0] == text


@given(st.text(alphabet="aáoộếsngh BTđ12/ ", max_size=40))
def test_no_letter_is_lost(text: str) -> None:
    assert healing.split_glued(text)[0].replace(" ", "") == text.replace(" ", "")
