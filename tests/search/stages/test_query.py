"""What the reader typed, and what is looked up for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

ASKED = "q => { const a = read(q); return [a.words.map(w => w.key).join(' '), a.marked, a.open]; }"
PAIRS = "([q, common]) => pairsOf(read(q), n => common.includes(n)).map(p => p.first + ' ' + p.second)"
SINGLES = (
    "([q, lacking, common, found]) =>"
    " singlesOf(read(q), lacking, n => common.includes(n), found).map(s => s.second)"
)


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("doi thoai", ["doi thoai", False, True]),
        ("Đối thoại ", ["doi thoai", True, False]),
        ("nđ số 59/2023", ["nd 59 2023", True, True]),
        ("“dân chủ”", ["dan chu", True, False]),
        (" … ", ["", False, False]),
    ],
)
def test_words_marks_and_whether_the_last_may_go_on(
    run: Callable[..., Any], query: str, asked: list[object]
) -> None:
    assert run(ASKED, query) == asked


def test_phrases_are_what_stands_in_quotation_marks(run: Callable[..., Any]) -> None:
    phrases = run(
        "q => read(q).phrases.map(p => p.words.map(w => w.key).join(' '))", 'báo cáo "dân chủ" «cơ sở» ""'
    )
    assert phrases == ["dan chu", "co so"]


def test_pairs_are_neighbours_and_only_the_last_is_open(run: Callable[..., Any]) -> None:
    assert run(PAIRS, ["van phong bao cao", []]) == ["van phong", "phong bao", "bao cao"]
    assert run("q => pairsOf(read(q), n => false).map(p => p.open)", "van phong bao") == [False, True]


def test_a_long_query_leaves_out_the_pairs_that_stand_everywhere(run: Callable[..., Any]) -> None:
    query = "a b c d e f g h i"
    assert run(PAIRS, [query, ["a b", "b c"]]) == ["c d", "d e", "e f", "f g", "g h", "h i"]
    sentence = " ".join(f"{chr(97 + i // 5)}{chr(97 + i % 5)}" for i in range(25))
    assert len(run(PAIRS, [sentence, []])) <= 10


def test_common_words_are_looked_up_alone_only_where_there_is_nothing_else(run: Callable[..., Any]) -> None:
    assert run(SINGLES, ["dan xyz", 3, ["dan"], False]) == ["xyz"]
    assert run(SINGLES, ["dan", 1, ["dan"], False]) == ["dan"]
    assert run(SINGLES, ["dan chu", 1, ["dan"], True]) == []
