"""Whom a label or a cell of leaders names."""

import pytest

from danbiet import parse
from danbiet.model import PartialDate
from danbiet.oblige import read
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


def test_a_label_of_its_own_number_leads_no_task_that_has_a_leader():
    text = (
        "## II. NHIỆM VỤ\n\n1. Rà soát hộ nghèo.\n\n- Đơn vị chủ trì: Văn phòng.\n\n"
        "2. Kiểm tra chợ.\n\n- Đơn vị chủ trì: Công an xã.\n\n3. Phân công: Đồng chí Nguyễn Văn A phụ trách chung.\n"
    )
    duties = read(parse.read_blocks(text), year=2025, issued=PartialDate(2025, 3, 10))
    assert [duty.unit for duty in duties] == ["Văn phòng", "Công an xã"]
