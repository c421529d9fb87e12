"""First mentions without a date or an issuer."""

import pytest

from danbiet.check import vien_dan_thieu_ngay_co_quan as rule


def test_what_is_missing_is_named_once(found):
    text = "Căn cứ Nghị định số 04/2015/NĐ-CP; Nghị định số 04/2015/NĐ-CP; kết luận số 01 của Bộ Chính trị."
    assert found(rule, text) == [
        "ghi chú: Nghị định số 04/2015/NĐ-CP: viện dẫn lần đầu mà không ghi ngày ban hành và cơ quan ban hành",
        "ghi chú: kết luận số 01 của Bộ Chính trị: viện dẫn lần đầu mà không ghi ký hiệu và ngày ban hành",
    ]


def test_the_register_says_what_to_add(site_of):
    (issue,) = rule.check(site_of("Căn cứ Nghị định số 145/2020/NĐ-CP của Chính phủ."))
    assert issue.remedy == "Ghi thêm “ngày 14/12/2020”"


@pytest.mark.parametrize(
    "text",
    [
        "Luật số 10/2022/QH15; Luật Đất đai; Hiến pháp; Pháp lệnh số 34/2007/PL-UBTVQH11",
        "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ; theo Nghị định số 59/2023/NĐ-CP",
        "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số 05-CT/TW về học tập",
        "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị",
    ],
)
def test_what_needs_neither(found, text):
    assert found(rule, f"Căn cứ {text}.") == []
