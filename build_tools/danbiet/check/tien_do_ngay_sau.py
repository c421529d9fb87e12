"""A progress entry is dated after today: it does not count until that day."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet import words
from danbiet.check.reporting import entries, finding
from danbiet.issues import Issue, Severity
from danbiet.model import Site
from danbiet.progress import mend_or_take_away

RULE = "tien-do-ngay-sau"


def check(site: Site) -> Iterator[Issue]:
    """A warning for each entry or confirmation dated after ``site.today``."""
    for entry in entries(site):
        remedy = mend_or_take_away(
            entry, "Ghi ngày đã báo cáo hoặc xác nhận thật, nếu chưa đăng", "ghi nhầm ngày"
        )
        for day, place in (
            (entry.on, entry.place("ngày")),
            *((said.on, said.place("ngày")) for said in entry.confirmations),
        ):
            if day > site.today:
                yield finding(
                    entry,
                    place,
                    words.day(day),
                    RULE,
                    Severity.WARNING,
                    f"ngày này sau ngày kiểm tra ({words.day(site.today)}), nên chưa được tính và chưa hiện",
                    remedy,
                )
