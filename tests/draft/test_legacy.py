"""Old codes are recognised line by line; Unicode is never touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet.draft import legacy
from danbiet.draft.decode import decode

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ bcdghklmnpqrstvx"
BACK = {new: old for old, new in legacy._tables()["tcvn3"].items()}


@given(st.text(alphabet=VIETNAMESE, max_size=40))
def test_tcvn3_is_read_back(text: str) -> None:
    assert legacy.from_tcvn3("".join(BACK.get(c, c) for c in text)) == text


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("§iÒu 1. QuyÕt ®Þnh sè 29/2007/Q§-BXD", "Điều 1. Quyết định số 29/2007/QĐ-BXD"),
        ("Bé tr\u00adëng Bé X©y dùng", "Bộ trưởng Bộ Xây dựng"),
    ],
)
def test_tcvn3(stored: str, meant: str) -> None:
    assert legacy.is_tcvn3(stored)
    assert legacy.from_tcvn3(stored) == meant


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Thöïc hieän quy cheá daân chuû ôû cô sôû", "Thực hiện quy chế dân chủ ở cơ sở"),
        ("ñöôøng, Ñaûng uûy, kyõ thuaät, lyù", "đường, Đảng ủy, kỹ thuật, lý"),
    ],
)
def test_vni(stored: str, meant: str) -> None:
    assert legacy.is_vni(stored)
    assert legacy.from_vni(stored) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 29/2007/QĐ-BXD của Bộ Xây dựng",
        "Hoà giải ở cơ sở; hoá đơn, thuế, khoá họp",
        "“Dân biết” § 5 © 2024 «ngoặc» café",
        "tr\u00adường học và ng\u00adười dân",
        "KE HOACH 2024",
    ],
)
def test_unicode_is_left_alone(text: str) -> None:
    assert legacy.convert([text]) == ([text], None)


def test_lines_without_a_sign_follow_the_others() -> None:
    lines = ["QUYẾT ĐỊNH", "§iÒu 1. QuyÕt ®Þnh", "Bé Y tÕ", "UBND"]
    assert legacy.convert(lines) == (["QUYẾT ĐỊNH", "Điều 1. Quyết định", "Bộ Y tế", "UBND"], "TCVN3")


def test_words_decide_in_a_mixed_line() -> None:
    lines, _code = legacy.convert(["§iÒu 1. QuyÕt ®Þnh", "Nghị định sè 5/N§-CP"])
    assert lines[1] == "Nghị định sè 5/NĐ-CP"


def test_font_of_an_old_code_on_unicode_text() -> None:
    assert not legacy.is_really("có hiệu quả và công khai", "VNI")
    assert legacy.is_really("coù hieäu quaû vaø coâng khai", "VNI")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings(encoding: str) -> None:
    text = "KẾ HOẠCH\nThực hiện dân chủ ở cơ sở năm 2024"
    assert decode(text.replace("\n", "\r\n").encode(encoding)) == (text, [])


def test_bytes_in_an_old_code() -> None:
    text, notes = decode("§iÒu 1. QuyÕt ®Þnh nµy".encode("latin-1"))
    assert text == "Điều 1. Quyết định này"
    assert "TCVN3" in notes[0]
