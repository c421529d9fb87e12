"""How well a text answers: held against a plain reading of it, word by word."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from corpus_site import corpus

from danbiet.search.words import Word, word, words
from danbiet.text import fold

pytestmark = pytest.mark.browser

MATCH = """([text, query]) => { const m = match(text, read(query)); return {
  marked: m.spans.map(s => text.slice(s.start, s.end)), longest: m.longest, held: m.held, exact: m.exact }; }"""


def plainly(text: str, query: str) -> tuple[int, int, float]:
    """The longest run, the words held and the share with the same marks, by reading every word of the text."""
    asked = words(query)
    runs = [0] * len(asked)
    longest = held = exact = 0
    for w in words(text):
        before, runs = runs, [0] * len(asked)
        for i, sought in enumerate(asked):
            if sought.key == w.key or (i == len(asked) - 1 and _goes_on(sought, w)):
                runs[i] = (before[i - 1] if i else 0) + 1
                held |= 1 << i
                exact |= (sought == w) << i
        longest = max(longest, *runs)
    return longest, held, exact.bit_count() / len(asked)


def _goes_on(sought: Word, w: Word) -> bool:
    return not sought.key.isdigit() and w.key.startswith(sought.key)


def cases() -> list[tuple[str, str]]:
    """Texts of plans with pieces of them as queries, as written and without marks, whole and broken off."""
    chance = random.Random("matching")
    found = []
    for _, text in corpus(6):
        for paragraph in (p for p in text.splitlines() if len(p) > 80):
            spoken = paragraph.split()
            start = chance.randrange(len(spoken) - 5)
            query = " ".join(spoken[start : start + chance.randint(1, 5)]).strip(" .,;:")
            if words(query) and query[-1].isalnum():
                found += [(paragraph, query), (paragraph, fold(query)), (paragraph, fold(query)[:-1] + "a")]
    return chance.sample(found, 150)


def test_what_is_found_fast_is_what_stands_there(run: Callable[..., Any]) -> None:
    for text, query in cases():
        found = run(MATCH, [text, query])
        longest, held, exact = plainly(text, query)
        assert (found["longest"], found["held"]) == (longest, held), (text, query)
        assert found["exact"] == pytest.approx(exact), (text, query)


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Tổ chức ĐỐI THOẠI, đối-thoại", "doi thoai", ["ĐỐI THOẠI", "đối-thoại"]),
        ("Nghị định số 59/2023/NĐ-CP", "nghi dinh 59/2023", ["Nghị định số 59/2023"]),
        ("Quyết định 0059 và 590, 2059", "59", ["0059"]),
        ("đối thoại trực tiếp", "đối thoại trư", ["đối thoại trực"]),
        ("đối thoại trực tiếp", "đối thoại trư ", ["đối thoại"]),
        ("Kỹ năng, kĩ thuật, kyz", "kĩ ", ["Kỹ", "kĩ"]),
        ("xdối thoạix", "doi thoai ", []),
        ("QH15 và 15QH", "qh15 ", ["QH15", "15", "QH"]),
        ("мир и труд", "труд ", ["труд"]),
    ],
)
def test_found_words_are_marked(run: Callable[..., Any], text: str, query: str, marked: list[str]) -> None:
    assert run(MATCH, [text, query])["marked"] == marked


def test_a_phrase_in_quotation_marks_must_stand_as_it_is(run: Callable[..., Any]) -> None:
    holds = "([text, query]) => holdsPhrases(text, read(query))"
    assert run(holds, ["thực hiện dân chủ ở cơ sở", '"dân chủ ở"'])
    assert run(holds, ["thực hiện dân chủ ở cơ sở", '"dan chu"'])
    assert not run(holds, ["thực hiện dân chủ ở cơ sở", '"dẫn chủ"'])
    assert not run(holds, ["dân làm chủ", '"dân chủ"'])


def test_neighbours_count_more_than_words_apart(run: Callable[..., Any]) -> None:
    value = "([text, query]) => match(text, read(query)).value"
    near = run(value, ["Văn phòng tổng hợp, báo cáo", "van phong bao cao"])
    far = run(value, ["văn bản, phòng họp; báo chí, cáo trạng", "van phong bao cao"])
    assert near > far > 0


def test_numbers_are_words(run: Callable[..., Any]) -> None:
    assert word("007").key == "7"
    assert run(MATCH, ["Kế hoạch số 007", "7"])["marked"] == ["007"]
