"""Letterhead, closing and body read from paragraphs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from danbiet.draft.body import to_markdown
from danbiet.draft.closing import read_closing
from danbiet.draft.issuer import infer_issuer
from danbiet.draft.letterhead import read_head
from danbiet.draft.letterhead_reading import Reading
from danbiet.draft.record import Head, Para, Table

GOLDEN = Path(__file__).parents[1] / "golden" / "draft"


def golden(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((GOLDEN / f"{name}.yml").read_text(encoding="utf-8"))
    return cases


def paras(text: str) -> list[Para | Table]:
    return [
        Para(text=line.strip("*"), bold=line.startswith("*")) for line in text.strip().splitlines() if line
    ]


@pytest.mark.parametrize("case", golden("co-quan"), ids=lambda case: case["issuer"])
def test_agencies(case: dict[str, Any]) -> None:
    reading, _rest = read_head(paras("\n".join([*case["lines"], "Số: 1/KH-X", "KẾ HOẠCH", "Tên kế hoạch"])))
    assert (reading.head.parent_body, reading.head.issuer) == (case["parent"], case["issuer"])


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


def test_columns_interleaved_and_broken_by_a_text_layer() -> None:
    lines = (
        "ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LÂM SƠN\nĐộc lập - Tự do - Hạnh phúc\n*SỞ NỘI VỤ*\n"
        "Số:\nLâm Sơn, ngày\ntháng\nnăm 2025\n/SNV-CCHC&VTLT\nV/v triển khai kế hoạch\nKính gửi: Các xã"
    )
    reading, rest = read_head(paras(lines))
    head = reading.head
    assert (head.parent_body, head.issuer) == ("ỦY BAN NHÂN DÂN TỈNH LÂM SƠN", "SỞ NỘI VỤ")
    assert (head.code, head.date_line) == ("/SNV-CCHC&VTLT", "Lâm Sơn, ngày tháng năm 2025")
    assert head.subject == "V/v triển khai kế hoạch"
    assert [item.text for item in rest if isinstance(item, Para)] == ["Kính gửi: Các xã"]


def test_a_cited_number_is_not_the_own_number() -> None:
    lines = "QUYẾT ĐỊNH\nVề việc gì đó\nCăn cứ Nghị quyết số 202/2025/QH15;\nĐiều 1. Ban hành."
    head = read_head(paras(lines))[0].head
    assert head.code is None
    assert head.subject == "Về việc gì đó"


@pytest.mark.parametrize("case", golden("chu-ky"), ids=lambda case: case["lines"][-1])
def test_signer(case: dict[str, Any]) -> None:
    body = ["Trên đây là Kế hoạch./.", "Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    reading, rest = read_closing(paras("\n".join([*body, *case["lines"]])))
    signer = reading.closing.signer
    assert [signer.authority, signer.position, signer.full_name] == case["signer"]
    assert reading.closing.recipients == ("Như trên;", "Lưu: VT.")
    assert [item.text for item in rest if isinstance(item, Para)] == ["Trên đây là Kế hoạch./."]


def test_recipients_wrap_and_the_signature_may_come_first() -> None:
    signature = "TM. ĐẢNG ỦY\nBÍ THƯ\nVũ Thị Lan"
    recipients = "Nơi nhận:\n- Các sở, ngành:\nNội vụ, Tài chính;\n- Lưu: VT,\nNC (3b)."
    reading, _rest = read_closing(paras(f"Xong./.\n{signature}\n{recipients}"))
    assert reading.closing.recipients == ("Các sở, ngành: Nội vụ, Tài chính;", "Lưu: VT, NC (3b).")
    assert reading.closing.signer.full_name == "Vũ Thị Lan"


def test_recipients_without_dashes() -> None:
    reading, _rest = read_closing(
        paras("Xong./.\nNơi nhận:\nNhư Điều 3;\nĐảng ủy;\nLưu: VT.\nCHỦ TỊCH\nLê Thị Hoa")
    )
    assert reading.closing.recipients == ("Như Điều 3;", "Đảng ủy;", "Lưu: VT.")


def test_a_second_signature_is_kept_and_said() -> None:
    closing = "Nơi nhận:\n- Lưu: VT.\nTM. MTTQ\nCHỦ TỊCH\nLê Thị Hoa\nTM. UBND\nCHỦ TỊCH\nMai Văn Phúc"
    reading, rest = read_closing(paras(f"Xong./.\n{closing}"))
    assert reading.closing.signer.full_name == "Lê Thị Hoa"
    assert [i.text for i in rest if isinstance(i, Para)] == [
        "Xong./.",
        "TM. UBND",
        "CHỦ TỊCH",
        "Mai Văn Phúc",
    ]
    assert any("TM. UBND" in doubt for doubt in reading.doubts)


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


@pytest.mark.parametrize("case", golden("de-muc"), ids=lambda case: case["lines"][0])
def test_headings(case: dict[str, Any]) -> None:
    drafted = to_markdown(paras("\n".join(case["lines"]))).splitlines()
    assert [line for line in drafted if line.startswith("#")] == case["headings"]


def test_tables_and_escapes() -> None:
    table = Table(rows=(("TT", "Việc | đơn vị"), ("1", "- một\n- hai")))
    assert to_markdown([table]) == "| TT | Việc \\| đơn vị |\n| --- | --- |\n| 1 | - một - hai |\n"
    assert (
        to_markdown(paras("# không phải tiêu đề\n5*3 và a_b\n> dòng"))
        == "\\# không phải tiêu đề\n\n5\\*3 và a_b\n\n\\> dòng\n"
    )
