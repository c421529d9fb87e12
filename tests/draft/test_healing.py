"""What a page broke is joined."""

from __future__ import annotations

import pytest

from danbiet.draft import healing


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Công văn số 1849/BGDĐT-", "GDPT ngày", "Công văn số 1849/BGDĐT-GDPT ngày"),
        ("Chỉ thị số 05-", "CT/TW", "Chỉ thị số 05-CT/TW"),
        ("kinh tế -", "xã hội", "kinh tế - xã hội"),
        ("Quyết định số", "01/2024/QĐ-UBND", "Quyết định số 01/2024/QĐ-UBND"),
    ],
)
def test_joined(first: str, second: str, whole: str) -> None:
    assert healing.joined(first, second) == whole
