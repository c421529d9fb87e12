"""Progress stands here on a task whose body says nowhere that it publishes its progress here."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.check.reporting import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Site

RULE = "tien-do-khac-co-quan"


def check(site: Site) -> Iterator[Issue]:
    """A warning for each such entry: its page would say both that there is progress and that there is none."""
    for key, obligations in site.obligations.items():
        body = site.plan_bodies.get(key, "")
        if body in site.bodies_reporting:
            continue
        for entry in (entry for one in obligations for entry in site.progress.get(one.id, ())):
            yield finding(
                entry,
                entry.place("việc"),
                entry.obligation_id,
                RULE,
                Severity.WARNING,
                f"việc này của {site.issuer_of(key)}, mà không tệp tiến độ nào ghi cơ quan ấy",
                f"Thêm {body} vào “cơ quan” của tệp do cơ quan ấy công bố, hoặc xem lại mã việc",
            )
