"""A deadline that had passed before the plan was issued."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from danbiet import words
from danbiet.check.assigning import deadlines, finding
from danbiet.issues import Issue, Severity
from danbiet.model import Plan, Site
from danbiet.register import plan_date_bound
from danbiet.text import collapse, nfc

RULE = "thoi-han-truoc-ke-hoach"


def check(site: Site) -> Iterator[Issue]:
    """A warning for each day printed with its year that lies before the plan's day.

    A plan without a day is measured by the earliest day it can have. A year that the plan does not
    print is not held against it.
    """
    for plan, _, deadline in deadlines(site):
        if deadline.due is None or not deadline.when[:4].isdigit():
            continue
        bound, known_by = plan_date_bound(plan, site.citations.get(plan.key, ()), site.instruments)
        if bound is not None and deadline.due < bound:
            yield finding(
                plan,
                deadline.start,
                deadline.raw,
                RULE,
                Severity.WARNING,
                f"thời hạn {words.day(deadline.due)} đã qua trước khi có kế hoạch "
                f"({known_by}{_cited_later(site, plan, deadline.due)})",
                "Xem lại ngày trong bản gốc; nếu bản gốc ghi như vậy, nêu lý do ở “giải trình”",
            )


def _cited_later(site: Site, plan: Plan, due: date) -> str:
    """The first instrument the plan cites that is itself younger than the deadline."""
    for citation in site.citations.get(plan.key, ()):
        issued = citation.mention.date.exact if citation.mention.date else None
        if issued is not None and due < issued and issued.year <= plan.year:
            cited = collapse(nfc(f"{citation.mention.type_name} {citation.mention.number or ''}"))
            return f"; kế hoạch viện dẫn {cited} ngày {words.day(issued)}"
    return ""
