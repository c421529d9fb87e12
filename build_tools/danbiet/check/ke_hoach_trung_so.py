"""One plan published twice under two file names: its tasks would be counted twice."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet import words
from danbiet.check.assigning import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Plan, Site
from danbiet.text import collapse, fold

RULE = "ke-hoach-trung-so"


def check(site: Site) -> Iterator[Issue]:
    """A warning for each plan after the first of one body with its type, number and day of issue."""
    first: dict[tuple[str, ...], Plan] = {}
    for plan in site.plans.values():
        if not plan.code or plan.issued is None or plan.issued.exact is None:
            continue
        number = fold(plan.code).replace(" ", "")
        day = plan.issued.exact
        same = (site.plan_bodies.get(plan.key, ""), collapse(fold(plan.type_name)), number, day.isoformat())
        other = first.setdefault(same, plan)
        if other is not plan:
            yield finding(
                plan,
                plan.key_offsets.get("số ký hiệu", 0),
                plan.code,
                RULE,
                Severity.WARNING,
                f"cùng cơ quan, số và ngày ({words.day(day)}) với {other.path}, nên mỗi việc bị tính hai lần",
                "Nếu là một văn bản thì xóa một trong hai tệp; nếu là hai văn bản thì sửa số hoặc ngày theo bản đã ký",
            )
