"""What is quoted, and what is marked in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

QUOTE = "([text, query]) => quote(text, read(query), 260)"
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
    assert text.endswith("với nhân dân. Câu sau.")
    assert len(text) < 300


def test_a_match_near_the_beginning_is_quoted_from_there(run: Callable[..., Any]) -> None:
    assert "".join(part for part, _ in run(QUOTE, [LONG, "khac"])) == "Câu đầu nói chuyện khác. …"
    text = "".join(part for part, _ in run(QUOTE, [LONG[25:], "giua"]))
    assert text.startswith("Rất nhiều chữ ở giữa, Rất nhiều")
    assert text.endswith(" …")
    assert 200 < len(text) < 270


def test_a_task_keeps_its_beginning(run: Callable[..., Any]) -> None:
    quoted = "([text, query]) => quote(text, read(query), 200, 45).map(p => p[0]).join('')"
    text = run(quoted, [LONG, "doi thoai"])
    assert text.startswith("Câu đầu nói chuyện khác.")
    assert " … " in text
    assert "đối thoại với nhân dân" in text
    assert len(text) < 250


def test_a_long_match_is_never_cut(run: Callable[..., Any]) -> None:
    phrase = " ".join(f"{chr(97 + i)}ần{chr(97 + i)}uyên{chr(97 + i)}òng" for i in range(20))
    words = " ".join(["thì"] * 90)
    parts = run(QUOTE, [f"{words} {phrase} {words}", phrase])
    assert len(phrase) > 200
    assert phrase in [part for part, marked in parts if marked]


def test_lone_words_are_marked_only_where_no_phrase_is(run: Callable[..., Any]) -> None:
    def marked(text: str) -> list[str]:
        return [part for part, is_marked in run(QUOTE, [text, "doi thoai"]) if is_marked]

    assert marked("đổi mới, đối thoại") == ["đối thoại"]
    assert marked("đổi mới, thoại") == ["đổi", "thoại"]
    assert run("t => markTitle(t, read('doi thoai'))", "Đổi mới") == [["Đổi mới", False]]


def test_where_most_words_stand_is_quoted(run: Callable[..., Any]) -> None:
    filler = "Rất nhiều chữ ở giữa, " * 15
    text = f"Lập báo cáo. {filler}tổng hợp báo cáo gửi qua Văn phòng để theo dõi. {filler}"
    parts = run(QUOTE, [text, "van phong bao cao"])
    assert [part for part, marked in parts if marked] == ["báo cáo", "Văn phòng"]
