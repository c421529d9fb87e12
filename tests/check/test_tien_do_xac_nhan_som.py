"""A confirmation older than its report counts for nothing, and that is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from danbiet.check.tien_do_chi_la_loi_ghi import check as claims
from danbiet.check.tien_do_xac_nhan_som import check
from danbiet.issues import Severity
from danbiet.model import Site

TASK = "2024-dan-chu-phuong-mau-00000001"


def confirmed(ward: Site, on: date, document: date) -> Site:
    """The ward, whose one report of 18/5/2024 was confirmed on that day by a document of that day."""
    (entry,) = ward.progress[TASK]
    said = replace(entry.confirmations[0], on=on, document_date=document)
    return replace(ward, progress={TASK: (replace(entry, confirmations=(said,)),)})


def test_the_ward_is_in_order(ward: Site) -> None:
    assert list(check(ward)) == []
    assert list(check(confirmed(ward, date(2024, 5, 18), date(2024, 5, 18)))) == []


def test_each_day_before_the_report_is_named(ward: Site) -> None:
    early = confirmed(ward, date(2024, 1, 2), date(2024, 5, 17))
    first, second = check(early)
    assert {first.severity, second.severity} == {Severity.WARNING}
    assert (first.quote, first.line) == ("02/01/2024", 14)
    assert (second.quote, second.line) == ("17/5/2024", 16)
    assert "UBND ghi, chưa có văn bản xác nhận" in first.message
    assert second.message.startswith("văn bản xác nhận có ngày trước báo cáo")
    assert list(claims(early)) == []  # said once
