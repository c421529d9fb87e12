"""A table whose ruling does not fit its head is told; a good one, and a line between parts, are not."""

from __future__ import annotations

import pytest

from danbiet.check.bang_lech_cot import check

from .assigned import BODY, plan, site


@pytest.mark.parametrize(
    ("head", "ruling", "count"),
    [
        ("| STT | Việc | Đơn vị |", "|---|---|---|", 0),
        ("STT | Việc | Đơn vị", "--- | :--- | ---:", 0),
        ("| STT | Việc | Đơn vị", "|---|---", 1),
        ("| STT | Việc |", "|---|---|---|", 1),
        (r"| a \| b | c |", "|---|---|", 0),
        ("Một câu văn.", "---", 0),
        ("Một câu văn.", "", 0),
    ],
)
def test_tables(head: str, ruling: str, count: int) -> None:
    found = list(check(site(plan("2025/a", f"{BODY}{head}\n{ruling}\n| 1 | x | y |\n"))))
    assert [(issue.line, issue.quote) for issue in found] == [(14, head)] * count
