"""A confirmation, or the document behind it, is older than the report that it confirms: it counts for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet import words
from danbiet.issues import Issue, Severity
from danbiet.model import Site
from danbiet.progress import UNDOCUMENTED

RULE = "tien-do-xac-nhan-som"


def check(site: Site) -> Iterator[Issue]:
    """A warning for each day of a confirmation that comes before its report, and so perhaps before the plan."""
    for entry in (entry for entries in site.progress.values() for entry in entries):
        for said in entry.confirmations:
            for what, day, key in (
                ("xác nhận", said.on, "ngày"),
                ("văn bản xác nhận", said.document_date, "văn bản ngày"),
            ):
                if day is None or day >= entry.on:
                    continue
                line, column = said.place(key)
                yield Issue(
                    rule=RULE,
                    severity=Severity.WARNING,
                    path=entry.path,
                    line=line,
                    column=column,
                    message=(
                        f"{what} có ngày trước báo cáo được xác nhận ({words.day(entry.on)}), "
                        f"nên trang ghi “{UNDOCUMENTED}”"
                    ),
                    remedy="Thêm một xác nhận có ngày đúng; nếu mục này chưa đăng thì sửa ngày",
                    quote=words.day(day),
                )
