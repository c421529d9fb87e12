"""Resolutions and conclusions of a plenum of the Party's Central Committee.

"Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết TW4 (khoá XII)",
"Nghị quyết Hội nghị Trung ương 6 khóa XII", "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương
Đảng khóa XI".
"""

from __future__ import annotations

import re

from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.normalise import Reading
from danbiet.model import MentionKind

_ORDINAL = r"(?:\d{1,2}|[ivx]{1,4}|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi(?: mot| hai| ba| bon| lam)?)"
_COMMITTEE = r"(?:ban chap hanh |bch ?)?(?:trung uong|tw|t\.u)(?: dang)?"
_NAME = re.compile(
    rf" (?:(?:cua )?hoi nghi )?"
    rf"(?:{_COMMITTEE} ?(?:lan thu )?{_ORDINAL}|lan thu {_ORDINAL},? ?(?:cua )?{_COMMITTEE})(?![a-z0-9/-])"
)
_TERM = re.compile(r" ?,? ?(?:\( ?khoa [ivx]{1,5} ?\)|khoa [ivx]{1,5}(?![a-z]))")


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The plenum's document at ``anchor``, or nothing."""
    if anchor.type.name not in {"Nghị quyết", "Kết luận"}:
        return None
    found = _NAME.match(reading.low, anchor.end)
    if found is None:
        return None
    term = _TERM.match(reading.low, found.end())
    end = term.end() if term else found.end()
    return Draft(
        start=anchor.start,
        end=end,
        core_start=anchor.start,
        core_end=end,
        type=anchor.type,
        kind=MentionKind.NAMED,
        name=reading.words(anchor.start, end),
    )
