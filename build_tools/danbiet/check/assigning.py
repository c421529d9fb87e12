"""What the rules about obligations share: walking them, and a finding at a place in a plan."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from danbiet.issues import Issue, Severity
from danbiet.model import Deadline, Obligation, Plan, Site
from danbiet.text import collapse, nfc, position

_LONGEST_QUOTE = 160
_DAY = re.compile(r"(?:\d{4}|-)-(?P<month>\d\d)-(?P<day>\d\d)")
_LEAP = 2024
_YEARLY = re.compile(r"\b(?:hàng|hằng|mỗi) năm\b", re.I)


def obligations(site: Site) -> Iterator[tuple[Plan, Obligation]]:
    """Every obligation with its plan, plans in order of key, obligations in document order."""
    for key, found in site.obligations.items():
        for obligation in found:
            yield site.plans[key], obligation


def deadlines(site: Site) -> Iterator[tuple[Plan, Obligation, Deadline]]:
    """Every printed deadline once, also where one sentence gives it to several units."""
    seen: set[tuple[str, int]] = set()
    for plan, obligation in obligations(site):
        for deadline in obligation.duty.deadlines:
            if (plan.path, deadline.start) not in seen:
                seen.add((plan.path, deadline.start))
                yield plan, obligation, deadline


def yearly(deadline: Deadline) -> bool:
    """Whether a deadline says that it comes back every year."""
    return _YEARLY.search(nfc(deadline.raw)) is not None


def no_such_day(deadline: Deadline) -> bool:
    """Whether the day printed is in no calendar; 29 February of every year is in some."""
    printed = _DAY.fullmatch(deadline.when)
    if printed is None or deadline.due is not None:
        return False
    exists_once = int(printed["day"]) <= monthrange(_LEAP, int(printed["month"]))[1]
    return not (exists_once and yearly(deadline))


def finding(
    plan: Plan, start: int, quote: str, rule: str, severity: Severity, message: str, remedy: str
) -> Issue:
    """A finding at an offset of a plan's file, quoting its words."""
    line, column = position(plan.source, start)
    words = collapse(nfc(quote))
    if len(words) > _LONGEST_QUOTE:
        words = words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return Issue(
        rule=rule,
        severity=severity,
        path=plan.path,
        line=line,
        column=column,
        quote=words,
        message=message,
        remedy=remedy,
    )
