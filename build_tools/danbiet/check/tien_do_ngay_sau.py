"""A progress entry is dated after today: it does not count until that day."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet import words
from danbiet.issues import Issue, Severity
from danbiet.model import Site

RULE = "tien-do-ngay-sau"


def check(site: Site) -> Iterator[Issue]:
    """A warning for each entry or confirmation dated after ``site.today``."""
    for entry in (entry for entries in site.progress.values() for entry in entries):
        for day in (entry.on, *(said.on for said in entry.confirmations)):
            if day > site.today:
                yield Issue(
                    rule=RULE,
                    severity=Severity.WARNING,
                    path=entry.path,
                    line=entry.line,
                    message=f"ngày này sau ngày kiểm tra ({words.day(site.today)}), nên chưa được tính",
                    remedy="Ghi ngày đã báo cáo hoặc xác nhận thật",
                    quote=words.day(day),
                )
