"""Two plans give one unit the same report by different days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from danbiet import words
from danbiet.check.assigning import finding, obligations
from danbiet.issues import Issue, Severity
from danbiet.model import Deadline, Obligation, Plan, Site
from danbiet.text import fold

RULE = "bao-cao-khac-ngay"
_ALIKE = 0.7  # share of telling words that two reports must have in common
_PERIOD = re.compile(r"\b(?:0?(?P<months>[369]) thang|(?P<quarter>quy)|(?P<year>nam))\b(?! \d)")
_EMPTY = re.compile(
    r"bao|cao|ket|qua|thuc|hien|nam|thang|quy|ve|va|cua|cac|cong|tac|dau|cuoi|tong|hop|gui|theo|trien|khai|ke|hoach"
)


@dataclass(frozen=True, slots=True)
class _Report:
    plan: Plan
    obligation: Obligation
    deadline: Deadline
    period: str
    telling: frozenset[str]


def check(site: Site) -> Iterator[Issue]:
    """A note at the later plan for each pair of one year, unit, period and matter."""
    by_unit: dict[tuple[str, int], list[_Report]] = {}
    for plan, obligation in obligations(site):
        for report in _reports(plan, obligation):
            by_unit.setdefault((obligation.unit_id, plan.year), []).append(report)
    for reports in by_unit.values():
        for one, other in combinations(reports, 2):
            if _differ(one, other):
                yield _issue(one, other)


def _reports(plan: Plan, obligation: Obligation) -> Iterator[_Report]:
    for deadline in obligation.duty.deadlines:
        what = fold(deadline.what)
        period = _PERIOD.search(what)
        if "bao cao" in what and period and deadline.due:
            matter = what if len(_telling(what)) >= 3 else f"{what} {fold(plan.subject)}"
            yield _Report(plan, obligation, deadline, period.group(), _telling(matter))


def _telling(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[a-z]+", text) if not _EMPTY.fullmatch(word))


def _differ(one: _Report, other: _Report) -> bool:
    if one.plan.key == other.plan.key or one.deadline.due == other.deadline.due or one.period != other.period:
        return False
    if fold(one.obligation.duty.reports_to or "") != fold(other.obligation.duty.reports_to or ""):
        return False
    union = one.telling | other.telling
    return bool(union) and len(one.telling & other.telling) / len(union) >= _ALIKE


def _issue(one: _Report, other: _Report) -> Issue:
    assert one.deadline.due is not None
    return finding(
        other.plan,
        other.deadline.start,
        other.deadline.raw,
        RULE,
        Severity.NOTE,
        f"báo cáo này của cùng một đơn vị được đặt hạn {words.day(one.deadline.due)} ở {one.plan.path}",
        "Thống nhất một ngày, hoặc nói rõ đây là hai báo cáo khác nhau",
    )
