"""What is due at each deadline of a sentence: the deed with its verb, without the unit and asides."""

from pathlib import Path

import pytest
import yaml

from danbiet.oblige.deadlines import find_deadlines

GOLDEN = yaml.safe_load((Path(__file__).parents[1] / "golden/oblige/what.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["text"][:60])
def test_what_is_due(case):
    found = find_deadlines(case["text"], year=2025, issued=None)
    assert [deadline.what for deadline in found] == case["what"]


def test_a_long_deed_keeps_its_beginning():
    text = "Kiểm tra " + "việc thực hiện quy chế dân chủ, " * 12 + "xong trước ngày 15/6/2025."
    (found,) = find_deadlines(text, year=2025, issued=None)
    assert found.what.startswith("kiểm tra việc thực hiện")
    assert found.what.endswith(" …")
    assert len(found.what) <= 222
