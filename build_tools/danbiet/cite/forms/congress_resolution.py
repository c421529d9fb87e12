"""Resolutions of one Party congress, told by its ordinal or its body and term.

"Nghị quyết Đại hội Đảng bộ phường lần thứ XXI", "Nghị quyết đại hội toàn quốc lần thứ XII của Đảng",
"Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XX, nhiệm kỳ
2020 - 2025". "Nghị quyết Đại hội Đảng các cấp nhiệm kỳ 2020 - 2025" is many resolutions and none.
"""

from __future__ import annotations

import re

from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.normalise import Reading
from danbiet.cite.places import read_level, read_place
from danbiet.model import MentionKind

_CONGRESS = re.compile(
    r" (?:cua )?dai hoi(?: dai bieu)?(?: toan quoc)?(?: cua)?(?P<body> (?:dang bo|chi bo|dang vien|dang))?(?= )"
)
_ORDINAL = re.compile(r" ?,? ?(?:(?:lan|lan thu|thu|khoa) ?)*(?:thu )?(?:[ivx]{1,6}|\d{1,2})(?![a-z0-9/.-])")
_OF_PARTY = re.compile(r" (?:cua )?dang(?: cong san viet nam| bo)?(?![a-z])")
_TERM = re.compile(r" ?[,;]? ?\(? ?nhiem ky ?\d{4} ?- ?\d{4}(?: ?\))?")


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The congress resolution at ``anchor``, or nothing."""
    if anchor.type.name != "Nghị quyết":
        return None
    found = _CONGRESS.match(reading.low, anchor.end)
    if found is None:
        return None
    end = found.end()
    level = read_level(reading, end + 1) if reading.low[end : end + 1] == " " else None
    end = level or (read_place(reading, end) if found["body"] else end)
    ordinal = _ORDINAL.match(reading.low, end)
    if ordinal:
        end = ordinal.end()
        if of_party := _OF_PARTY.match(reading.low, end):
            end = of_party.end()
            if late := read_level(reading, end + 1):
                end = late
    term = _TERM.match(reading.low, end)
    if term:
        end = term.end()
    if not ordinal and not (term and level):
        return None
    return Draft(
        start=anchor.start,
        end=end,
        core_start=anchor.start,
        core_end=end,
        type=anchor.type,
        kind=MentionKind.NAMED,
        name=reading.words(anchor.start, end),
    )
