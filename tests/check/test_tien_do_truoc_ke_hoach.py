"""An entry before its plan: an error against a stated day, a warning against an inferred one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from danbiet.check.tien_do_truoc_ke_hoach import check
from danbiet.issues import Severity
from danbiet.model import PartialDate, Site

KEY = "2024/dan-chu-phuong-mau"
TASK = "2024-dan-chu-phuong-mau-00000005"


def reported(ward: Site, day: date, issued: PartialDate | None, *stamps: str) -> Site:
    plan = replace(ward.plans[KEY], issued=issued, stamps=stamps)
    entry = replace(ward.progress[TASK][0], on=day)
    return replace(ward, plans={**ward.plans, KEY: plan}, progress={TASK: (entry,)})


@pytest.mark.parametrize(
    ("day", "issued", "stamps", "expected"),
    [
        (date(2024, 3, 10), PartialDate(2024, 3, 11), (), Severity.ERROR),
        (date(2024, 3, 11), PartialDate(2024, 3, 11), (), None),
        (date(2024, 2, 29), PartialDate(2024, 3), (), Severity.ERROR),
        (date(2024, 3, 1), PartialDate(2024, 3), (), None),
        (date(2024, 3, 18), None, ("2024-03-19T07:58:52+0700", "2024-03-20T08:00:00+0700"), Severity.ERROR),
        (date(2024, 3, 19), None, ("2024-03-19T07:58:52+0700",), None),
        (date(2022, 11, 9), None, (), Severity.WARNING),
        (date(2022, 11, 10), None, (), None),
    ],
)
def test_against_each_kind_of_day(
    ward: Site, day: date, issued: PartialDate | None, stamps: tuple[str, ...], expected: Severity | None
) -> None:
    found = [issue.severity for issue in check(reported(ward, day, issued, *stamps))]
    assert found == ([expected] if expected else [])


def test_the_way_out_of_a_published_slip_is_named(ward: Site) -> None:
    (issue,) = check(reported(ward, date(2024, 3, 10), PartialDate(2024, 3, 11)))
    assert issue.remedy == (
        "Sửa ngày của mục này, nếu chưa đăng. Mục đã đăng thì không sửa được: xóa mục ấy và thêm dưới “gỡ bỏ” dòng "
        f"- {{việc: {TASK}, ngày: 10/3/2024, lý do: ghi nhầm ngày}}, rồi ghi lại cho đúng thành mục mới"
    )


def test_the_ward_is_in_order(ward: Site) -> None:
    assert list(check(ward)) == []
