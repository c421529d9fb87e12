"""What a text layer glued is parted only where that is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet.draft.record import Para, Sheet
from danbiet.draft.spaces import few_in_text, parted, with_spaces


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("BộTư pháp", "Bộ Tư pháp"),
        ("Công văn số1866/BTP", "Công văn số 1866/BTP"),
        ("vềviệc", "về việc"),
        ("SởNội vụ", "Sở Nội vụ"),
        ("từngày", "từ ngày"),
        ("Đảng uỷUBND xã chủtrì", "Đảng uỷ UBND xã chủ trì"),
        ("đềnghịcác cơ quan", "đề nghị các cơ quan"),
        ("vụbảo vệan ninh", "vụ bảo vệ an ninh"),
    ],
)
def test_parted_where_certain(glued: str, apart: str) -> None:
    assert parted(glued)[0] == apart


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
        "kêpi",
        "Krông Nô, Đắk Mil, Pleiku",
        "ViệtNam",
        "Đ1",
    ],
)
def test_left_alone_where_not(text: str) -> None:
    assert parted(text)[0] == text


@given(st.text(alphabet="aáoộếsngh BTđ12/ ", max_size=40))
def test_no_letter_is_lost(text: str) -> None:
    assert parted(text)[0].replace(" ", "") == text.replace(" ", "")


def test_the_sheet_says_what_was_parted() -> None:
    sheet = with_spaces(Sheet(items=(Para(text="Giao SởNội vụ chủtrì"),)))
    assert [item.text for item in sheet.items if isinstance(item, Para)] == ["Giao Sở Nội vụ chủ trì"]
    assert sheet.notes == ("Đã tách 2 chỗ chữ dính liền: “Sở Nội”, “chủ trì”",)


def test_a_slip_or_two_in_a_text_file_are_the_authors() -> None:
    sheet = Sheet(items=(Para(text="Giao SởNội vụ chủtrì"),))
    assert few_in_text(sheet) == sheet
