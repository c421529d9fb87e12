"""A deadline that prints no year: the plan's year is taken, and said to be taken."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet import words
from danbiet.check.assigning import deadlines, finding, no_such_day, yearly
from danbiet.issues import Issue, Severity
from danbiet.model import Recurrence, Site

RULE = "thoi-han-khong-nam"


def check(site: Site) -> Iterator[Issue]:
    """A note for each; none for a day that comes back every month or every year, or that does not exist."""
    for plan, obligation, deadline in deadlines(site):
        printed = deadline.when
        if not printed.startswith("--") or printed.startswith("---"):
            continue
        if yearly(deadline) or no_such_day(deadline):
            continue
        taken = f"hiểu là {words.day(deadline.due)}" if deadline.due else "không suy ra được ngày"
        remedy = "Khi lập kế hoạch, ghi đủ ngày, tháng, năm"
        if Recurrence.ANNUAL in obligation.duty.recurrence:
            remedy += ", hoặc ghi “hằng năm” nếu lặp lại"
        yield finding(
            plan,
            deadline.start,
            deadline.raw,
            RULE,
            Severity.NOTE,
            f"thời hạn không ghi năm, {taken} ({deadline.basis})",
            remedy,
        )
