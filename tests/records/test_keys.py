"""Keys as typed → keys as they should be written."""

from __future__ import annotations

import pytest

from danbiet.records import Faults, Form, by_key, fold_key, nearest, read_table

KEYS = ("trích yếu", "ngày ban hành", "cơ quan ban hành")


def read(source: str, where: str = "") -> tuple[list[str], list[str]]:
    faults = Faults("x.yml", source)
    table = read_table(source, faults, Form(rule="thu", name="tệp thử", example="trích yếu: A"))
    assert table is not None
    found = by_key(table, {fold_key(key): key for key in KEYS}, faults, where)
    return list(found), [str(issue).removeprefix("x.yml:") for issue in faults.issues]


@pytest.mark.parametrize("typed", ["trích yếu", "TRÍCH YẾU", "trich_yeu", "Trich-yeu", "trích  yếu"])
def test_a_key_is_known_however_it_is_typed(typed: str) -> None:
    assert read(f"{typed}: A\n") == (["trích yếu"], [])


def test_what_is_no_key_gets_the_nearest_one_named() -> None:
    assert read("ngay ban hanhh: A\n", "mẫu")[1] == [
        "1:1: lỗi: không có khóa này trong mẫu: “ngay ban hanhh”. "
        "Có phải “ngày ban hành”? Nếu phải, sửa lại như vậy. [khoa-la]"
    ]
    assert "hoặc dùng một trong các khóa: trích yếu, ngày ban hành" in read("xyz: A\n")[1][0]


def test_a_key_stands_once() -> None:
    assert read("trích yếu: A\nTRICH_YEU: B\n") == (
        ["trích yếu"],
        [
            "2:1: lỗi: khóa “trích yếu” đã ghi ở trên: “TRICH_YEU”. Chỉ giữ một dòng cho mỗi khóa. [khoa-trung]"
        ],
    )


def test_the_nearest_word_or_none() -> None:
    assert nearest("luaat", ["Luật", "Nghị định"]) == "Luật"
    assert nearest("xyz", ["Luật"]) is None
    assert nearest("xyz", [], cutoff=0) is None
