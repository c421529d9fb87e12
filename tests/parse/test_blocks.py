"""Blocks of small texts: each case of tests/golden/parse is a text and the blocks that must come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from danbiet.parse import read_blocks

GOLDEN = Path(__file__).parents[1] / "golden" / "parse"
CASES = [
    pytest.param(case, id=f"{file.stem}-{case['name']}")
    for file in sorted(GOLDEN.glob("*.yml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_blocks(case: dict[str, Any]) -> None:
    found = [
        " | ".join([block.kind.value, block.section, block.mark, block.text])
        for block in read_blocks(case["text"])
    ]
    assert found == case["blocks"]
    if "anchors" in case:
        assert [block.anchor for block in read_blocks(case["text"])] == case["anchors"]
    if "attributes" in case:
        assert [dict(block.attributes) for block in read_blocks(case["text"])] == case["attributes"]
    if "levels" in case:
        assert [block.level for block in read_blocks(case["text"])] == case["levels"]
