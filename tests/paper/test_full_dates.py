"""A printed deadline with its whole date, as paper needs it."""

from __future__ import annotations

import pytest

from danbiet.model import Deadline
from danbiet.oblige.deadlines import find_deadlines
from danbiet.paper.full_dates import comes_back, full


def deadline(text: str) -> Deadline:
    (found,) = find_deadlines(text, year=2024, issued=None)
    raw = text[found.start : found.end]
    return Deadline(
        raw=raw, start=found.start, end=found.end, when=found.when, due=found.due, basis=found.basis
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Báo cáo trước ngày 10/5", "trước ngày 10/5/2024"),
        ("Báo cáo trước ngày 05/02", "trước ngày 05/02/2024"),
        ("Báo cáo trước ngày 10/5/2024", "trước ngày 10/5/2024"),
        ("Báo cáo (*trước ngày 31/10*)", "trước ngày 31/10/2024"),
        ("Báo cáo trước ngày 15/01 năm sau", "trước ngày 15/01/2025 năm sau"),
        ("Báo cáo trước ngày 15 tháng 6", "trước ngày 15 tháng 6 năm 2024"),
        ("Báo cáo chậm nhất là ngày 15 tháng 12 năm 2024", "chậm nhất là ngày 15 tháng 12 năm 2024"),
        ("Mở đợt cao điểm từ ngày 01/5 đến ngày 31/5/2024", "từ ngày 01/5 đến ngày 31/5/2024"),
        ("Rà soát, hoàn thành trong quý II", "hoàn thành trong quý II (chậm nhất 30/6/2024)"),
        ("Báo cáo vào ngày 31 hàng tháng", "ngày 31 hằng tháng"),
        ("Báo cáo trước ngày 20 hàng tháng", "trước ngày 20 hằng tháng"),
        (
            "Báo cáo trong vòng 05 ngày làm việc kể từ ngày kết thúc hội nghị",
            "trong vòng 05 ngày làm việc kể từ ngày kết thúc hội nghị",
        ),
    ],
)
def test_nothing_is_left_to_be_guessed(text: str, said: str) -> None:
    assert full(deadline(text)) == said


def test_a_day_of_each_month_comes_back() -> None:
    assert comes_back(deadline("Báo cáo trước ngày 20 hàng tháng"))
    assert not comes_back(deadline("Báo cáo trước ngày 20/5"))
