"""What looks like a citation and is none: the document's own number in its letterhead."""

from __future__ import annotations

import re

from danbiet.cite.draft import Draft
from danbiet.cite.normalise import Reading

_COLON = re.compile(r"\bso ?:")
_HEAD = 2500  # a letterhead ends before this
_AFTER = re.compile(r" ?(?:$|doc lap|cong hoa|[a-z ]{2,40}, ngay)")


def excluded(reading: Reading, draft: Draft) -> bool:
    """Whether ``draft`` is the letterhead's own number ("Luật số: 144/2025/QH15" alone on its line)."""
    code = draft.code
    if code is None or code.bare or not _COLON.search(reading.low, draft.start, code.start + 1):
        return False
    copy = reading.copy
    if "\n" in copy[draft.start : code.start] and copy[draft.start : draft.start + 6].isupper():
        return True  # "KẾ HOẠCH⏎Số: 12/KH-UBND"
    line_start = copy.rfind("\n", 0, draft.start) + 1
    before = copy[line_start : draft.start].strip()
    if before and not before.isupper():
        return False
    ends_line = draft.end >= len(copy) or "\n" in copy[draft.end : draft.end + 2]
    return ends_line or (draft.start < _HEAD and _AFTER.match(reading.low, draft.end) is not None)
