"""Step 3: read a date in any of its spellings ("ngày 14/8/2023", "ngày 14 tháng 8 năm 2023")."""

from __future__ import annotations

import re
from datetime import date

from danbiet.cite.normalise import Reading
from danbiet.model import PartialDate

_LEAD = re.compile(r" ?,? ?(?:(?:ban hanh|ky|cung) )?ngay ?(?=\d)")
_DAY = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?!\d)")
_DAY_WORDS = re.compile(r"(\d{1,2}) ?thang ?(\d{1,2}) ?,? ?nam ?(\d{4})(?!\d)")
_DAY_MIXED = re.compile(r"(\d{1,2}) ?thang ?(\d{1,2}) ?/ ?(\d{4})(?!\d)")
_SHORT_YEAR = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d\d)(?![\d/])")
_INCOMPLETE = re.compile(  # without a year, or with a year of five digits
    r"(\d{1,2}) ?(?:[/.-]|thang) ?(\d{1,2})(?:(?! ?(?:[/-]|thang|nam ?\d)|\d|[.,]\d)|[/.-]\d{5,6}(?!\d))"
)
_CENTURY = 46  # two digits from here on are of the last century: there was no instrument before 1945
_MONTH = re.compile(r" ?,? ?thang ?(\d{1,2}) ?(?:nam|/) ?(\d{4})(?!\d)")
_YEAR = re.compile(r" ?,? ?nam ?((?:19|20)\d\d)(?!\d)(?! ?- ?\d)")
_BARE_YEAR = re.compile(r" ((?:19|20)\d\d)(?![\d/]|\.\d)(?! ?- ?\d)")


def read_date(reading: Reading, at: int) -> tuple[PartialDate | None, int] | None:
    """The date that follows ``at`` (a comma may stand between), with its end, or nothing.

    The date is nothing where what is printed is none that a calendar has ("ngày 30/02/2024", "ngày
    08/6/20210"), or has no year ("ngày 22/2"): it still belongs to the mention and is never mended.
    """
    lead = _LEAD.match(reading.low, at)
    if lead is None:
        return None
    for spelling in (_DAY, _DAY_WORDS, _DAY_MIXED):
        found = spelling.match(reading.low, lead.end())
        if found:
            day, month, year = (int(g) for g in found.groups())
            return _valid(year, month, day), found.end()
    short = _SHORT_YEAR.match(reading.low, lead.end())
    if short:
        day, month, year = int(short.group(1)), int(short.group(3)), int(short.group(4))
        return _valid(year + (2000 if year < _CENTURY else 1900), month, day), short.end()
    incomplete = _INCOMPLETE.match(reading.low, lead.end())
    if incomplete and 1 <= int(incomplete.group(1)) <= 31 and 1 <= int(incomplete.group(2)) <= 12:
        return None, incomplete.end()
    return None


def read_year(reading: Reading, at: int, *, bare: bool = False) -> tuple[PartialDate, int] | None:
    """A year or month that follows ``at``: "năm 2022", "tháng 6 năm 2020", "2024" where ``bare``."""
    found = _MONTH.match(reading.low, at)
    if found and 1 <= int(found.group(1)) <= 12:
        return PartialDate(int(found.group(2)), int(found.group(1))), found.end()
    found = _YEAR.match(reading.low, at) or (_BARE_YEAR.match(reading.low, at) if bare else None)
    if found:
        return PartialDate(int(found.group(1))), found.end()
    return None


def _valid(year: int, month: int, day: int) -> PartialDate | None:
    """The date where the calendar has it; an impossible one is never mended."""
    try:
        date(year, month, day)
    except ValueError:
        return None
    return PartialDate(year, month, day)
