"""Mentions that say too little to tell which instrument is meant."""

from danbiet.check import vien_dan_nhieu_van_ban as rule


def test_the_candidates_are_named(found):
    assert found(rule, "Thực hiện Chỉ thị số 33/CT-TTg của Thủ tướng Chính phủ.") == [
        "ghi chú: Chỉ thị số 33/CT-TTg của Thủ tướng Chính phủ: chưa đủ để biết có phải là "
        "Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ"
    ]


def test_a_full_citation_is_not_ambiguous(found):
    assert found(rule, "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ.") == []
