"""The site's public address is not set, so whatever needs an absolute address is left out."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.check.settings import missing
from danbiet.issues import Issue, Severity
from danbiet.output import Settings

RULE = "thieu-dia-chi-trang"


def check(settings: Settings, config: str) -> Iterator[Issue]:
    """A note at ``site_url``; an edition for a disk has no address."""
    if not settings.site_url and not settings.offline:
        yield missing(
            "site_url",
            config,
            RULE,
            Severity.NOTE,
            "chưa khai địa chỉ công khai của trang, nên mã QR, lịch, bản tin và thẻ chia sẻ được bỏ qua",
            "Khi đã biết, ghi vào site_url, ví dụ https://tenphuong.tentinh.gov.vn/ke-hoach/",
        )
