"""A progress entry answers no due day of its obligation, or could answer several: it counts for none."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet import words
from danbiet.check.reporting import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Obligation, Site
from danbiet.plan_day import plan_date_bound
from danbiet.progress import answers, mend_or_take_away, occurrences, period_told

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
    days = ", ".join(dict.fromkeys(words.day(one.due) for one in all_of_it if one.due))
    for entry in site.progress[obligation.id]:
        if any(answers(entry, one, all_of_it) for one in all_of_it):
            continue
        why = (
            "mục này không ghi kỳ, mà việc có nhiều thời hạn"
            if entry.period is None
            else "kỳ này không ứng với đúng một thời hạn của việc"
        )
        yield finding(
            entry,
            entry.place("kỳ"),
            period_told(entry.period) if entry.period else "",
            RULE,
            Severity.WARNING,
            f"{why}; người đọc thấy mục này là “Báo cáo không rõ kỳ”, trạng thái không đổi",
            mend_or_take_away(entry, f"Ghi “kỳ” là một trong các ngày {days}, nếu chưa đăng", "ghi nhầm kỳ")
            if days
            else "Trang chưa tính được ngày nào của việc này; nội dung nên nói rõ là báo cáo lần nào",
        )
