"""What one printed line of a letterhead is."""

from __future__ import annotations

import pytest

from danbiet.draft import words
from danbiet.model import PartialDate


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Số: 124/KH-UBND", "124/KH-UBND"),
        ("Số:      /KH-UBND", "/KH-UBND"),
        ("Số: ....../KH-UBND", "/KH-UBND"),
        ("Số: …./KH-UBND", "/KH-UBND"),
        ("Số 04-KH/BCĐ", "04-KH/BCĐ"),
        ("Số: 18 /2025/TT-BVHTTDL", "18/2025/TT-BVHTTDL"),
        ("Số: 66.12/2026/NQ-CP", "66.12/2026/NQ-CP"),
        ("Luật số: 119/2025/QH15", "119/2025/QH15"),
        ("Số: 1849/BGDĐT - GDPT", "1849/BGDĐT-GDPT"),
        ("Số: 12a/KH-UBND", "12a/KH-UBND"),
        ("Số: /SNV-CCHC&VTLT", "/SNV-CCHC&VTLT"),
        ("Số:", ""),
    ],
)
def test_code(line: str, code: str) -> None:
    found = words.code_of(line)
    assert found is not None
    assert found[0] == code


@pytest.mark.parametrize(
    "line", ["Số lượng thôn", "KẾ HOẠCH", "Theo Quyết định số 12/QĐ-UBND ngày 1/1/2024", ""]
)
def test_no_code(line: str) -> None:
    assert words.code_of(line) is None


@pytest.mark.parametrize(
    ("line", "date", "place"),
    [
        ("Bãi Cháy, ngày 13 tháng 3 năm 2024", PartialDate(2024, 3, 13), "Bãi Cháy"),
        ("Bãi Cháy, ngày    tháng 12 năm 2025", PartialDate(2025, 12), "Bãi Cháy"),
        ("Vĩnh Linh, ngày … tháng … năm 2025", PartialDate(2025), "Vĩnh Linh"),
        ("Hà Nội, ngày 1 tháng 2 năm 20", None, "Hà Nội"),
        ("Sông Mây, ngày 20/01/2026", PartialDate(2026, 1, 20), "Sông Mây"),
        ("Ngày 8 tháng 12 năm 2025", PartialDate(2025, 12, 8), None),
        ("Đồi, ngày 31 tháng 02 năm 2024", None, "Đồi"),
        ("TP. Hồ Chí Minh, ngày 05 tháng 01 năm 2024", PartialDate(2024, 1, 5), "TP. Hồ Chí Minh"),
    ],
)
def test_date_line(line: str, date: PartialDate | None, place: str | None) -> None:
    found = words.date_of(line)
    assert found is not None
    assert found[:2] == (date, place)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("KẾ HOẠCH", ("Kế hoạch", "")),
        ("K Ế H O Ạ C H", ("Kế hoạch", "")),
        ("KẾ HOẠCH THỰC HIỆN DÂN CHỦ", ("Kế hoạch", "THỰC HIỆN DÂN CHỦ")),
        ("THÔNG TƯ LIÊN TỊCH", ("Thông tư liên tịch", "")),
        ("Kế hoạch này có hiệu lực", None),
        ("LUẬT SƯ VIỆT NAM", ("Luật", "SƯ VIỆT NAM")),
        ("ỦY BAN NHÂN DÂN", None),
    ],
)
def test_type_name(line: str, found: tuple[str, str] | None) -> None:
    assert words.type_of(line) == found


@pytest.mark.parametrize(
    "line",
    ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHÍA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"],
)
def test_nation(line: str) -> None:
    assert words.is_nation(line)


@pytest.mark.parametrize("line", ["Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh Phúc"])
def test_motto(line: str) -> None:
    assert words.is_motto(line)
