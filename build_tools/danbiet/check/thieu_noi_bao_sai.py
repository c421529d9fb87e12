"""Nobody is named to whom a reader can report a slip."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.check.settings import missing
from danbiet.issues import Issue, Severity
from danbiet.output import Settings

RULE = "thieu-noi-bao-sai"


def check(settings: Settings, config: str) -> Iterator[Issue]:
    """A note at ``report_address``."""
    if not settings.report_address:
        yield missing(
            "report_address",
            config,
            RULE,
            Severity.NOTE,
            "chưa khai nơi nhận “Báo chỗ sai trên trang này”, nên người đọc thấy chỗ sai không biết báo cho ai",
            "Ghi vào report_address (dưới plugins, danbiet) một thư điện tử hoặc một địa chỉ https",
        )
