"""Printed marks, and words that only look like them."""

from __future__ import annotations

import pytest

from danbiet.parse.marks import read_mark


@pytest.mark.parametrize(
    ("words", "printed", "token"),
    [
        ("I. MỤC ĐÍCH", "I.", "I"),
        ("IX. Kinh phí", "IX.", "IX"),
        ("II/ NỘI DUNG", "II/", "II"),
        ("III- TỔ CHỨC", "III-", "III"),
        ("1. Mục đích", "1.", "1"),
        ("1.Mục đích", "1.", "1"),
        ("12) Việc", "12)", "12"),
        ("2.1. Việc", "2.1.", "2.1"),
        ("2.1 Việc", "2.1", "2.1"),
        ("a) việc", "a)", "a"),
        ("đ) việc", "đ)", "đ"),
        ("(1) Việc", "(1)", "(1)"),
        ("A. Kết quả", "A.", "A"),
        ("- việc", "-", ""),
        ("+ việc", "+", ""),
        ("-Việc", "-", ""),
        ("Điều 5. Phạm vi", "Điều 5.", "Điều 5"),
        ("ĐIỀU 5: Phạm vi", "ĐIỀU 5:", "Điều 5"),
        ("Điều 5a. Phạm vi", "Điều 5a.", "Điều 5a"),
        ("CHƯƠNG II", "CHƯƠNG II", "Chương II"),
        ("Chương II TỔ CHỨC THỰC HIỆN", "Chương II", "Chương II"),
        ("Phần thứ nhất", "Phần thứ nhất", "Phần thứ nhất"),
        ("Phụ lục I", "Phụ lục I", "Phụ lục I"),
    ],
)
def test_marks(words: str, printed: str, token: str) -> None:
    mark = read_mark(words)
    assert mark is not None
    assert (mark.printed, mark.token) == (printed, token)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "14/8/2023 của",
        "2024. Năm",
        "5.5 tạ",
        "30.000 đồng",
        "Điều 5 của Luật",
        "Chương II Nghị định này",
        "IV",
        "a",
        "1",
        "Việc 1. Hai",
        "09 tháng",
        "-5 độ",
        "Mục 1 Chương này nêu",
        "điều 5. phạm vi",
        "VI phạm",
        "XI) về",
    ],
)
def test_not_marks(words: str) -> None:
    assert read_mark(words) is None
