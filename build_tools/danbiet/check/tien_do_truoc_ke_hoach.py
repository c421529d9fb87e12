"""A progress entry is dated before its plan was issued: one of the two days is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from danbiet import words
from danbiet.issues import Issue, Severity
from danbiet.model import Plan, Site
from danbiet.plan_day import plan_date_bound, stamp_day

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
                yield _issue(
                    entry.path, entry.line, entry.on, f"kế hoạch ban hành ngày {words.day(certain)}", True
                )
            elif bound and entry.on < bound:
                yield _issue(entry.path, entry.line, entry.on, basis, False)


def _certain(plan: Plan) -> date | None:
    """The day the plan states, else its earliest signature stamp or the first day of its printed month."""
    if plan.issued and plan.issued.exact:
        return plan.issued.exact
    days = [day for stamp in plan.stamps if (day := stamp_day(stamp))]
    if plan.issued and plan.issued.month:
        days.append(plan.issued.earliest)
    return min(days, default=None)


def _issue(path: str, line: int, on: date, basis: str, certain: bool) -> Issue:
    return Issue(
        rule=RULE,
        severity=Severity.ERROR if certain else Severity.WARNING,
        path=path,
        line=line,
        message=f"mục tiến độ có ngày trước khi có kế hoạch ({basis})",
        remedy="Xem lại ngày của mục này",
        quote=words.day(on),
    )
