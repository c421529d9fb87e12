"""What is said of a printed deadline: the plan's words, and only what is not in them."""

from __future__ import annotations

from datetime import date

import pytest

from danbiet.oblige.deadlines import find_deadlines
from danbiet.pages.understood import told
from danbiet.pages.views import DueView
from danbiet.progress import state_of


def due_view(raw: str, day: date | None, basis: str, *, recurring: bool = False) -> DueView:
    state = state_of(day, date(2025, 1, 1), (), body_reports=False)
    return DueView(raw=raw, day=day, basis=basis, what="", state=state, reports=(), recurring=recurring)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Báo cáo trước ngày 31/10", "Kế hoạch ghi “trước ngày 31/10”; hiểu là năm 2025"),
        ("Báo cáo trước ngày 31/10/2025", "Kế hoạch ghi “trước ngày 31/10/2025”"),
        ("Báo cáo trước ngày 15/01 năm sau", "Kế hoạch ghi “trước ngày 15/01 năm sau”; hiểu là năm 2026"),
        ("Rà soát trong quý II", "Kế hoạch ghi “trong quý II”; hiểu là hết ngày 30/6/2025"),
        (
            "Báo cáo trong 15 ngày kể từ ngày 01/7/2025",
            "Kế hoạch ghi “trong 15 ngày kể từ ngày 01/7/2025”; cách tính: 15 ngày kể từ 01/7/2025",
        ),
        (
            "Báo cáo trong vòng 05 ngày làm việc kể từ ngày kết thúc hội nghị",
            "Kế hoạch ghi “trong vòng 05 ngày làm việc kể từ ngày kết thúc hội nghị”; "
            "không tính được: văn bản không cho biết ngày bắt đầu tính",
        ),
        ("Báo cáo trước ngày 20 hàng tháng", "Kế hoạch ghi “trước ngày 20 hàng tháng”"),
    ],
)
def test_the_words_and_what_is_not_in_them(text: str, said: str) -> None:
    (found,) = find_deadlines(text, year=2025, issued=None)
    assert told(due_view(text[found.start : found.end], found.due, found.basis)) == said


def test_of_a_series_the_months_that_are_meant_are_told() -> None:
    basis = "mỗi tháng của năm 2025; tháng nào không có ngày 31 thì lấy ngày cuối tháng"
    one = due_view("vào ngày 31 hàng tháng", date(2025, 2, 28), basis, recurring=True)
    assert told(one) == f"Kế hoạch ghi “vào ngày 31 hàng tháng”; hiểu là {basis}"


def test_without_words_nothing_is_said() -> None:
    assert told(due_view("", None, "")) == ""
