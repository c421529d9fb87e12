"""Plain text: the paragraphs of a text layer, page numbers and stamps out of the way."""

from __future__ import annotations

from danbiet import draft, parse
from danbiet.draft.plain import read_plain
from danbiet.draft.record import Dropped, Para

WRAPPED = """Căn cứ Quyết định số
01/2024/QĐ-UBND ngày 21/5/2024 của Ủy ban nhân dân xã về ban hành Quy chế thực
hiện dân chủ trên địa bàn xã; Chỉ thị số 05-
CT/TW về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh trong
2
toàn xã hội.
I. MỤC ĐÍCH
- Nâng cao nhận thức của cán bộ, công chức và Nhân dân về dân chủ, thực hành
dân chủ ở cơ sở.

2024-03-19T07:58:52+0700
"""


def texts(text: str, healing: bool = False) -> list[str]:
    sheet = read_plain(text, heal=parse.heal if healing else None)
    return [item.text for item in sheet.items if isinstance(item, Para)]


def test_wraps_are_healed() -> None:
    assert texts(WRAPPED) == texts(WRAPPED, healing=True)
    assert texts(WRAPPED)[0].endswith("Chỉ thị số 05-CT/TW về học tập và làm theo tư tưởng, đạo đức, phong cách "
                                      "Hồ Chí Minh trong toàn xã hội.")  # fmt: skip
    assert len(texts(WRAPPED)) == 3


def test_page_numbers_and_stamps_are_left_out_and_said() -> None:
    sheet = read_plain(WRAPPED)
    assert sheet.stamps == ("2024-03-19T07:58:52+0700",)
    assert [(left.words, left.why) for left in sheet.left_out] == [
        ("2024-03-19T07:58:52+0700", Dropped.STAMP),
        ("2", Dropped.PAGE_NUMBER),
    ]


def test_numbers_of_an_unwrapped_table_stay() -> None:
    assert texts("STT\n1\nCông an xã\n2\nTrạm Y tế xã") == ["STT", "1", "Công an xã", "2", "Trạm Y tế xã"]


def test_markdown_marks_become_looks() -> None:
    sheet = read_plain("## **I. MỤC ĐÍCH**\n\nLàm *tốt* việc 5\\*3.\n\n**TM. ỦY BAN NHÂN DÂN  \nCHỦ TỊCH**\n")
    items = [item for item in sheet.items if isinstance(item, Para)]
    assert [(i.text, i.heading, i.bold) for i in items] == [
        ("I. MỤC ĐÍCH", 2, True),
        ("Làm tốt việc 5*3.", 0, False),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", 0, True),
    ]


def test_healer_keeps_the_words() -> None:
    with_heal, _ = draft.read(WRAPPED.encode(), "a.txt", parse.heal)
    without, _ = draft.read(WRAPPED.encode(), "a.txt")
    assert with_heal is not None
    assert without is not None
    assert with_heal.body == without.body


def test_recipients_and_signature_side_by_side() -> None:
    text = (
        "KẾ HOẠCH\nThu gom rác\nI. MỤC ĐÍCH\nSạch.\n"
        "Nơi nhận:                         TM. ỦY BAN NHÂN DÂN\n- Như trên;                             CHỦ TỊCH\n"
        "- Lưu: VT.\n                                     Nguyễn Văn An\n"
    )
    drafted, _issues = draft.read(text.encode(), "a.txt", parse.heal)
    assert drafted is not None
    assert drafted.closing.recipients == ("Như trên;", "Lưu: VT.")
    signer = drafted.closing.signer
    assert (signer.authority, signer.position, signer.full_name) == (
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Văn An",
    )


def test_a_signature_of_two_cells_beside_a_recipient_ends_no_recipients() -> None:
    text = (
        "KẾ HOẠCH\nThu gom rác\nI. MỤC ĐÍCH\nSạch.\n"
        "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Như trên;\tKT. CHỦ TỊCH\tPHÓ CHỦ TỊCH\n- Lưu: VT.\tNguyễn Văn An\n"
    )
    drafted, _issues = draft.read(text.encode(), "a.txt", parse.heal)
    assert drafted is not None
    assert drafted.closing.recipients[0] == "Như trên;"
    assert drafted.closing.signer.full_name == "Nguyễn Văn An"


def test_a_table_behind_the_recipients_stays_a_table() -> None:
    text = (
        "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\nĐiều 1. Ban hành Kế hoạch.\nNơi nhận:\n- Như Điều 1;\n- Lưu: VT.\n"
        "BỘ TRƯỞNG\nNguyễn Văn An\n\nKẾ HOẠCH\nLập quy hoạch\nI. NỘI DUNG\n"
        "Thời gian\tNội dung\tĐơn vị chủ trì\tĐơn vị phối hợp\n"
        "I\tGIAI ĐOẠN 1: LẬP NHIỆM VỤ\n"
        "10-11/2026\tXây dựng nhiệm vụ lập quy hoạch\tBAN QUẢN LÝ QUY HOẠCH\tVụ Pháp chế\n"
    )
    drafted, _issues = draft.read(text.encode(), "a.txt", parse.heal)
    assert drafted is not None
    assert (
        "| 10-11/2026 | Xây dựng nhiệm vụ lập quy hoạch | BAN QUẢN LÝ QUY HOẠCH | Vụ Pháp chế |"
        in drafted.body
    )
