"""Kỳ: the due date or period that a report answers, in one ISO spelling."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from danbiet import words
from danbiet.model import PartialDate
from danbiet.text import collapse, fold

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:\s*(?:/|-|nam)\s*|\s+)(\d{4})"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), "ymd"),
    (re.compile(r"(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"), "dmy"),
    (re.compile(r"(\d{4})-(\d{1,2})"), "ym"),
    (re.compile(r"(?:thang )?(\d{1,2})" + _YEAR), "my"),
    (re.compile(r"(\d{4})-q([1-4])"), "yq"),
    (re.compile(r"quy (iv|i{1,3}|[1-4])" + _YEAR), "qy"),
    (re.compile(r"(\d{4})-h([12])"), "yh"),
    (re.compile(r"0?6 thang (dau|cuoi) nam (\d{4})"), "hy"),
    (re.compile(r"(\d{4})-9m"), "y9"),
    (re.compile(r"0?9 thang(?: dau)?(?: nam)? (\d{4})"), "y9"),
    (re.compile(r"(?:nam )?(\d{4})"), "y"),
)


def normal(text: str) -> str | None:
    """``2024-05-20``, ``2024-05``, ``2024-Q2``, ``2024-H1``, ``2024-9M`` or ``2024``; nothing if unreadable.

    Reads "20/5/2024", "tháng 5/2024", "quý II năm 2024", "6 tháng đầu năm 2024", "9 tháng năm 2024",
    "năm 2024" and the ISO forms themselves.
    """
    folded = collapse(fold(text))
    for pattern, form in _FORMS:
        match = pattern.fullmatch(folded)
        if match:
            spelled = _spell(form, match.groups())
            return None if spelled is None or spelled.startswith("0000") else spelled
    return None


def span(period: str) -> tuple[date, date]:
    """The first and last day of a period as ``normal`` spells it."""
    year, _, rest = period.partition("-")
    first, last = 1, 12
    if rest == "9M":
        last = 9
    elif rest.startswith("Q"):
        first, last = 3 * int(rest[1]) - 2, 3 * int(rest[1])
    elif rest.startswith("H"):
        first, last = 6 * int(rest[1]) - 5, 6 * int(rest[1])
    elif "-" in rest:
        return date.fromisoformat(period), date.fromisoformat(period)
    elif rest:
        first = last = int(rest)
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def told(period: str) -> str:
    """A period as an officer writes it, not as it is kept: "20/5/2024", "tháng 5/2024", "quý II/2024"."""
    year, _, rest = period.partition("-")
    if rest == "9M":
        return f"9 tháng năm {year}"
    if rest.startswith("Q"):
        return f"quý {('I', 'II', 'III', 'IV')[int(rest[1]) - 1]}/{year}"
    if rest.startswith("H"):
        return f"6 tháng {'đầu' if rest == 'H1' else 'cuối'} năm {year}"
    if "-" in rest:
        return words.day(date.fromisoformat(period))
    return words.partial(PartialDate(int(year), int(rest) if rest else None))


def _spell(form: str, parts: tuple[str, ...]) -> str | None:
    try:
        match form:
            case "ymd":
                return date(int(parts[0]), int(parts[1]), int(parts[2])).isoformat()
            case "dmy":
                return date(int(parts[2]), int(parts[1]), int(parts[0])).isoformat()
            case "ym":
                return date(int(parts[0]), int(parts[1]), 1).isoformat()[:7]
            case "my":
                return date(int(parts[1]), int(parts[0]), 1).isoformat()[:7]
            case "yq":
                return f"{parts[0]}-Q{parts[1]}"
            case "qy":
                return f"{parts[1]}-Q{_ROMAN[parts[0]]}"
            case "yh":
                return f"{parts[0]}-H{parts[1]}"
            case "hy":
                return f"{parts[1]}-H{1 if parts[0] == 'dau' else 2}"
            case "y9":
                return f"{parts[0]}-9M"
            case _:
                return parts[0]
    except ValueError:
        return None
