"""Reading costs what the text is long: twice the text asks for about twice the calls, however hostile it is.

Calls are counted, not seconds, so that a busy machine tells nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from danbiet import parse
from danbiet.model import PartialDate
from danbiet.oblige import read

HOSTILE = [
    "(", "Giao Phòng Nội vụ chủ trì, phối hợp với (", "20/5/2024, ", "trước ngày 20/5/2024, ", "báo cáo trước 20/5 và ",
    "trong 15 ngày kể từ ngày ", "Giao Sở A, ", "các sở, ban, ngành, ", "quý I, quý II, ",
    "- Đơn vị chủ trì: Sở Y tế; ", "căn cứ Kế hoạch này, ", "UBND xã; ", "a) ", "đối với báo cáo ",
]  # fmt: skip


def calls(work: Callable[[], object]) -> int:
    """How many calls, of Python's and C's functions, ``work`` makes."""
    made = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_is_about_twice_the_work(piece: str) -> None:
    def cost(length: int) -> int:
        text = "## I. TỔ CHỨC THỰC HIỆN\n\nGiao Phòng Nội vụ " + (piece * length)[:length] + "\n"
        blocks = parse.read_blocks(text)
        return calls(lambda: read(blocks, issuer="UBND xã", year=2024, issued=PartialDate(2024, 3, 1)))

    cost(500)  # what is compiled and read once
    assert cost(8_000) < 2.6 * cost(4_000) + 5_000
