"""The index proper: what is coded can be read again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from danbiet.search.postings import Index, Level, Passage, number_code

DIGITS = "".join(chr(c) for c in range(0x20, 0x7F) if chr(c) not in '"\\~|:')


def read(gaps: str) -> list[int]:
    """As engine.js reads them."""
    found, document, value = [], -1, 0
    for digit in map(DIGITS.index, gaps):
        if digit >= 62:
            value = value * 28 + digit - 62 + 1
            continue
        document += value * 62 + digit + 1
        found.append(document)
        value = 0
    return found


@given(st.lists(st.integers(0, 10**7), unique=True).map(sorted))
def test_gaps_are_read_as_they_were_written(documents: list[int]) -> None:
    gaps = [number_code(b - a - 1) for a, b in zip([-1, *documents], documents, strict=False)]
    assert read("".join(gaps)) == documents


def test_short_numbers_are_short() -> None:
    assert [len(number_code(n)) for n in (0, 61, 62, 1797, 1798)] == [1, 1, 2, 2, 3]


def index_of(*documents: list[Passage]) -> Index:
    index = Index()
    for passages in documents:
        index.add(passages)
    return index


def test_a_word_is_kept_by_its_marks_with_where_it_stands() -> None:
    index = index_of(
        [Passage("đất đai")],
        [Passage("đạt chuẩn", Level.TITLE)],
        [Passage("đất", tasks=0b101)],
    )
    singles = {key: entry for _, key, entry in index.singles()}
    assert singles["dat"] == "|das: !:04:&|dj:!:3"
    assert read(" !") == [0, 2]


def test_the_tasks_of_a_document_are_bits_of_one_number() -> None:
    index = index_of([Passage("lập sổ", tasks=1), Passage("lập", Level.HEADING), Passage("lập tổ", tasks=8)])
    singles = {key: entry for _, key, entry in index.singles()}
    assert singles["lap"] == f"|aj: :6:{number_code(9)}"
    assert singles["to"] == f"|or: :4:{number_code(8)}"


def test_pairs_do_not_reach_over_passages() -> None:
    pairs = {(a, b) for a, b, _ in index_of([Passage("dân chủ ở"), Passage("cơ sở")]).pairs()}
    assert pairs == {("dan", "chu"), ("chu", "o"), ("co", "so")}


def test_often_is_a_level_of_its_own() -> None:
    singles = {key: entry for _, key, entry in index_of([Passage("thoại thoại thoại một")]).singles()}
    assert singles["thoai"] == "|j: :1"
    assert singles["mot"] == "|oj: "


def test_what_stands_everywhere_is_named() -> None:
    documents = [[Passage("dân chủ" + (" đối thoại" if i == 3 else ""))] for i in range(12)]
    assert index_of(*documents).common(7) == ["chu", "dan", "dan chu"]


def test_vocabulary_has_every_spelling_by_frequency() -> None:
    index = index_of([Passage("đối")], [Passage("đội")], [Passage("đối thoại 59")], [Passage("thoại")])
    assert index.vocabulary() == ["đối", "đội", "thoại"]
