"""Letterhead, closing and body read from paragraphs."""

from __future__ import annotations

import pytest

from danbiet.draft.body import to_markdown
from danbiet.draft.closing import read_closing
from danbiet.draft.issuer import infer_issuer
from danbiet.draft.letterhead import Reading, read_head
from danbiet.draft.record import Head, Para, Table
from danbiet.model import Signer


def paras(text: str) -> list[Para | Table]:
    return [
        Para(text=line.strip("*"), bold=line.startswith("*")) for line in text.strip().splitlines() if line
    ]


@pytest.mark.parametrize(
    ("lines", "parent", "issuer"),
    [
        ("UBND THÀNH PHỐ HẠ LONG\nỦY BAN NHÂN DÂN\nPHƯỜNG BÃI CHÁY", "UBND THÀNH PHỐ HẠ LONG", "ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY"),
        ("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", None, "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"),
        ("ỦY BAN NHÂN DÂN\nTỈNH A\n*SỞ NỘI VỤ*", "ỦY BAN NHÂN DÂN TỈNH A", "SỞ NỘI VỤ"),
        ("BỘ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH", None, "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
        ("ĐẢNG BỘ TỈNH A\nHUYỆN ỦY B", "ĐẢNG BỘ TỈNH A", "HUYỆN ỦY B"),
        ("UBND HUYỆN A\nTRƯỜNG TIỂU HỌC\nSỐ 2 B", "UBND HUYỆN A", "TRƯỜNG TIỂU HỌC SỐ 2 B"),
    ],
)  # fmt: skip
def test_agencies(lines: str, parent: str | None, issuer: str) -> None:
    reading, _rest = read_head(paras(f"{lines}\nSố: 1/KH-X\nKẾ HOẠCH\nTên kế hoạch"))
    assert (reading.head.parent_body, reading.head.issuer) == (parent, issuer)


def test_lines_of_no_field_stay_in_the_body_with_a_doubt() -> None:
    reading, rest = read_head(
        paras("DỰ THẢO\nỦY BAN NHÂN DÂN XÃ A\nSố: 1/KH-UBND\nKẾ HOẠCH\nTên\nCăn cứ Luật A;")
    )
    assert [item.text for item in rest if isinstance(item, Para)] == ["DỰ THẢO", "Căn cứ Luật A;"]
    assert any("DỰ THẢO" in doubt for doubt in reading.doubts)
    assert reading.head.issuer == "ỦY BAN NHÂN DÂN XÃ A"


def test_columns_on_one_line() -> None:
    lines = "UBND XÃ A CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND Xuân Hòa, ngày 05 tháng 6 năm 2025"
    head = read_head(paras(f"{lines}\nKẾ HOẠCH\nTên"))[0].head
    assert (head.issuer, head.code, head.place) == ("UBND XÃ A", "12/KH-UBND", "Xuân Hòa")


def test_a_cited_number_is_not_the_own_number() -> None:
    head = read_head(
        paras("QUYẾT ĐỊNH\nVề việc gì đó\nCăn cứ Nghị quyết số 202/2025/QH15;\nĐiều 1. Ban hành.")
    )[0].head
    assert head.code is None
    assert head.subject == "Về việc gì đó"


@pytest.mark.parametrize(
    ("lines", "signer"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An", Signer(authority="TM. ỦY BAN NHÂN DÂN", position="CHỦ TỊCH", full_name="Nguyễn Văn An")),
        ("TM. ỦY BAN NHÂN DÂN\nXÃ CHÍ MINH\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nTRẦN THỊ BÌNH",
         Signer(authority="TM. ỦY BAN NHÂN DÂN XÃ CHÍ MINH KT. CHỦ TỊCH", position="PHÓ CHỦ TỊCH", full_name="TRẦN THỊ BÌNH")),
        ("CHỦ TỊCH\nLê Duy Bảo", Signer(position="CHỦ TỊCH", full_name="Lê Duy Bảo")),
        ("Q. TRƯỞNG PHÒNG\nThS. Đỗ Thị Hoa", Signer(authority="Q. TRƯỞNG PHÒNG", full_name="ThS. Đỗ Thị Hoa")),
        ("TUQ. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nY Thịnh Niê Kdăm", Signer(authority="TUQ. CHỦ TỊCH", position="CHÁNH VĂN PHÒNG", full_name="Y Thịnh Niê Kdăm")),
    ],
)  # fmt: skip
def test_signer(lines: str, signer: Signer) -> None:
    body = "Trên đây là Kế hoạch./.\nNơi nhận:\n- Như trên;\n- Lưu: VT."
    reading, rest = read_closing(paras(f"{body}\n{lines}"))
    assert reading.closing.signer == signer
    assert reading.closing.recipients == ("Như trên;", "Lưu: VT.")
    assert [item.text for item in rest if isinstance(item, Para)] == ["Trên đây là Kế hoạch./."]


def test_recipients_wrap_and_the_signature_may_come_first() -> None:
    reading, _rest = read_closing(
        paras(
            "Xong./.\nTM. ĐẢNG ỦY\nBÍ THƯ\nVũ Thị Lan\nNơi nhận:\n- Các sở, ngành:\nNội vụ, Tài chính;\n- Lưu: VT,\nNC (3b)."
        )
    )
    assert reading.closing.recipients == ("Các sở, ngành: Nội vụ, Tài chính;", "Lưu: VT, NC (3b).")
    assert reading.closing.signer.full_name == "Vũ Thị Lan"


def test_what_follows_the_closing_stays() -> None:
    _reading, rest = read_closing(
        paras(
            "Xong./.\nNơi nhận:\n- Lưu: VT.\nTM. UBND\nCHỦ TỊCH\nHồ Thị Mai\nPHỤ LỤC\nNơi nhận:\n- Mẫu;\n- Lưu."
        )
    )
    assert [i.text for i in rest if isinstance(i, Para)] == [
        "Xong./.",
        "PHỤ LỤC",
        "Nơi nhận:",
        "- Mẫu;",
        "- Lưu.",
    ]


@pytest.mark.parametrize(
    ("opening", "place", "issuer"),
    [
        ("UBND phường Bãi Cháy xây dựng Kế hoạch", None, "UBND phường Bãi Cháy"),
        ("UBND huyện ban hành Kế hoạch", "Vĩnh Linh", "UBND huyện Vĩnh Linh"),
        ("UBND tỉnh ban hành Kế hoạch", "Đông Hà", None),
        ("UBND phường xây dựng kế hoạch", None, None),
        ("Thực hiện Kế hoạch của UBND xã A, UBND xã B ban hành; Ủy ban nhân dân xã C lập", None, None),
        (
            "Trên đây là Kế hoạch năm 2025 của UBND xã Chí Minh, đề nghị thực hiện./.",
            None,
            "UBND xã Chí Minh",
        ),
    ],
)
def test_issuer_is_inferred_only_from_one_name(opening: str, place: str | None, issuer: str | None) -> None:
    reading = Reading(head=Head(place=place))
    infer_issuer(reading, [Para(text=opening)])
    assert reading.head.issuer == issuer
    assert ("cơ quan ban hành" in reading.inferred) == (issuer is not None)


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        ("I. MỤC ĐÍCH\n1. Mục đích\nNâng cao.\n2. Yêu cầu\nBảo đảm.", ["## I. MỤC ĐÍCH", "### 1. Mục đích", "### 2. Yêu cầu"]),
        ("I. TỔ CHỨC\n1. Giao Văn phòng theo dõi.\n2. Các thôn thực hiện.", ["## I. TỔ CHỨC"]),
        ("1. Thôn Đông\n2. Thôn Đoài\n3. Thôn Nam\nHết.", []),
        ("A. PHẦN CHUNG\nI. Tình hình\nTốt.\n1. Kinh tế\nTăng.", ["## A. PHẦN CHUNG", "### I. Tình hình", "#### 1. Kinh tế"]),
        ("*1. Văn phòng chủ trì:*\n- Việc một.", ["### 1. Văn phòng chủ trì:"]),
        ("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Nghị định này quy định.", ["## Chương I QUY ĐỊNH CHUNG", "### Điều 1. Phạm vi"]),
        ("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch năm 2024.", []),
        ("XI) về việc tiếp tục", []),
    ],
)  # fmt: skip
def test_headings(lines: str, headings: list[str]) -> None:
    assert [line for line in to_markdown(paras(lines)).splitlines() if line.startswith("#")] == headings


def test_tables_and_escapes() -> None:
    table = Table(rows=(("TT", "Việc | đơn vị"), ("1", "- một\n- hai")))
    assert to_markdown([table]) == "| TT | Việc \\| đơn vị |\n| --- | --- |\n| 1 | - một - hai |\n"
    assert (
        to_markdown(paras("# không phải tiêu đề\n5*3 và a_b\n> dòng"))
        == "\\# không phải tiêu đề\n\n5\\*3 và a_b\n\n\\> dòng\n"
    )
