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
    if code is None or code.bare:
        return False
    if _under_its_title(reading, draft, code.start):
        return True
    if not _COLON.search(reading.low, draft.start, code.start + 1):
        return False
    copy = reading.copy
    line_start = copy.rfind("\n", 0, draft.start) + 1
    before = copy[line_start : draft.start].strip()
    if before and not before.isupper():
        return False
    ends_line = draft.end >= len(copy) or "\n" in copy[draft.end : draft.end + 2]
    return ends_line or (draft.start < _HEAD and _AFTER.match(reading.low, draft.end) is not None)


def _under_its_title(reading: Reading, draft: Draft, number: int) -> bool:
    """Whether the number stands under the document's title: "KẾ HOẠCH⏎Số: 12/KH-UBND"."""
    copy = reading.copy
    line_end = copy.find("\n", draft.start, number)
    if line_end < 0 or not copy[draft.start : line_end].isupper():
        return False
    alone = draft.start == 0 or copy[draft.start - 1] == "\n"
    return ":" in copy[line_end:number] or (alone and copy[line_end + 1 : number].startswith("Số "))
