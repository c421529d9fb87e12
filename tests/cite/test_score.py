"""Scoring: spans in collapsed text, values, and what was gained and lost."""

from danbiet.cite import find
from danbiet.cite.score import changes, compare, flat_offsets, total

TEXT = "Căn cứ  Nghị định số\n59/2023/NĐ-CP ngày 14/8/2023; Luật Đất đai"
GOLD = {
    "start": 7,
    "end": 48,
    "core": "Nghị định số 59/2023/NĐ-CP",
    "type": "Nghị định",
    "number": "59/2023/NĐ-CP",
    "date": "2023-08-14",
    "issuer": None,
    "kind": "numbered",
}


def test_offsets_in_collapsed_text():
    assert flat_offsets("a \n b") == [0, 1, 1, 1, 2, 3]


def test_a_score_counts_spans_and_values():
    score = compare(TEXT, find(TEXT), [GOLD])
    assert (score.expected, score.found, score.matched) == (1, 2, 1)
    assert (score.precision, score.recall) == (0.5, 1.0)
    assert score.extra == ("Luật Đất đai",)
    assert score.accuracy("number") == score.accuracy("date") == 1


def test_wrong_values_are_named():
    score = compare(TEXT, find(TEXT), [GOLD | {"date": "2023-08-15"}])
    assert score.accuracy("date") == 0
    assert "2023-08-14" in score.differing[0]


def test_totals_add_up():
    score = compare(TEXT, find(TEXT), [GOLD])
    assert total([score, score]).found == 4
    assert total([]).f1 == 1


def test_gained_and_lost():
    assert changes(["a", "b", "b"], ["b", "c"]) == (("c",), ("a", "b"))
