"""Words of a stretch of a file: lost spaces are there again, and what was printed is still told."""

from __future__ import annotations

from danbiet.parse.inline import read_words

SOURCE = "- **Đảng uỷUBND** xã chủtrì, phối hợp."


def test_a_lost_space_is_read_as_one() -> None:
    mapped = read_words(SOURCE, 2, len(SOURCE)).mapped
    assert mapped.text == "Đảng uỷ UBND xã chủ trì, phối hợp."


def test_offsets_still_point_into_the_file() -> None:
    mapped = read_words(SOURCE, 2, len(SOURCE)).mapped
    at = mapped.text.index("trì")
    assert SOURCE[slice(*mapped.offsets.span(at, at + 3))] == "trì"


def test_what_is_printed_has_no_added_space() -> None:
    mapped = read_words(SOURCE, 2, len(SOURCE)).mapped
    assert mapped.printed(0, len(mapped.text)) == "Đảng uỷUBND xã chủtrì, phối hợp."
