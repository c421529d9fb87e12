"""Whole plans of our own, in the styles of many offices: golden duties."""

import re
from pathlib import Path

import pytest
import yaml

from danbiet.model import PartialDate
from danbiet.oblige import read
from danbiet.parse import read_blocks

FOLDER = Path(__file__).parents[1] / "golden" / "oblige"
FILES = sorted(FOLDER.glob("plan-*.yml"))


def said(duty):
    """A duty as the golden files write it."""
    row = {"section": duty.section, "unit": duty.unit, "begins": " ".join(duty.text.split()[:6])}
    if duty.section_kind == "content":
        row["kind"] = "content"
    if duty.deadlines:
        row["deadlines"] = [f"{d.raw} → {d.due}" for d in duty.deadlines]
    if duty.recurrence:
        row["recurrence"] = [r.value for r in duty.recurrence]
    for name in ("reports_to", "via"):
        if getattr(duty, name):
            row[name] = getattr(duty, name)
    return row


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_duties_of(path):
    case = yaml.safe_load(path.read_text("utf-8"))
    issued = PartialDate(*map(int, str(case["issued"]).split("-")))
    duties = read(
        read_blocks(case["text"]),
        year=case["year"],
        issued=issued,
        subject=case.get("subject", ""),
    )
    assert [said(duty) for duty in duties] == case["duties"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_receipts_stand_in_the_text(path):
    text = yaml.safe_load(path.read_text("utf-8"))["text"]
    for duty in read(read_blocks(text), year=2025, issued=None):
        shown = re.sub(r"[\s*\\|]+", "", text[duty.start : duty.end])
        assert re.sub(r"[\s|]+", "", duty.text) in shown
        for deadline in duty.deadlines:
            assert re.sub(r"\s+", "", deadline.raw) == re.sub(
                r"[\s*]+", "", text[deadline.start : deadline.end]
            )
