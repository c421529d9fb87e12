"""Where the index holds what, and whether a word may go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

# Two plans of two pieces and one, two instruments, a unit; three files of pairs.
ENGINE = """(() => {
  contents = { v: "x", p: [2, 1], n: [2, 1], r: 24, y: [], c: "|dan chu|", s: "", b: "|doi t|doi thanh" };
  const engine = new Engine("../"), files = {
    b0: { dan: "~chu|a,r:x~chung|a,s:y" }, b1: { doi: "~tha|dos,r:x" }, b2: { doi: "~thanh|dos,f:x~thoai|dos,j:x" },
  };
  engine.file = name => { asked.push(name); return Promise.resolve(files[name] || {}); };
  const asked = engine.asked = [];
  engine.ready();
  return engine;
})()"""


def test_documents_are_numbered_pieces_first(run: Callable[..., Any]) -> None:
    told = run(f"() => {{ const e = {ENGINE}; return [0, 1, 2, 3, 5].map(d => [e.plan(d), e.kind(d)]); }}")
    assert told == [[0, "ke-hoach"], [0, "ke-hoach"], [1, "ke-hoach"], [-1, "van-ban"], [-1, "don-vi"]]


def test_what_is_common_is_known_whole(run: Callable[..., Any]) -> None:
    assert run(f"() => ['dan chu', 'dan', 'chu'].map({ENGINE}.isCommon)") == [True, False, False]


@pytest.mark.parametrize(
    ("query", "whole"),
    [
        ("đối thoại", True),
        ("dân chu", False),  # goes on in its file
        ("đối tha", False),  # goes on in the next
        ("đối thoại ", False),  # another word may follow
        ("đối", False),  # alone it tells too little
        ("59/2023", False),
    ],
)
def test_a_word_is_whole_where_nothing_goes_on_from_it(
    run: Callable[..., Any], query: str, whole: bool
) -> None:
    assert run(f"q => {ENGINE}.expect(q)", query) == whole


def test_expecting_fetches_only_what_is_looked_up(run: Callable[..., Any]) -> None:
    asked = run(
        f"async q => {{ const e = {ENGINE}; await e.expect(q); return e.asked; }}", "dân chủ đối thoại"
    )
    assert asked == ["b0", "b0", "b2"]
