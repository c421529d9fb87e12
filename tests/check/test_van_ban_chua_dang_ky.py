"""Instruments nobody has registered, with the entry to paste."""

from danbiet.check import van_ban_chua_dang_ky as rule
from danbiet.register import read_local


def test_the_entry_to_paste_is_a_valid_entry(site_of):
    text = "Theo Quyết định số 99/QĐ-UBND ngày 01/02/2024 của UBND tỉnh về việc ban hành Quy chế “dân vận”; như sau."
    (issue,) = rule.check(site_of(text))
    entry = issue.remedy.partition(": ")[2]
    register, issues = read_local({rule.FILE: f"văn bản:\n  {entry}\n".encode()})
    assert issues == []
    (known,) = register.instruments.values()
    assert known.id == "qd-99-qd-ubnd-2024--tinh-nghe-an"
    assert (known.number, known.issuer, str(known.issued)) == ("99/QĐ-UBND", "UBND tỉnh", "2024-02-01")
    assert known.title == "Quyết định về việc ban hành Quy chế “dân vận”"


def test_one_note_a_plan_and_instrument(found):
    text = "Kế hoạch số 99/KH-UBND ngày 01/02/2024 của UBND tỉnh; Kế hoạch số 99/KH-UBND ngày 01/02/2024 của UBND tỉnh."
    assert len(found(rule, text)) == 1


def test_registered_instruments_need_no_entry(found):
    assert (
        found(
            rule, "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ; Luật Thực hiện dân chủ ở cơ sở."
        )
        == []
    )
