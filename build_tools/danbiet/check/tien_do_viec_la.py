"""A progress entry names an obligation that no plan here has: nobody would ever see it."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.issues import Issue, Severity
from danbiet.model import Site
from danbiet.records import nearest

RULE = "tien-do-viec-la"


def check(site: Site) -> Iterator[Issue]:
    """An error for each entry on an unknown obligation, with the id most like it.

    The same finding names progress that lost its obligation when a plan's sentence was edited.
    """
    known = [obligation.id for group in site.obligations.values() for obligation in group]
    for identity, entries in site.progress.items():
        if identity in known:
            continue
        remedy = _remedy(identity, known)
        for entry in entries:
            yield Issue(
                rule=RULE,
                severity=Severity.ERROR,
                path=entry.path,
                line=entry.line,
                message="không kế hoạch nào tại đây có việc này",
                remedy=remedy,
                quote=identity,
            )


def _remedy(identity: str, known: list[str]) -> str:
    near = nearest(identity, known, cutoff=0)
    if not near:
        return "Đăng kế hoạch trước, rồi mới báo cáo tiến độ"
    code = identity.rsplit("-", 1)[-1]
    return (
        f"Có phải {near}? Nếu câu giao việc vừa được sửa, "
        f'ghi {{: .viec ma="{code}" }} dưới câu ấy trong kế hoạch để giữ mã cũ'
    )
