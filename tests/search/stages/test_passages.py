"""What is quoted, and what is marked in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

QUOTE = "([text, query]) => quote(text, read(query))"
LONG = (
    "Câu đầu nói chuyện khác. "
    + "Rất nhiều chữ ở giữa, " * 30
    + "rồi tổ chức đối thoại với nhân dân. Câu sau."
)


def test_a_short_text_is_quoted_whole(run: Callable[..., Any]) -> None:
    assert run(QUOTE, ["Tổ chức đối thoại.", "doi thoai"]) == [
        ["Tổ chức ", False],
        ["đối thoại", True],
        [".", False],
    ]


def test_of_a_long_text_the_sentence_around_the_match_is_quoted(run: Callable[..., Any]) -> None:
    parts = run(QUOTE, [LONG, "doi thoai"])
    text = "".join(part for part, _ in parts)
    assert [part for part, marked in parts if marked] == ["đối thoại"]
    assert text.startswith("… ")
    assert text.endswith("với nhân dân. …")
    assert len(text) < 300


def test_a_long_match_is_never_cut(run: Callable[..., Any]) -> None:
    phrase = " ".join(f"một{chr(97 + i)}" for i in range(26)) + " hai ba"
    words = " ".join(["thì"] * 40)
    parts = run(QUOTE, [f"{words} {phrase} {words}", phrase])
    assert phrase in [part for part, marked in parts if marked]


def test_lone_words_are_marked_only_where_no_phrase_is(run: Callable[..., Any]) -> None:
    def marked(text: str) -> list[str]:
        return [part for part, is_marked in run(QUOTE, [text, "doi thoai"]) if is_marked]

    assert marked("đổi mới, đối thoại") == ["đối thoại"]
    assert marked("đổi mới, thoại") == ["đổi", "thoại"]
    assert run("t => markTitle(t, read('doi thoai'))", "Đổi mới") == [["Đổi mới", False]]
