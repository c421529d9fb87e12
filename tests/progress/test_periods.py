"""Kỳ in every spelling."""

from __future__ import annotations

from datetime import date

import pytest

from danbiet.progress.periods import normal, span


@pytest.mark.parametrize(
    ("written", "expected", "first", "last"),
    [
        ("2024-05-20", "2024-05-20", date(2024, 5, 20), date(2024, 5, 20)),
        ("ngày 20/5/2024", "2024-05-20", date(2024, 5, 20), date(2024, 5, 20)),
        ("tháng 2/2024", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("Tháng 12 năm 2025", "2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("quý II/2024", "2024-Q2", date(2024, 4, 1), date(2024, 6, 30)),
        ("QUÝ 4 NĂM 2024", "2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
        ("06 tháng đầu năm 2024", "2024-H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("6 tháng cuối năm 2024", "2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        ("9 tháng năm 2024", "2024-9M", date(2024, 1, 1), date(2024, 9, 30)),
        ("năm 2024", "2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_normal(written: str, expected: str, first: date, last: date) -> None:
    assert normal(written) == expected
    assert normal(expected) == expected
    assert span(expected) == (first, last)


@pytest.mark.parametrize(
    "written", ["", "hôm qua", "2024-13", "31/2/2024", "quý V/2024", "20/5", "0000", "quý I/0000"]
)
def test_what_is_no_period(written: str) -> None:
    assert normal(written) is None
