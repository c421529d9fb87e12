from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from danbiet.pages.marks import Mark, MarkKind, insert, split
from danbiet.text import nfc


def cut(text: str, at: list[int]) -> list[str]:
    ends = [0, *at, len(text)]
    return [text[a:b] for a, b in pairwise(ends)]


@given(st.text(st.characters(categories=["L", "N", "P", "Z"])), st.lists(st.integers(0, 30)))
def test_what_is_inserted_is_found_again_and_the_text_is_whole(text: str, offsets: list[int]) -> None:
    marks = [
        Mark(at + 7, MarkKind.DUTY, k) for k, at in enumerate(sorted(min(o, len(text)) for o in offsets))
    ]
    number: dict[int, Mark] = {}
    pieces = list(split(insert(text, 7, marks, number)))
    assert "".join(p for p in pieces if isinstance(p, str)) == "".join(
        map(nfc, cut(text, [m.offset - 7 for m in marks]))
    )
    assert [number[p] for p in pieces if isinstance(p, int)] == marks


def test_a_source_that_holds_our_own_characters_is_not_taken_for_marks() -> None:
    number: dict[int, Mark] = {}
    assert list(split(insert("a\U000f0000\U000f0010\U000f0001b", 0, [], number))) == ["a\ufffd\ufffd\ufffdb"]


def test_words_are_shown_in_nfc_without_what_a_pdf_left_behind() -> None:
    assert list(split(insert("Uy\u0309 ban\x0cnha\u0302n da\u0302n", 0, [], {}))) == ["Uỷ ban nhân dân"]
