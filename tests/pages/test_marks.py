from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from danbiet.pages.marks import Mark, MarkKind, insert, split


@given(st.text(), st.lists(st.integers(0, 30)))
def test_what_is_inserted_is_found_again_and_the_text_is_whole(text: str, offsets: list[int]) -> None:
    text = text.translate({0xF0000: None, 0xF0001: None} | {0xF0010 + k: None for k in range(10)})
    marks = [
        Mark(at + 7, MarkKind.DUTY, k) for k, at in enumerate(sorted(min(o, len(text)) for o in offsets))
    ]
    number: dict[int, Mark] = {}
    pieces = list(split(insert(text, 7, marks, number)))
    assert "".join(p for p in pieces if isinstance(p, str)) == text
    assert [number[p] for p in pieces if isinstance(p, int)] == marks


def test_a_source_that_holds_our_own_characters_is_not_taken_for_marks() -> None:
    number: dict[int, Mark] = {}
    assert list(split(insert("a\U000f0000\U000f0010\U000f0001b", 0, [], number))) == ["a\ufffd\ufffd\ufffdb"]
