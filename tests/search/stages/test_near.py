"""Words near to what was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("thoai", "thoai", 0),
        ("thaoi", "thoai", 1),
        ("toai", "thoai", 1),
        ("thoaij", "thoai", 1),
        ("ab", "ba", 1),
        ("a", "abcd", 9),
    ],
)
def test_distance(run: Callable[..., Any], one: str, other: str, steps: int) -> None:
    assert run("([a, b]) => distance(a, b)", [one, other]) == steps


@pytest.mark.parametrize(
    ("typed", "meant"), [("ddoois", "doi"), ("thoaij", "thoai"), ("dduwowcj", "duoc"), ("ban", "ban")]
)
def test_telex_keys_are_undone(run: Callable[..., Any], typed: str, meant: str) -> None:
    assert run("k => telex(k)", typed) == meant


def test_the_nearest_word_comes_first_and_of_equals_the_more_frequent(run: Callable[..., Any]) -> None:
    near = "([key, all]) => nearKeys(key, spelled(all)).map(c => c.key)"
    assert run(near, ["thaoi", "đối đội thoại thao thổi kỹ"])[:1] == ["thoai"]
    assert run(near, ["doc", "đội đòi đo"]) == ["doi", "do"]


def test_a_vocabulary_is_gathered_by_key(run: Callable[..., Any]) -> None:
    assert run("all => Array.from(spelled(all))", "đối đội kỹ kĩ") == [
        ["doi", ["đối", "đội"]],
        ["ki", ["kỹ", "kĩ"]],
    ]
