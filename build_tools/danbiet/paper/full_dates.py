"""A printed deadline as a reader of paper needs it: with its year, whatever the plan left out."""

from __future__ import annotations

import re

from danbiet import words
from danbiet.model import Deadline
from danbiet.text import collapse, nfc

_DAY = re.compile(r"(?<![\d/.-])\d{1,2}\s?[/.-]\s?\d{1,2}(?P<year>\s?[/.-]\s?\d{4})?(?![\d/.-]\d)")
_LONG_DAY = re.compile(r"ngày \d{1,2} tháng \d{1,2}(?P<year> năm \d{4})?")
_OFTEN = re.compile(r"\bhàng(?= (?:ngày|tuần|tháng|quý|năm)\b)")


def comes_back(deadline: Deadline) -> bool:
    """Whether a deadline is a day of every month or quarter."""
    return deadline.when.startswith("---")


def full(deadline: Deadline) -> str:
    """ "trước ngày 10/5/2024" of "trước ngày 10/5", "ngày 31 hằng tháng" of "vào ngày 31 hàng tháng"."""
    raw = collapse(nfc(deadline.raw).replace("*", "")).strip(" (,;")
    if deadline.due is None:
        return _OFTEN.sub("hằng", raw.removeprefix("vào ")) if comes_back(deadline) else raw
    last = next(reversed([*_DAY.finditer(raw)]), None)
    if last is not None:
        day = last[0] if last["year"] else words.day(deadline.due)
        return f"{raw[: last.start()]}{day}{raw[last.end() :]}"
    told = next(reversed([*_LONG_DAY.finditer(raw)]), None)
    if told is not None:
        year = "" if told["year"] else f" năm {deadline.due.year}"
        return f"{raw[: told.end()]}{year}{raw[told.end() :]}"
    return f"{raw} (chậm nhất {words.day(deadline.due)})"
