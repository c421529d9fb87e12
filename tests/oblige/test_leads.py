"""Whom a label or a cell of leaders names."""

import pytest

from danbiet.oblige.leads import named_units


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("Sở Y tế", ("Sở Y tế",)),
        ("Tổ giám sát số 1.", ("Tổ giám sát số 1",)),
        ("(1) Sở Y tế; (2) Sở Nội vụ", ("Sở Y tế", "Sở Nội vụ")),
        ("UBND xã, phường nơi đặt kho; hoàn thành trước 15/8/2025", ("UBND xã, phường nơi đặt kho",)),
        ("Ban công tác Mặt trận các thôn thực hiện xong trước 30/6", ("Ban công tác Mặt trận các thôn",)),
        ("Đảng bộ xã đã hoàn thành 100% nhiệm vụ", ()),
        ("Các thôn đạt 95%", ()),
        ("UBND xã 80 triệu, các thôn 20 triệu", ()),
        ("Đồng chí Nguyễn Văn A làm Trưởng ban", ()),
        ("", ()),
    ],
)
def test_named_units(words, units):
    assert named_units(words) == units


def test_a_cell_of_counters_alone_names_nobody_and_ends():
    assert named_units("(1) " * 2000) == ()
