"""A deadline on a day that no calendar has: "trước ngày 31/11", "29/02/2026", "32/5"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from danbiet.check.assigning import deadlines, finding, no_such_day, obligations
from danbiet.issues import Issue, Severity
from danbiet.model import Plan, Site

RULE = "thoi-han-khong-co-that"
_LEAP = 2024
# Numbers that are no day and no month at all, behind a word that sets a time: the reading takes them for no date.
_OUT_OF_RANGE = re.compile(
    r"\b(?:trước|chậm nhất|muộn nhất|trong|đến|hết|xong)(?: (?:là|vào|hết|trước|đến))* ngày "
    r"(?P<d>\d{1,2}) ?(?:[/.-]|tháng) ?(?P<m>\d{1,2})(?!\d)(?:(?: ?[/.-] ?| năm )\d{4})?(?!\d)",
    re.I,
)


def check(site: Site) -> Iterator[Issue]:
    """A warning for each; none for months, quarters and days that come back in the years that have them."""
    for plan, _, deadline in deadlines(site):
        if no_such_day(deadline):
            yield _issue(plan, deadline.start, deadline.raw, _why(deadline.when))
    seen: set[tuple[str, int]] = set()
    for plan, obligation in obligations(site):
        duty = obligation.duty
        for match in _OUT_OF_RANGE.finditer(plan.source, duty.start, duty.end):
            day, month = int(match["d"]), int(match["m"])
            if (1 <= day <= 31 and 1 <= month <= 12) or (plan.path, match.start()) in seen:
                continue
            seen.add((plan.path, match.start()))
            why = (
                f"không tháng nào có ngày {day}" if day > 31 or not day else f"một năm không có tháng {month}"
            )
            yield _issue(plan, match.start(), match[0], why)


def _why(when: str) -> str:
    """What the calendar says against a day, given as ``YYYY-MM-DD`` or ``--MM-DD``."""
    year, month, day = when[:-6], int(when[-5:-3]), int(when[-2:])
    if (month, day) == (2, 29):
        return f"tháng 2 {f'năm {year}' if year.isdigit() else 'của năm kế hoạch'} chỉ có 28 ngày"
    return f"tháng {month} {'nhiều nhất có' if month == 2 else 'chỉ có'} {monthrange(_LEAP, month)[1]} ngày"


def _issue(plan: Plan, start: int, raw: str, why: str) -> Issue:
    return finding(
        plan,
        start,
        raw,
        RULE,
        Severity.WARNING,
        f"thời hạn rơi vào ngày không có thật ({why}), nên chưa tính được hạn của việc này",
        "Đối chiếu với bản đã ký: chép nhầm thì sửa; bản đã ký in như vậy thì để nguyên và nêu lý do ở “giải trình”",
    )
