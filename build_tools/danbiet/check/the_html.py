"""HTML in a plan's text: it is shown as the letters it is typed with, for a plan holds words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet.check.assigning import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Site

RULE = "the-html"
_TAG = re.compile(
    r"</?(?:a|b|br|center|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|script|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul)"
    r"(?:\s+[a-z-]+\s*=[^<>\n]*)?\s*/?>",
    re.I,
)


def check(site: Site) -> Iterator[Issue]:
    """A warning at the first tag of each plan, with how many there are."""
    for plan in site.plans.values():
        found = list(_TAG.finditer(plan.source, plan.body_start))
        if not found:
            continue
        more = f" (kế hoạch có {len(found)} thẻ như vậy)" if len(found) > 1 else ""
        yield finding(
            plan,
            found[0].start(),
            found[0][0],
            RULE,
            Severity.WARNING,
            f"thẻ HTML hiện nguyên chữ trên trang{more}",
            "Xóa thẻ, chỉ giữ chữ của văn bản; in đậm thì viết **chữ**, bảng thì kẻ bằng dấu |",
        )
