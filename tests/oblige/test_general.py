"""No rule knows a plan by its words: other bodies, other numbers, other units give the same reading."""

from pathlib import Path

import pytest

from danbiet.oblige import read
from danbiet.parse import read_blocks

ORIGINALS = Path(__file__).parents[1] / "plans" / "originals"

# From the five plans to an invented ward: bodies, units, numbers and days.
RENAMED = {
    "Thanh Miện": "Phú Lộc",
    "Vĩnh Linh": "Mường Thanh",
    "Bãi Cháy": "Vạn Phúc",
    "Phổ Minh": "Tân Thới",
    "Chí Minh": "Đại Đồng",
    "Phòng Nội vụ": "Phòng Tư pháp",
    "Phòng nội vụ": "Phòng Tư pháp",
    "phòng nội vụ": "phòng tư pháp",
    "Văn hóa thông tin": "Lao động thương binh",
    "Bộ phận Văn phòng": "Bộ phận Tài chính",
    "Văn phòng – Thống kê": "Địa chính – Xây dựng",
    "Văn phòng-Thống kê": "Địa chính-Xây dựng",
    "Văn phòng Đảng uỷ - nội vụ": "Tư pháp - hộ tịch",
    "Văn hóa – Xã hội": "Kinh tế – Hạ tầng",
    "31/10": "25/11",
    "20/3/2024": "17/4/2024",
    "120-KL/TW": "77-KL/TW",
}


def rename(text):
    for old, new in RENAMED.items():
        text = text.replace(old, new)
    return text


def shape(text):
    duties = read(read_blocks(text), year=2024, issued=None)
    return [
        (
            duty.section,
            duty.section_kind,
            rename(duty.unit or ""),
            len(duty.deadlines),
            duty.recurrence,
            rename(duty.reports_to or ""),
            rename(duty.via or ""),
        )
        for duty in duties
    ]


@pytest.mark.parametrize("path", sorted(ORIGINALS.glob("*.txt")), ids=lambda path: path.stem)
def test_renamed_plan_reads_the_same(path):
    text = path.read_text("utf-8")
    assert shape(rename(text)) == shape(text)
    assert rename(text) != text


def test_words_of_the_plans_are_not_in_the_data():
    folder = Path(read.__globals__["__file__"]).parent
    written = "".join(file.read_text("utf-8") for file in folder.rglob("*") if file.suffix in {".py", ".yml"})
    for name in ("Thanh Miện", "Vĩnh Linh", "Bãi Cháy", "Phổ Minh", "Đức Phổ", "Hạ Long", "Tứ Kỳ"):
        assert name not in written
