"""How a finding is printed: where one can go to it, and a remedy that is a sentence."""

from __future__ import annotations

import click
from tests.conftest import ROOT, TODAY

from danbiet.check import RULES
from danbiet.check.engine import run
from danbiet.cli.report import as_text
from danbiet.issues import Issue, Severity
from danbiet.site import load


def issue(**facts: object) -> Issue:
    made = {"rule": "x", "severity": Severity.NOTE, "path": "a.yml", "message": "điều gì", "remedy": "sửa đi"}
    return Issue(**{**made, **facts})  # type: ignore[arg-type]


def test_a_remedy_begins_a_sentence() -> None:
    assert click.unstyle(as_text([issue(line=3, column=4)])) == "a.yml:3:4 ghi chú điều gì. Sửa đi. [x]"


def test_a_finding_about_a_whole_file_names_no_line() -> None:
    assert click.unstyle(as_text([issue(line=0, column=0)])) == "a.yml ghi chú điều gì. Sửa đi. [x]"


def test_every_rule_says_its_remedy_as_a_sentence() -> None:
    found = run(load(ROOT, TODAY))
    assert len({one.rule for one in found}) > len(RULES) // 4
    assert [one.remedy for one in found if not one.remedy[:1].isupper()] == []
