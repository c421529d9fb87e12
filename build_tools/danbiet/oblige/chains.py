"""Dates of one enumeration: "trước ngày 10/5 đối với … và 10/11 đối với …", "tháng 4, tháng 8 năm 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from danbiet.oblige.dates import date_at
from danbiet.oblige.said import SaidDate

_CHAIN = re.compile(
    r"(?: ?[)*])*(?: \([^()]{1,30}\))?(?P<of> ?(?:doi voi|cho) [^,;.()]{2,60}?)?(?:,| va|;|, va)"
    r"(?: truoc| cham nhat| muon nhat)? (?=ngay \d|thang \d|quy |\d)"
)
_OF = re.compile(r"(?: ?[)*])* (?:doi voi|cho) ")


def of_one_year(dates: list[SaidDate]) -> list[SaidDate]:
    """Dates of one enumeration, each with the year printed after a later one: "30/6 và 31/12/2026"."""
    found: list[SaidDate] = []
    for said in reversed(dates):
        after = found[0] if found else None
        shared = after is not None and after.year is not None and said.year is None and not said.yearly
        if after is not None and shared and (said.number, said.day or 0) < (after.number, after.day or 0):
            said = replace(said, year=after.year)
        found.insert(0, said)
    return found


def enumerated(plain: str, first: SaidDate) -> list[SaidDate]:
    """A date of a folded text with those enumerated after it, each with the year that a later one prints."""
    return of_one_year([first, *_chained(plain, first)])


def _chained(plain: str, first: SaidDate) -> Iterator[SaidDate]:
    """Further dates of one enumeration: "trước ngày 10/5 đối với … và 10/11 đối với …"."""
    at = first.end
    while True:
        match = _CHAIN.match(plain, at)
        if match is None:
            return
        said = date_at(plain, match.end())
        if said is None or said.form is not first.form:
            return
        if match.group("of") and not _OF.match(plain, said.end):
            return
        yield said
        at = said.end
