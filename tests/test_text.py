"""Folding, slugs, positions and maps."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet.text import MappedTextBuilder, collapse, fold, nfc, not_xml, position, slug, xml_text

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ ĐÐ,.“”-/"
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đối thoại", "doi thoai"),
        ("ỦY BAN", "uy ban"),
        ("Uỷ ban", "uy ban"),
        ("hoà giải", "hoa giai"),
        ("hòa giải", "hoa giai"),
        ("Ðảng ủy", "dang uy"),  # U+00D0
        ("59/2023/NĐ-CP", "59/2023/nd-cp"),
        ("“tự diễn biến”", "“tu dien bien”"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@given(VIETNAMESE)
def test_folding_is_idempotent_and_keeps_its_length(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert len(fold(text)) == len(nfc(text))
    assert fold(text).isascii() or any(c in "“”" for c in text)


def test_slug_keeps_d() -> None:
    assert slug("Đối thoại của đơn vị") == "doi-thoai-cua-don-vi"
    assert slug("Phòng Nội vụ (thị xã)") == "phong-noi-vu-thi-xa"


def test_position_counts_from_one() -> None:
    assert position("ab\ncd", 0) == (1, 1)
    assert position("ab\ncd", 4) == (2, 2)
    assert position("ab\r\ncd", 4) == (2, 1)
    assert position("ab", 99) == (1, 3)


def test_collapse() -> None:
    assert collapse("  a\n\n b\u00a0c ") == "a b c"


@given(st.text(alphabet="ab \n"))
def test_a_map_leads_back_to_the_source(source: str) -> None:
    builder = MappedTextBuilder()
    for offset, character in enumerate(source):
        if not character.isspace():
            builder.add(character, offset)
    mapped = builder.build()
    for index, character in enumerate(mapped.text):
        assert source[mapped.offsets.at(index)] == character
    if mapped.text:
        start, end = mapped.offsets.span(0, len(mapped.text))
        assert source[start:end].split() == source.split()


@given(st.lists(st.tuples(st.sampled_from(["uỷ", "UBND", "1", "a"]), st.sampled_from(["", " "])), min_size=1))
def test_what_is_printed_is_the_source_wherever_spaces_were_added(parts: list[tuple[str, str]]) -> None:
    source = "".join(word + gap for word, gap in parts).rstrip()
    builder, at = MappedTextBuilder(), 0
    for word, gap in parts:
        builder.add(word, at)
        at += len(word)
        if gap or (at < len(source) and word[-1].isalpha() and source[at].isalpha()):
            builder.add(" ", at)
        at += len(gap)
    mapped = builder.build()
    assert mapped.printed(0, len(mapped.text)).rstrip() == source
    for start in range(len(mapped.text) + 1):
        joined = mapped.printed(0, start) + mapped.printed(start, len(mapped.text))
        assert joined.rstrip() == source


def test_characters_that_xml_cannot_write_are_left_out() -> None:
    text = "Báo\tcáo\n\x07\x0b\ufffe\uffff\ud800 20/7 \U0001f4c5"
    assert xml_text(text) == "Báo\tcáo\n 20/7 \U0001f4c5"
    assert not_xml(text) == 8
    assert not_xml(text, 13) is None
