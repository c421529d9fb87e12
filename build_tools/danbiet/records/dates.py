"""Dates as officers type and print them."""

from __future__ import annotations

import re
from datetime import date

from danbiet.model import PartialDate

_YEARS = (1900, 2100)
_ISO = re.compile(r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?)?")
_VIETNAMESE = re.compile(r"(?:(?:(?P<d>\d{1,2})\s*[-/.]\s*)?(?P<m>\d{1,2})\s*[-/.]\s*)?(?P<y>\d{4})")
_WORDS = re.compile(
    r"(?:(?:ngày\s*(?P<d>\d{1,2})?[\s.…_]*)?tháng\s*(?P<m>\d{1,2})?[\s.…_]*)?năm\s*(?P<y>\d{4})",
    re.IGNORECASE,
)


def read_date(text: str) -> PartialDate | None:
    """A date: ``2024-03-13``, ``13/3/2024``, ``2024-03``, ``3/2024``, ``2024``, or in words.

    Nothing where the text is no date, or a day the calendar does not have.
    """
    text = text.strip()
    for pattern in (_ISO, _VIETNAMESE, _WORDS):
        m = pattern.fullmatch(text)
        if m:
            return _partial(m)
    return None


def is_plausible(year: int) -> bool:
    """Whether a plan may mean ``year``: a slip such as 0202 or 9999 gives no day and no folder."""
    return _YEARS[0] <= year <= _YEARS[1]


def looks_like_date(text: str) -> bool:
    """Whether a text has the form of a date, be it in the calendar or not."""
    return any(pattern.fullmatch(text.strip()) for pattern in (_ISO, _VIETNAMESE, _WORDS))


def printed_parts(line: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day printed in a place-and-date line; nothing where they are blank."""
    m = _WORDS.search(line)
    if not m:
        return None, None, None
    year, month, day = (int(m[k]) if m[k] else None for k in ("y", "m", "d"))
    return year, month, day


def _partial(m: re.Match[str]) -> PartialDate | None:
    year, month, day = int(m["y"]), m["m"] and int(m["m"]), m["d"] and int(m["d"])
    if (day and not month) or not is_plausible(year):
        return None
    try:
        date(year, 1 if month is None else int(month), 1 if day is None else int(day))
    except ValueError:
        return None
    return PartialDate(year, int(month) if month is not None else None, int(day) if day is not None else None)
