"""A confirmation counts only as MTTQ's or Ban TTND's own word, with their own document, after the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danbiet.model import Confirmation
from danbiet.progress import confirmation_label, confirms, in_order, own_document, party

DAY = date(2024, 6, 1)
SAID = Confirmation(
    by="Ban Thanh tra nhân dân phường Mẫu",
    on=DAY,
    finding="không đúng",
    document_code="03/BB-TTND",
    document_date=DAY,
    document_file="plans/_tien-do/bb.pdf",
    report_on=date(2024, 5, 18),
)


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("Ban Thanh tra nhân dân phường Mẫu", "Ban TTND"),
        ("BAN TTND", "Ban TTND"),
        ("Thanh tra nhân dân xã Mẫu", "Ban TTND"),
        ("MTTQ phường Mẫu", "MTTQ"),
        ("Mặt trận Tổ quốc Việt Nam phường Mẫu", "MTTQ"),
        ("Uỷ ban MTTQ Việt Nam xã", "MTTQ"),
        ("UBMTTQ xã", "MTTQ"),
        ("Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam phường", "MTTQ"),
        ("UBND phường (thay mặt Ban Thanh tra nhân dân)", ""),
        ("Ban Thanh tra nhân dân (UBND phường ghi thay)", ""),
        ("Chủ tịch UBND phường, theo ý kiến của MTTQ", ""),
        ("Ban Thanh tra huyện", ""),
        ("Văn phòng phối hợp với Ủy ban MTTQ", ""),
        ("MTTQX", ""),
    ],
)
def test_a_name_begins_with_the_bodys_kind(name: str, who: str) -> None:
    assert party(name) == who


@pytest.mark.parametrize(
    ("code", "own"),
    [
        ("03/BB-TTND", True),
        ("12/BC-MTTQ-BTT", True),
        ("Biên bản làm việc với UBND phường ngày 05/3/2024", True),
        ("05/BC-ĐGS", True),
        ("45/BC-UBND", False),
        ("12/2024/TB-UBND", False),
        ("45 / UBND - VP", False),
        ("7/NQ-HĐND", False),
    ],
)
def test_a_number_of_ubnd_is_not_their_document(code: str, own: bool) -> None:
    assert own_document(code) is own


def test_what_counts_and_what_is_said_of_what_does_not() -> None:
    assert confirms(SAID)
    assert confirmation_label(SAID) == "không đúng"
    for wrong in (
        replace(SAID, by="UBND phường"),
        replace(SAID, document_code="45/BC-UBND"),
        replace(SAID, document_file=None),
        replace(SAID, on=date(2024, 5, 17)),
        replace(SAID, document_date=date(2024, 1, 2)),
    ):
        assert not confirms(wrong)
        assert confirmation_label(wrong) == "không đúng (UBND ghi, chưa có văn bản xác nhận)"


def test_the_day_of_the_report_is_early_enough() -> None:
    same = replace(SAID, on=date(2024, 5, 18), document_date=date(2024, 5, 18))
    assert in_order(same)
    assert in_order(replace(SAID, report_on=None))
