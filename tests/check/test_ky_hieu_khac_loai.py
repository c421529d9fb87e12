"""A type word that its own symbol contradicts."""

import pytest

from danbiet.check import ky_hieu_khac_loai as rule


def test_a_regulation_under_a_decisions_symbol(found):
    (issue,) = found(rule, "Thực hiện Quy chế số 01/2024/QĐ-UBND ngày 25/11/2024 của UBND xã.")
    assert issue.endswith("gọi là Quy chế nhưng số 01/2024/QĐ-UBND mang ký hiệu của Quyết định")


@pytest.mark.parametrize(
    "text",
    [
        "Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư",
        "Quy định số 08-QĐi/TW ngày 25/10/2018 của Ban Chấp hành Trung ương",
        "Quyết định số 12/QĐ-UBND ngày 01/2/2024 của UBND xã",
        "Luật số 10/2022/QH15",
        "Công văn số 3637/UBND-VX ngày 01/2/2024 của UBND tỉnh",
        "Chương trình số 12-CTr/TU ngày 01/2/2024 của Tỉnh ủy",
    ],
)
def test_types_and_symbols_that_agree(found, text):
    assert found(rule, f"Thực hiện {text}.") == []
