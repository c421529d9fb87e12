"""The five plans: every obligation of the two readers' gold file, and nothing else."""

import json
import re
from pathlib import Path

import pytest

from danbiet.oblige import read
from danbiet.parse import read_blocks

TESTS = Path(__file__).parents[1]
GOLD = json.loads((TESTS / "golden" / "seeds.json").read_text("utf-8"))
FILES = sorted(name for name in GOLD if name != "about")


def bare(text):
    return re.sub(r"[\s*]+", "", text)


def flat_offset(text, offset):
    """The offset in the text with every run of white space as one space, as the gold file counts."""
    return len(re.sub(r"\s+", " ", text[:offset]))


def read_file(name):
    text = (TESTS / "plans" / "originals" / name).read_text("utf-8")
    facts = GOLD[name]["metadata"]
    return text, read(read_blocks(text), year=facts["year"], issued=None)


def as_said(duty):
    return {
        "section": duty.section,
        "section_kind": duty.section_kind,
        "unit": duty.unit,
        "text": bare(duty.text),
        "deadlines": [(d.raw, d.when, d.what) for d in duty.deadlines],
        "recurrence": [r.value for r in duty.recurrence],
        "reports_to": duty.reports_to,
        "via": duty.via,
    }


def as_gold(entry):
    kept = {key: entry[key] for key in ("section", "section_kind", "unit", "recurrence", "reports_to", "via")}
    return kept | {
        "text": bare(entry["text"]),
        "deadlines": [(d["raw"], d["when"], d["what"]) for d in entry["deadlines"]],
    }


@pytest.mark.parametrize("name", FILES)
def test_every_obligation_and_nothing_else(name):
    _, duties = read_file(name)
    assert [as_said(duty) for duty in duties] == [as_gold(entry) for entry in GOLD[name]["obligations"]]


@pytest.mark.parametrize("name", FILES)
def test_spans_are_those_of_the_gold_file(name):
    text, duties = read_file(name)
    for duty, entry in zip(duties, GOLD[name]["obligations"], strict=True):
        assert abs(flat_offset(text, duty.start) - entry["start"]) <= 1
        assert abs(flat_offset(text, duty.end) - entry["end"]) <= 2
        for deadline in duty.deadlines:
            assert bare(text[deadline.start : deadline.end]) == bare(deadline.raw)


def test_seven_printed_deadlines_with_their_days():
    found = {
        (duty.deadlines[k].when, str(duty.deadlines[k].due))
        for name in FILES
        for duty in read_file(name)[1]
        for k in range(len(duty.deadlines))
    }
    assert found == {
        ("--10-31", "2025-10-31"),
        ("2024-03-20", "2024-03-20"),
        ("--05-10", "2024-05-10"),
        ("--11-10", "2024-11-10"),
        ("2024-05-20", "2024-05-20"),
        ("2024-10-01", "2024-10-01"),
        ("2024-03-12", "2024-03-12"),
    }
