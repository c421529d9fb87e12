"""How often something is reported, and to whom."""

import pytest

from danbiet.model import Recurrence
from danbiet.oblige.reporting import recurrences, reported_to


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("Định kỳ hằng tháng, hằng quý báo cáo UBND huyện", ["monthly", "quarterly"]),
        ("Báo cáo 6 tháng, năm hoặc đột xuất", ["6-month", "annual", "ad-hoc"]),
        ("Tổng hợp, đánh giá kết quả thực hiện Kế hoạch hằng năm.", ["annual"]),
        ("Tổ chức đánh giá, báo cáo kết quả thực hiện Đề án hàng năm và tổng kết", ["annual"]),
        ("Xây dựng kế hoạch kiểm tra hằng năm theo quy định", []),
        ("Phân loại, đóng gói sản phẩm theo yêu cầu thị trường; báo cáo kết quả", []),
        ("Báo cáo theo yêu cầu của UBND tỉnh", ["ad-hoc"]),
        ("định kỳ Năm 2025, hằng năm", ["annual"]),
    ],
)
def test_how_often(text, repeats):
    assert list(recurrences(text)) == [Recurrence(repeat) for repeat in repeats]


@pytest.mark.parametrize(
    ("text", "to", "via"),
    [
        ("Báo cáo UBND huyện (qua Phòng Nội vụ) trước ngày 15/12.", "UBND huyện", "Phòng Nội vụ"),
        ("Tổng hợp, gửi Sở Nội vụ để tổng hợp.", "Sở Nội vụ", None),
        ("Gửi UBND các xã để thực hiện.", None, None),
        ("Báo cáo cấp có thẩm quyền xem xét.", None, None),
    ],
)
def test_to_whom(text, to, via):
    assert reported_to(text) == (to, via)
