"""The day of a plan, or the earliest it can have."""

from __future__ import annotations

from datetime import date

from danbiet.model import Citation, Mention, MentionKind, PartialDate, Plan
from danbiet.plan_day import plan_date_bound


def test_the_earliest_day_of_a_plan() -> None:
    def plan(issued: PartialDate | None, *stamps: str) -> Plan:
        return Plan(
            path="p",
            year=2024,
            slug="x",
            source="",
            body_start=0,
            subject="",
            issuer="",
            issued=issued,
            stamps=stamps,
        )

    def cited(year: int, month: int, day: int) -> Citation:
        mention = Mention(
            start=0,
            end=1,
            core_start=0,
            core_end=1,
            raw="",
            type_name="",
            kind=MentionKind.NUMBERED,
            date=PartialDate(year, month, day),
        )
        return Citation(plan_key="2024/x", mention=mention, page_id="y")

    assert plan_date_bound(plan(PartialDate(2024, 3, 13)), [cited(2024, 4, 1)])[0] == date(2024, 3, 13)
    assert plan_date_bound(plan(None, "2024-03-19T08:12:00+07:00"), [cited(2024, 3, 15)])[0] == date(
        2024, 3, 19
    )
    assert plan_date_bound(plan(None, "19/03/2024 08:12:00"), ())[0] == date(2024, 3, 19)
    assert plan_date_bound(plan(PartialDate(2024, 3)), [cited(2025, 1, 1)])[0] == date(2024, 3, 1)
    assert plan_date_bound(plan(None), ())[0] is None
    assert plan_date_bound(plan(PartialDate(2024)), ()) == (
        date(2024, 1, 1),
        "kế hoạch không ghi ngày; sớm nhất là 01/01/2024 (kế hoạch ghi năm 2024)",
    )
