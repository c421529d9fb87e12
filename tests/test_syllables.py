"""The shape of a syllable, and where a space between two was lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet.syllables import is_syllable, lost_spaces
from danbiet.text import nfc

WORDS = re.findall(
    r"\w+",
    "nghiêng giếng quyển khuỷu ngoằn ngoèo khuya gì quốc ủy uỷ yêu iu oan thuở quạ giữ đường bưởi rượu khuỵu "
    "quýt huỳnh xoong ướt ý ở à",
)


@pytest.mark.parametrize("word", WORDS)
def test_a_syllable(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize("word", ["chủtrì", "uỷUBND", "kpa", "ngl", "bộtư", "Krông", "email", "zalo"])
def test_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_words_apart_stay_apart(words: list[str]) -> None:
    assert lost_spaces(nfc(" ".join(words))) == []


@given(st.text(max_size=60))
def test_any_text_has_places_inside_it(text: str) -> None:
    assert all(0 < at < len(text) for at in lost_spaces(text))
