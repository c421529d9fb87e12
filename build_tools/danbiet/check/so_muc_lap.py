"""A section's number comes a second time among its siblings: "II." after "II."."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.check.assigning import finding
from danbiet.issues import Issue, Severity
from danbiet.model import BlockKind, Site
from danbiet.text import position

RULE = "so-muc-lap"


def check(site: Site) -> Iterator[Issue]:
    """A note at the later heading: "mục II" then means two places, in citations and in talk."""
    for plan in site.plans.values():
        first: dict[str, int] = {}
        for block in plan.blocks:
            if block.kind is not BlockKind.HEADING or not block.mark:
                continue
            number = block.section.removesuffix(")").rpartition("(")[0] if block.section.endswith(")") else ""
            if number and number in first:
                line, _ = position(plan.source, first[number])
                yield finding(
                    plan,
                    block.start,
                    f"{block.mark} {block.text}",
                    RULE,
                    Severity.NOTE,
                    f"số mục này đã dùng ở dòng {line}",
                    "Chép nhầm thì sửa cho đúng bản đã ký; bản gốc đánh số như vậy thì giữ nguyên và giải trình",
                )
            else:
                first.setdefault(block.section, block.start)
