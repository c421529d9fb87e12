"""What looks like a citation and is none: a letterhead's own number."""

from __future__ import annotations

import re

from danbiet.cite.draft import Draft
from danbiet.cite.normalise import Reading

_COLON = re.compile(r"\bso ?:")


def excluded(reading: Reading, draft: Draft) -> bool:
    """Whether ``draft`` is the document's own number in its letterhead ("Luật số: 144/2025/QH15")."""
    if draft.code is None or draft.code.bare:
        return False
    if not _COLON.search(reading.low, draft.start, draft.code.start + 1):
        return False
    copy = reading.copy
    line_start = draft.start == 0 or copy[draft.start - 1] == "\n" or copy[max(0, draft.start - 2)] == "\n"
    line_end = (
        draft.end >= len(copy)
        or copy[draft.end : draft.end + 1] in {"\n", ""}
        or "\n" in copy[draft.end : draft.end + 2]
    )
    broken = "\n" in copy[draft.start : draft.code.start]
    return (line_start and line_end) or broken
