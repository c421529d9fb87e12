"""A progress entry answers no due day of its obligation, or could answer several: it counts for none."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet import words
from danbiet.issues import Issue, Severity
from danbiet.model import Obligation, Site
from danbiet.progress import answers, occurrences
from danbiet.records.dates import read_date
from danbiet.register import plan_date_bound

RULE = "tien-do-ky-la"


def check(site: Site) -> Iterator[Issue]:
    """A warning for each such entry, with the due days ``kỳ`` may name."""
    for key, obligations in site.obligations.items():
        for obligation in obligations:
            if obligation.id in site.progress:
                yield from _of(site, key, obligation)


def _of(site: Site, key: str, obligation: Obligation) -> Iterator[Issue]:
    plan = site.plans[key]
    bound, _ = plan_date_bound(plan, site.citations.get(key, ()), site.instruments)
    all_of_it = occurrences(obligation, plan.year, bound)
    days = [one.due for one in all_of_it if one.due]
    for entry in site.progress[obligation.id]:
        if any(answers(entry, one, all_of_it) for one in all_of_it):
            continue
        missing = entry.period is None
        yield Issue(
            rule=RULE,
            severity=Severity.WARNING,
            path=entry.path,
            line=entry.line,
            message="mục này không ghi kỳ, mà việc có nhiều thời hạn"
            if missing
            else "kỳ này không ứng với đúng một thời hạn của việc",
            remedy=f"Ghi “kỳ” là một trong các ngày {', '.join(words.day(day) for day in days)}",
            quote=_as_written(entry.period or ""),
        )


def _as_written(period: str) -> str:
    """A period as an officer writes it, not as it is kept: "20/5/2024", "tháng 5/2024"."""
    date = read_date(period)
    return words.partial(date) if date else period
