"""Misspelt numbers and symbols."""

import pytest

from danbiet.check import so_ky_hieu_viet_sai as rule


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nghị quyết sô 45/NQ-HĐND ngày 01/2/2024 của HĐND xã", "chữ “số” viết thành “sô”"),
        ("Quyết định số181/QĐ-UBND ngày 29/12/2023 của UBND xã", "thiếu dấu cách sau chữ “số”"),
        ("Kết luận số 114 -KL/TW ngày 14/7/2015 của Ban Bí thư", "thừa dấu cách trong số, ký hiệu"),
        ("Nghị quyết số 45-NQ/HĐND ngày 01/2/2024 của HĐND xã", "số, ký hiệu viết theo lối văn bản của Đảng"),
    ],
)
def test_slips_are_notes(found, text, said):
    (issue,) = found(rule, f"Thực hiện {text}.")
    assert issue.startswith(f"ghi chú: {text}: {said}")


def test_a_symbol_one_letter_off_is_a_warning(found):
    (issue,) = found(rule, "Thực hiện Quyết định số 181/QĐ-UNBD ngày 29/12/2023 của UBND xã.")
    assert issue.startswith("cảnh báo")
    assert "có lẽ là “UBND”" in issue


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 181/QĐ-UBND ngày 29/12/2023 của UBND xã",
        "Quyết định 181/QĐ-UBND ngày 29/12/2023 của UBND xã",
        "Kết luận số 114-KL/TW ngày 14/7/2015 của Ban Bí thư",
        "Quyết định số 866-\nQĐ/TU ngày 31/12/2021 của Tỉnh ủy",
        "Kế hoạch số 04-KH/BCĐ ngày 07/02/2024 của Ban Chỉ đạo xã",
    ],
)
def test_right_spellings_and_a_pages_line_ends(found, text):
    assert found(rule, f"Thực hiện {text}.") == []


def test_two_slips_of_one_number_are_given_one_spelling(site_of):
    site = site_of("Thực hiện Nghị quyết sô 45-NQ/HĐND ngày 01/2/2024 của HĐND xã.")
    assert [issue.remedy for issue in rule.check(site)] == [
        "Viết “số 45/NQ-HĐND”",
        "Đối chiếu với bản gốc; theo Nghị định 30/2020/NĐ-CP thường là “45/NQ-HĐND”",
    ]
