"""A confirmation, or the document behind it, is older than the report that it confirms: it counts for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet import words
from danbiet.check.reporting import entries, finding
from danbiet.issues import Issue, Severity
from danbiet.model import Site
from danbiet.progress import UNDOCUMENTED, out_of_order

RULE = "tien-do-xac-nhan-som"

_WHAT = {"ngày": "xác nhận", "văn bản ngày": "văn bản xác nhận"}


def check(site: Site) -> Iterator[Issue]:
    """A warning for each day of a confirmation that comes before its report, and so perhaps before the plan."""
    for entry in entries(site):
        for said in entry.confirmations:
            for key, day in out_of_order(said).items():
                yield finding(
                    entry,
                    said.place(key),
                    words.day(day),
                    RULE,
                    Severity.WARNING,
                    f"{_WHAT[key]} có ngày trước báo cáo được xác nhận ({words.day(entry.on)}), "
                    f"nên trang ghi “{UNDOCUMENTED}”",
                    "Thêm một xác nhận có ngày đúng; nếu mục này chưa đăng thì sửa ngày",
                )
