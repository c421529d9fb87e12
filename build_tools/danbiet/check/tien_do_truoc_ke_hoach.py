"""A progress entry is dated before its plan was issued: one of the two days is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from danbiet import words
from danbiet.check.reporting import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Plan, ProgressEntry, Site
from danbiet.plan_day import plan_date_bound, stamp_day
from danbiet.progress import mend_or_take_away

RULE = "tien-do-truoc-ke-hoach"


def check(site: Site) -> Iterator[Issue]:
    """An error where the plan states its day or bears a signature stamp.

    Where the plan's earliest day is only inferred from what it cites, a warning: a slip in a cited
    date must not stop a build.
    """
    for key, obligations in site.obligations.items():
        plan = site.plans[key]
        certain = _certain(plan)
        bound, basis = plan_date_bound(plan, site.citations.get(key, ()), site.instruments)
        for entry in (entry for one in obligations for entry in site.progress.get(one.id, ())):
            if certain and entry.on < certain:
                yield _issue(entry, f"kế hoạch ban hành ngày {words.day(certain)}", Severity.ERROR)
            elif bound and entry.on < bound:
                yield _issue(entry, basis, Severity.WARNING)


def _certain(plan: Plan) -> date | None:
    """The day the plan states, else its earliest signature stamp or the first day of its printed month."""
    if plan.issued and plan.issued.exact:
        return plan.issued.exact
    days = [day for stamp in plan.stamps if (day := stamp_day(stamp))]
    if plan.issued and plan.issued.month:
        days.append(plan.issued.earliest)
    return min(days, default=None)


def _issue(entry: ProgressEntry, basis: str, severity: Severity) -> Issue:
    return finding(
        entry,
        entry.place("ngày"),
        words.day(entry.on),
        RULE,
        severity,
        f"mục tiến độ có ngày trước khi có kế hoạch ({basis})",
        mend_or_take_away(entry, "Sửa ngày của mục này, nếu chưa đăng", "ghi nhầm ngày"),
    )
