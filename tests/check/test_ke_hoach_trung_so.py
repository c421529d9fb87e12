"""One plan under two names is told once; the same number on another day, of another body, is not."""

from __future__ import annotations

import pytest

from danbiet.check.ke_hoach_trung_so import check

from .assigned import BODY, plan, site


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ({}, 1),
        ({"number": "5 /KH - UBND"}, 1),
        ({"issued": "2025-04-10"}, 0),
        ({"issued": ""}, 0),
        ({"number": "6/KH-UBND"}, 0),
        ({"issuer": "UBND xã Mẫu Hai"}, 0),
    ],
)
def test_numbers(other: dict[str, str], count: int) -> None:
    found = list(check(site(plan("2025/a", BODY), plan("2025/b", BODY, **other))))
    assert [(issue.path, issue.line) for issue in found] == [("plans/2025/b.md", 3)] * count
    assert all("plans/2025/a.md" in issue.message and "10/3/2025" in issue.message for issue in found)
