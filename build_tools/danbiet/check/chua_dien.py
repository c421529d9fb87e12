"""A plan begun by ``danbiet new plan`` and not filled in: its blanks would be published as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet.check.assigning import finding
from danbiet.issues import Issue, Severity
from danbiet.model import BlockKind, Site

RULE = "chua-dien"
_BLANK = re.compile(r"(?:căn cứ|giao|theo|thực hiện)?\s*(?:…|\.{3,}|_{3,})[\s.;,…_]*", re.I)


def check(site: Site) -> Iterator[Issue]:
    """A warning for each paragraph that holds a blank and nothing else, and for a plan of headings alone."""
    for plan in site.plans.values():
        said = [block for block in plan.blocks if block.kind is not BlockKind.HEADING and block.text.strip()]
        blanks = [block for block in said if _BLANK.fullmatch(block.text.strip())]
        for block in blanks:
            yield finding(
                plan,
                block.start,
                block.text,
                RULE,
                Severity.WARNING,
                "chỗ này chưa điền",
                "Điền chữ của văn bản đã ký, hoặc xóa đoạn này",
            )
        if plan.blocks and len(said) == len(blanks):
            yield finding(
                plan,
                plan.blocks[0].start,
                plan.blocks[0].text,
                RULE,
                Severity.WARNING,
                "kế hoạch mới có tên các mục, chưa có nội dung",
                "Chép nội dung của văn bản đã ký vào dưới từng mục rồi mới đăng",
            )
