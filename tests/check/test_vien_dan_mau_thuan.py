"""Issuer, date and title against the register, and plans against each other."""

import pytest

from danbiet.check import vien_dan_mau_thuan as rule


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Quy định số 11-QĐi/TW ngày 18/02/2019 của Ban Chấp hành Trung ương",
            "kế hoạch ghi cơ quan ban hành là “Ban Chấp hành Trung ương”, danh mục văn bản ghi “Bộ Chính trị”",
        ),
        (
            "Nghị định số 59/2023/NĐ-CP ngày 15/8/2023 của Chính phủ",
            "kế hoạch ghi ngày 15/8/2023, danh mục văn bản ghi 14/8/2023",
        ),
        (
            "Nghị định số 99/2023/NĐ-CP ngày 15/8/2022 của Chính phủ",
            "số 99/2023/NĐ-CP là của năm 2023, ngày ghi kèm là 15/8/2022",
        ),
    ],
)
def test_both_sides_are_quoted(found, text, said):
    assert found(rule, f"Thực hiện {text}.") == [f"cảnh báo: {text}: {said}"]


def test_what_is_cited_cannot_be_later_than_the_plan(found):
    (issue,) = found(rule, "Thực hiện Kế hoạch số 9/KH-UBND ngày 15/3/2024 của UBND tỉnh.")
    assert issue.endswith("văn bản ghi ngày 15/3/2024, sau ngày ban hành kế hoạch (13/3/2024)")


def test_words_changed_inside_a_title_are_a_note(found):
    text = (
        "Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về tiếp tục tăng cường và đổi mới công tác "
        "dân vận trong các cơ quan hành chính nhà nước, chính quyền các cấp trong tình hình mới."
    )
    (issue,) = found(rule, text)
    assert issue.startswith("ghi chú")
    assert "trích yếu ghi “trong các” thay vì “của”" in issue


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện dân "
        "chủ ở cơ sở; các xã chú ý",
        "Kết luận số 120-KL/TW ngày 07/01/2016 của Bộ Chính trị về xây dựng và thực hiện Quy chế dân chủ ở cơ sở",
        "Kết luận số 120-KL/TW ngày 07/01/2016 của Bộ Chính trị (khóa XI)",
        "Quyết định số 217-QĐ/TW của Bộ Chính trị (khóa XI)",
        "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể",
        "Quyết định số 5/QĐ-UBND ngày 01/02/2024",
    ],
)
def test_a_right_or_shortened_citation_is_no_contradiction(found, text):
    assert found(rule, f"Thực hiện {text}.") == []


def test_two_plans_that_date_one_instrument_differently(found):
    one = "Kế hoạch số 99/KH-UBND ngày 01/02/2024 của UBND tỉnh."
    other = "Kế hoạch số 99/KH-UBND ngày 02/02/2024 của UBND tỉnh."
    (issue,) = found(rule, one, other)
    assert "ở đây ghi ngày 02/02/2024, plans/2024/p0.md:11 ghi ngày 01/02/2024" in issue
    assert found(rule, one, one) == []


def test_numbers_of_unknown_places_are_not_held_against_each_other(found):
    one, other = (f"Quyết định số 99/QĐ-UBND ngày {day}/02/2024 về việc khác." for day in ("01", "02"))
    assert found(rule, one, other) == []
