"""An obligation for which no unit could be read: it stands with the issuing body."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.check.assigning import finding, obligations
from danbiet.issues import Issue, Severity
from danbiet.model import Site
from danbiet.text import fold

RULE = "viec-khong-ro-don-vi"


def check(site: Site) -> Iterator[Issue]:
    """A note for each in a section that assigns work, save on reporting, where the issuing body itself reports."""
    for plan, obligation in obligations(site):
        duty = obligation.duty
        own = duty.section_kind == "content" or "bao cao" in fold(duty.section_title)
        if duty.unit or duty.unit_hint or own:
            continue
        yield finding(
            plan,
            duty.start,
            duty.text,
            RULE,
            Severity.NOTE,
            "không đọc được đơn vị được giao việc này, nên việc được ghi cho nơi ban hành",
            'Nêu đơn vị bằng {: .viec don-vi="…" } ngay dưới đoạn, hoặc {: .khong-phai-viec } nếu không giao việc',
        )
