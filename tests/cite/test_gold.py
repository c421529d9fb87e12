"""The five real plans: every citation, as two readers marked them."""

import json
from pathlib import Path

import pytest

from danbiet.cite import find
from danbiet.cite.score import Score, compare, total

GOLDEN = Path(__file__).parents[1] / "golden" / "seeds.json"
ORIGINALS = Path(__file__).parents[1] / "plans" / "originals"


@pytest.fixture(scope="module")
def score() -> Score:
    gold = json.loads(GOLDEN.read_text("utf-8"))
    scores = []
    for name, plan in gold.items():
        if name != "about":
            text = (ORIGINALS / name).read_text("utf-8")
            scores.append(compare(text, find(text), plan["citations"]))
    return total(scores)


def test_every_span_is_found_and_no_other(score):
    print(
        f"\nprecision {score.precision:.4f}  recall {score.recall:.4f}  F1 {score.f1:.4f}  of {score.expected}"
    )
    assert (score.missed, score.extra) == ((), ())


@pytest.mark.parametrize("what", ["number", "date", "issuer", "type", "kind", "core"])
def test_every_value_is_right(score, what):
    print(f"\n{what} {score.accuracy(what):.4f}")
    assert score.accuracy(what) == 1, score.differing
