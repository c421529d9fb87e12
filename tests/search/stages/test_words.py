"""The browser takes for a word what the index does."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from corpus_site import corpus

from danbiet.search.words import words
from danbiet.text import fold, nfc

pytestmark = pytest.mark.browser

TEXTS = [
    *(text for _, text in corpus(3)),
    "Ðối thoại, hoà/hòa; quí, QUÝ, kỹ, Kĩ, số 007/2024, sổ 5, QH15 m² “Đắk Lắk” thuở ở ươm ƯU quyển",
    "số 12 số, Số59/2023, cơ sở số, 12số 5 ⅷ ½ ªº",
    "Привет, мир 15; ελληνικά; 日本語 7日; ١٢٣ số ٤; 𝐀𝐁 x𝟙y",  # what no plan has, but a reader may type
    "a\u0323\u0302n ho\u0300a — dấu tổ hợp",
]


@pytest.mark.parametrize("text", [*TEXTS, unicodedata.normalize("NFD", TEXTS[3]), TEXTS[3].upper()])
def test_words_are_read_as_python_reads_them(run: Callable[..., Any], text: str) -> None:
    read = run("t => words(nfc(t)).map(w => [w.key, w.marks])", text)
    assert [tuple(pair) for pair in read] == [(w.key, w.marks) for w in words(text)]
    assert run("t => lengthOf(nfc(t))", text) == len(words(text))


@pytest.mark.parametrize("text", TEXTS)
def test_folding_is_pythons(run: Callable[..., Any], text: str) -> None:
    assert run("t => fold(t)", nfc(text)) == fold(text)


def test_each_word_knows_where_it_stands(run: Callable[..., Any]) -> None:
    text = "Số 59/2023/NĐ-CP, ĐỐI thoại QH15"
    cut = run("t => words(t).map(w => t.slice(w.start, w.end))", text)
    assert cut == ["59", "2023", "NĐ", "CP", "ĐỐI", "thoại", "QH", "15"]


def test_digits_letters_and_others_are_told_apart(run: Callable[..., Any]) -> None:
    text = "a5 đ×ế÷ưя٤𝐀日²"
    kinds = run("t => Array.from({ length: t.length + 2 }, (_, i) => kindAt(t, i - 1))", text)
    assert kinds == [0, 2, 1, 0, 2, 0, 2, 0, 2, 2, 1, 2, 2, 2, 2, 0]
