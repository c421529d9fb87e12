"""Days after today are a warning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from danbiet.check.tien_do_ngay_sau import check
from danbiet.model import Site


def test_today_is_not_after_today(ward: Site) -> None:
    assert list(check(ward)) == []
    assert list(check(replace(ward, today=date(2024, 9, 1)))) == []


def test_entries_and_confirmations_after_today(ward: Site) -> None:
    found = list(check(replace(ward, today=date(2024, 6, 21))))
    assert [issue.quote for issue in found] == ["25/6/2024", "01/9/2024"]
    assert [issue.column for issue in found] == [54, 11]
    assert "“gỡ bỏ”" in found[1].remedy
