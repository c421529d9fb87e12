"""A symbol that cannot belong to the issuer."""

import pytest

from danbiet.check import ky_hieu_khac_co_quan as rule


def test_the_prime_ministers_symbol_under_a_province(found):
    text = "Chỉ thị số 24/CT-TTg ngày 15/11/2016 của UBND tỉnh Nghệ An; lại Chỉ thị số 24/CT-TTg của UBND tỉnh Nghệ An."
    assert found(rule, text) == [
        "cảnh báo: Chỉ thị số 24/CT-TTg ngày 15/11/2016 của UBND tỉnh Nghệ An: số 24/CT-TTg mang ký hiệu của "
        "Thủ tướng Chính phủ, còn kế hoạch ghi cơ quan ban hành là UBND tỉnh Nghệ An"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ",
        "Quyết định số 12/QĐ-UBND ngày 01/2/2024 của Chủ tịch UBND xã",
        "Nghị quyết số 45-NQ/HĐND ngày 01/2/2024 của HĐND xã",
        "Kết luận số 120-KL/TW ngày 07/01/2016 của Bộ Chính trị (khóa XI)",
        "Nghị quyết số 07-NQ/TU ngày 12/12/2023 của Hội nghị Thị ủy lần thứ 15 (khoá XXI)",
        "Nghị quyết số 10-NQ/HU ngày 12/12/2023 của Ban Thường vụ Huyện ủy",
        "Nghị quyết số 114/2025/UBTVQH15 ngày 01/2/2025 của Ủy ban Thường vụ Quốc hội",
        "Pháp lệnh số 34/2007/PL-UBTVQH11 của ủy ban Thường vụ Quốc hội",
        "Thông tư số 23/2024/TT-BTTTT ngày 31/12/2024 của Bộ Khoa học và Công nghệ",
        "Kế hoạch số 04-KH/BCĐ ngày 07/02/2024 của Ban Chỉ đạo thực hiện quy chế dân chủ ở cơ sở xã",
        "Công văn số 3637/UBND-VX ngày 01/2/2024 của UBND tỉnh",
        "Kế hoạch số 12/KH-PGDĐT ngày 01/2/2024 của Phòng Giáo dục và Đào tạo",
    ],
)
def test_symbols_that_belong(found, text):
    assert found(rule, f"Thực hiện {text}.") == []
