"""How a printed deadline is told and understood: in one short clause, and only what the words do not say."""

from __future__ import annotations

import re

from danbiet import words
from danbiet.pages.views import DueView

_YEAR_TAKEN = re.compile(r"năm (?:theo|sau năm)[^:]*: (?P<year>\d{4})$")


def told(due: DueView) -> str:
    """ "Kế hoạch ghi “trước ngày 31/10”; hiểu là năm 2025": the plan's words, and what is not in them."""
    if not due.raw:
        return ""
    how = _understood(due)
    return f"Kế hoạch ghi “{due.raw}”{f'; {how}' if how else ''}"


def _understood(due: DueView) -> str:
    """What the site took the words for; nothing where they say it themselves."""
    if due.recurring:
        return f"hiểu là {due.basis}"
    if due.day is None:
        return "" if due.basis.startswith("lặp lại theo kỳ") else due.basis
    if "kể từ" in due.basis:
        return f"cách tính: {due.basis}"
    if "tức ngày" in due.basis:
        return f"hiểu là hết ngày {words.day(due.day)}"
    taken = _YEAR_TAKEN.search(due.basis)
    return f"hiểu là năm {taken['year']}" if taken else ""
