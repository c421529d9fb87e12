"""Each form of citation against made-up sentences: tests/golden/cite/<form>.yml."""

import re
from pathlib import Path

import pytest
import yaml

from danbiet.cite import find, forms
from danbiet.cite.score import as_gold

GOLDEN = Path(__file__).parents[1] / "golden" / "cite"
CASES = [
    pytest.param(case, id=f"{path.stem}-{number}")
    for path in sorted(GOLDEN.glob("*.yml"))
    for number, case in enumerate(yaml.safe_load(path.read_text("utf-8")))
]


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("case", CASES)
def test_every_mention_and_no_other(case):
    mentions = find(case["text"])
    assert [flat(m.raw) for m in mentions] == [expected["raw"] for expected in case["mentions"]]
    for mention, expected in zip(mentions, case["mentions"], strict=True):
        read = as_gold(mention) | {
            "raw": flat(mention.raw),
            "provision": mention.provision,
            "repairs": [repair.kind for repair in mention.repairs],
        }
        assert {key: read[key] for key in expected} == expected
        assert case["text"][mention.start : mention.end] == mention.raw


def test_each_form_has_its_golden_file():
    pieces = {path.stem for path in Path(forms.__file__).parent.glob("*.py")} - {"__init__"}
    assert pieces <= {path.stem for path in GOLDEN.glob("*.yml")}
