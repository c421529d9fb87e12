"""Reading costs what the text is long: twice the text takes about twice the steps, however hostile it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.tools.work import growth

from danbiet import parse
from danbiet.model import PartialDate
from danbiet.oblige import read
from danbiet.oblige.deadlines import find_deadlines

HOSTILE = [
    "(", "Giao Phòng Nội vụ chủ trì, phối hợp với (", "20/5/2024, ", "trước ngày 20/5/2024, ", "báo cáo trước 20/5 và ",
    "trong 15 ngày kể từ ngày ", "Giao Sở A, ", "các sở, ban, ngành, ", "quý I, quý II, ",
    "- Đơn vị chủ trì: Sở Y tế; ", "căn cứ Kế hoạch này, ", "UBND xã; ", "a) ", "đối với báo cáo ",
]  # fmt: skip


def reading(piece: str, length: int) -> Callable[[], object]:
    text = "## I. TỔ CHỨC THỰC HIỆN\n\nGiao Phòng Nội vụ " + (piece * length)[:length] + "\n"
    blocks = parse.read_blocks(text)
    return lambda: read(blocks, year=2024, issued=PartialDate(2024, 3, 1))


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_is_about_twice_the_work(piece: str) -> None:
    assert growth(lambda length: reading(piece, length), 4_000) < 2.6


@pytest.mark.parametrize("piece", ["Thực hiện: UBND; ", "Thời gian: 20/5; ", "(1) Giao: Sở A; "])
def test_labels_in_one_line(piece: str) -> None:
    assert growth(lambda length: reading(piece, length), 4_000) < 2.6


def cell(piece: str, length: int) -> Callable[[], object]:
    text = (piece * length)[:length]
    return lambda: find_deadlines(text, year=2024, issued=PartialDate(2024, 3, 1), label=True)


@pytest.mark.parametrize(
    "piece", ["(1) ", "; ", "nội dung a ", "1, ", "1 - ", "20/5, ", "chào mừng 20/5 ", "từ 2024 đến "]
)
def test_a_long_cell(piece: str) -> None:
    assert growth(lambda length: cell(piece, length), 4_000) < 2.6
