"""Numbers and dates as they are spoken."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danbiet.paper.speech import spoken, spoken_date, spoken_number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (2024, "hai nghìn không trăm hai mươi tư"),
        (2000, "hai nghìn"),
        (2005, "hai nghìn không trăm linh năm"),
        (1_000_000, "một triệu"),
        (1_234_567, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"),
    ],
)
def test_numbers(number: int, words: str) -> None:
    assert spoken_number(number) == words


@given(st.integers(0, 10**12 - 1))
def test_every_number_is_said_differently_and_without_digits(number: int) -> None:
    words = spoken_number(number)
    assert not any(c.isdigit() for c in words)
    assert "  " not in words
    assert words == words.strip()


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=2, unique=True))
def test_two_numbers_never_sound_alike(numbers: list[int]) -> None:
    assert spoken_number(numbers[0]) != spoken_number(numbers[1])


def test_dates() -> None:
    assert spoken_date(date(2024, 5, 20)) == "ngày hai mươi tháng năm năm hai nghìn không trăm hai mươi tư"
    assert spoken_date(date(2025, 4, 1)) == "ngày mùng một tháng tư năm hai nghìn không trăm hai mươi lăm"


def test_a_sentence() -> None:
    assert spoken("Gửi UBND phường trước ngày 10/5, gồm 2 báo cáo.") == (
        "Gửi Ủy ban nhân dân phường trước ngày mùng mười tháng năm, gồm hai báo cáo."
    )
    assert spoken("Nghị định số 59/2023/NĐ-CP của Chính phủ") == "Nghị định số năm mươi chín của Chính phủ"
