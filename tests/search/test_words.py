"""What search takes for a word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet.search.words import Word, spellings, word, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("đối thoại", unicodedata.normalize("NFD", "ĐỐI THOẠI")),
        ("hòa giải", "hoà giải"),
        ("quy chế", "qui chế"),
        ("kỷ luật", "kỉ luật"),
        ("công ty", "công ti"),
        ("Ủy ban", "Uỷ ban"),
        ("Nghị định số 59/2023/NĐ-CP", "nghị định 59/2023/NĐ-CP"),
        ("Quyết định 01/2024", "quyết định 1/2024"),
        ("10/2022/QH15", "10/2022/QH 15"),
        ("Ðối thoại", "Đối thoại"),  # U+00D0
        ("“đối thoại”", "(đối thoại)"),
    ],
)
def test_spellings_of_the_same_words_meet(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("text", "key", "marks"),
    [
        ("đối", "doi", "dos"),
        ("thoại", "thoai", "j"),
        ("đường", "duong", "dwwf"),
        ("quý", "qui", "s"),
        ("007", "7", ""),
    ],
)
def test_key_and_marks(text: str, key: str, marks: str) -> None:
    assert word(text) == Word(key, marks)


@pytest.mark.parametrize(
    ("one", "other"), [("bảo vệ", "báo về"), ("đất", "đạt"), ("dân", "dần"), ("tư", "tứ")]
)
def test_other_marks_are_another_word_with_the_same_key(one: str, other: str) -> None:
    assert words(one) != words(other)
    assert [w.key for w in words(one)] == [w.key for w in words(other)]


def test_so_stays_where_no_number_follows() -> None:
    assert spellings("cơ sở số 12, một số nơi") == ["cơ", "sở", "12", "một", "số", "nơi"]


@given(st.text())
def test_any_text_gives_words_with_keys(text: str) -> None:
    assert all(w.key for w in words(text))


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệốồổỗộướờởỡợ 0123456789/-.,“”()"))
def test_composed_and_decomposed_are_one(text: str) -> None:
    assert words(text) == words(unicodedata.normalize("NFD", text)) == words(text.upper())
