"""The small index of names: there while it is small, readable by lunr, folded."""

from __future__ import annotations

from typing import Any

from danbiet.search import names


def test_names_are_folded_before_lunr_sees_them() -> None:
    made: Any = names.index([(7, "Ủy ban Mặt trận Tổ quốc"), (9, "Trạm Y tế")])
    assert made is not None
    assert {term for term, _ in made["invertedIndex"]} == {
        "uy",
        "ban",
        "mat",
        "tran",
        "to",
        "quoc",
        "tram",
        "y",
        "te",
    }
    assert made["pipeline"] == []
    assert {ref for ref, _ in made["fieldVectors"]} == {"n/7", "n/9"}


def test_too_many_names_make_no_index() -> None:
    assert names.index((i, f"Đơn vị {i} của xã số {i * 7}") for i in range(4000)) is None
    assert names.index([]) is None
