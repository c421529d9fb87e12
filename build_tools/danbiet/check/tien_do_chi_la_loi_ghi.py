"""What is claimed without anything to show for it: shown as a claim, but it changes no state."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.issues import Issue, Severity
from danbiet.model import Confirmation, ProgressEntry, ProgressStage, Site
from danbiet.progress import UNDOCUMENTED, confirms, may_confirm

RULE = "tien-do-chi-la-loi-ghi"


def check(site: Site) -> Iterator[Issue]:
    """A note for "đã hoàn thành" without evidence, and for a confirmation that does not count."""
    for entry in (entry for entries in site.progress.values() for entry in entries):
        if entry.stage is ProgressStage.DONE and not entry.evidence:
            yield _issue(
                entry,
                "ghi đã hoàn thành nhưng không có minh chứng, nên tình trạng chưa đổi",
                "Thêm một mục mới có minh chứng; mục đã đăng thì không sửa",
                entry.what,
            )
        for said in entry.confirmations:
            if not confirms(said):
                yield _issue(entry, *_why(said), said.by)


def _why(said: Confirmation) -> tuple[str, str]:
    if not may_confirm(said.by):
        return (
            f"bên này không phải Mặt trận Tổ quốc hay Ban Thanh tra nhân dân, nên trang ghi “{UNDOCUMENTED}”",
            "Ghi xác nhận của Mặt trận Tổ quốc hoặc Ban Thanh tra nhân dân",
        )
    return (
        f"xác nhận chưa có văn bản (số hoặc biên bản, ngày, tệp), nên trang ghi “{UNDOCUMENTED}”",
        "Khi có văn bản, thêm một xác nhận có mục “văn bản”",
    )


def _issue(entry: ProgressEntry, message: str, remedy: str, quote: str) -> Issue:
    return Issue(
        rule=RULE,
        severity=Severity.NOTE,
        path=entry.path,
        line=entry.line,
        message=message,
        remedy=remedy,
        quote=quote,
    )
