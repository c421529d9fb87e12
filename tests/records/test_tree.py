"""YAML as typed: texts with their places; what is broken or says something else is one finding."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from danbiet.records import Faults, Form, Listed, Table, Value, decode, read_table, read_value
from danbiet.text import collapse, nfc

FORM = Form(rule="thu", name="tệp thử", example="trích yếu: A")


def read(source: str) -> tuple[Value | None, list[str]]:
    faults = Faults("x.yml", source)
    value = read_value(source, faults, FORM)
    return value, [str(issue).removeprefix("x.yml:") for issue in faults.issues]


def plain(value: Value | None) -> object:
    if isinstance(value, Table):
        return [(key.text, plain(inner)) for key, inner in value.entries]
    return [plain(item) for item in value.items] if isinstance(value, Listed) else value and value.text


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("a: no\nb: 012\nc: 2024-02-30\nd: 12:30\n", [("a", "no"), ("b", "012"), ("c", "2024-02-30"), ("d", "12:30")]),
        ("a:\nb: ~\nc: ''\nd: '~'\n", [("a", None), ("b", None), ("c", None), ("d", "~")]),
        ("a: >\n  một\n  hai\nb: [x, [y]]\n", [("a", "một hai"), ("b", ["x", ["y"]])]),
        ("a: 1\nA: 2\n", [("a", "1"), ("A", "2")]),
        ("? [a]\n: b\n", [(None, "b")]),
        ("\ufeffa: Hoa\u0300 gia\u0309i\r\n", [("a", "Hoà giải")]),
        ("# ghi chú\n", []),
    ],
)  # fmt: skip
def test_values_are_as_typed(source: str, said: object) -> None:
    value, issues = read(source)
    assert (plain(value), issues) == (said, [])


def test_every_key_and_value_knows_its_place() -> None:
    source = "\ufeffđ: Đ\nb:\n  - {khóa: x}\n"
    table, _ = read(source)
    assert isinstance(table, Table)
    (first, letter), (_, items) = table.entries
    assert isinstance(items, Listed)
    (inner,) = items.items
    assert isinstance(inner, Table)
    found = [
        first.offset,
        letter.offset,
        items.offset,
        inner.offset,
        *(part.offset for part in inner.entries[0]),
    ]
    assert found == [source.index(words) for words in ("đ", "Đ", "- {", "{", "khóa", "x")]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("a: &x b\n", "1:4: lỗi: giá trị bắt đầu bằng ký tự “&” nên phải đặt trong dấu nháy"),
        ("a: !x b\n", "1:4: lỗi: giá trị bắt đầu bằng ký tự “!” nên phải đặt trong dấu nháy"),
        ("a: [b, *x]\n", "1:8: lỗi: không đọc được tệp thử từ chỗ này"),
        ("a: b\n---\nc: d\n", "2:1: lỗi: "),
        ("a: [b, c\n", "1:4: lỗi: dấu “[” mở ra mà không đóng lại"),
        ("- {a: x, b: y\n", "1:14: lỗi: không đọc được tệp thử từ chỗ này"),
        ("- a: b: c\n", "1:6: lỗi: giá trị có dấu hai chấm ở giữa nên phải đặt trong dấu nháy: “b: c”. Viết a: "),
        ("- a:b\n  c: d\n", "1:1: lỗi: thiếu dấu cách sau dấu hai chấm"),
        ("a: >\n  một\n  hai\nb: c: d\n", "4:4: lỗi: giá trị có dấu hai chấm ở giữa"),
        ("a: \x07\n", "1:4: lỗi: tệp thử có ký tự điều khiển không nhìn thấy được: “U+0007”"),
        ("{a: " * 20, "1:49: lỗi: các mục lồng nhau quá sâu"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_as_typed_is_one_finding(source: str, said: str) -> None:
    value, issues = read(source)
    assert value is None
    assert len(issues) == 1
    assert issues[0].startswith(said)


def test_a_hundred_thousand_brackets_do_no_harm() -> None:
    assert read("[" * 100_000)[1][0].startswith("1:13: lỗi: các mục lồng nhau quá sâu")


def test_where_only_keys_may_stand_nothing_else_does() -> None:
    faults = Faults("x.yml", "- a\n")
    assert read_table("- a\n", faults, FORM) is None
    assert len(faults.issues) == 1


@settings(max_examples=200)
@given(
    st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)
)
def test_what_yaml_writes_is_read_again(value: object) -> None:
    def said(value: object) -> object:
        if isinstance(value, dict):
            return [(said(key), said(inner)) for key, inner in value.items()]
        return (
            [said(item) for item in value] if isinstance(value, list) else collapse(nfc(str(value))) or None
        )

    try:
        source = yaml.safe_dump({"a": value}, allow_unicode=True, sort_keys=False)
        value = yaml.load(source, yaml.BaseLoader)["a"]
    except yaml.YAMLError:
        return
    found, issues = read(source)
    if not issues:
        assert isinstance(found, Table)
        assert plain(found.entries[0][1]) == (said(value) if value != {} else [])


@settings(max_examples=200)
@given(st.binary(max_size=200) | st.text("ab:-[]{}&*!|>'\"#? \n\t%~", max_size=60).map(str.encode))
def test_nothing_that_stands_in_a_file_raises(data: bytes) -> None:
    text, faults = decode("x.yml", data)
    value = None if text is None else read_value(text, faults, FORM)
    assert (value is None) == (len(faults.issues) == 1)
    for issue in faults.issues:
        assert issue.line >= 1
        assert issue.column >= 1
        assert issue.remedy
        assert "\n" not in str(issue)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("đơn vị: []\n  - {tên: A}\n", "1:9: lỗi: “[]” nghĩa là danh sách trống"),
        ("đơn vị:\n  - {tên: A}\n- {tên: B}\n", "3:1: lỗi: dấu “-” của mục không thẳng hàng với mục trên"),
    ],
)
def test_an_entry_pasted_wrongly_is_told(source: str, said: str) -> None:
    _, issues = read(source)
    assert len(issues) == 1
    assert issues[0].startswith(said)
