"""The day a date means, and in Vietnamese how it was computed."""

from __future__ import annotations

import re
from datetime import date, timedelta

from danbiet import words
from danbiet.model import PartialDate
from danbiet.oblige.dates import Form, SaidDate
from danbiet.records.dates import is_plausible

_SUBJECT_YEAR = re.compile(r"\bnăm (?P<y>20\d\d)\b(?! ?[-–])", re.I)
_QUARTERLY = re.compile(r"\bqu[ýí]\b", re.I)
_NO_MONTH = "; văn bản không nói tháng nào của quý"
_LATE = 9  # from this month on a plan may be next year's


_TITLED = re.compile(r"\b(?:tháng \d{1,2}|quý (?:[IV]+|\d))(?: ?[/-] ?| năm )(?P<y>20\d\d)\b(?! ?[-–])", re.I)


def titled_year(title: str) -> int | None:
    """The year a section's title names for what stands below: "2. Tháng 01/2026"."""
    found = {int(match["y"]) for match in _TITLED.finditer(title)}
    return found.pop() if len(found) == 1 else None


def year_of(subject: str, year: int | None, issued: PartialDate | None) -> int | None:
    """The year a plan is for: next year's plan, issued late in this one, says so in its title."""
    said = {int(match["y"]) for match in _SUBJECT_YEAR.finditer(subject)}
    if issued is None or (issued.month or 0) < _LATE or said != {issued.year + 1}:
        return year
    return issued.year + 1


def due_day(
    raw: str, said: SaidDate, year: int | None, issued: PartialDate | None = None
) -> tuple[date | None, str]:
    """The last day, or nothing where none can be computed, and the computation.

    ``raw`` is what is printed, ``year`` the plan's year, taken where none is printed. A day without a
    year that had passed when a plan was issued late in its year is one of the next year.
    """
    if said.form in {Form.DAY_OF_MONTH, Form.WEEKDAY}:
        unsaid = _QUARTERLY.search(raw) and "tháng" not in raw.lower()
        return None, f"lặp lại theo kỳ: {raw.strip(' (*')}{_NO_MONTH if unsaid else ''}"
    name = _name(said)
    base_year = year if said.year is None else said.year
    if base_year is None:
        return None, f"{name}, văn bản không ghi năm"
    if not is_plausible(base_year + said.shift):
        return None, f"{name}: không tính theo năm {base_year + said.shift}"
    due = said.last_day(base_year + said.shift)
    if due is None:
        return None, f"{name}: lịch không có ngày này"
    passed = said.year is None and not said.shift and _passed(due, issued)
    if passed:
        base_year += 1
        due = said.last_day(base_year)
        if due is None:
            return None, f"{name}: lịch không có ngày này"
    before = re.match(
        r"(?:(?:hoàn thành|xong|phải) )*trước (?:tháng|quý|năm|20\d\d\b)", raw.strip(" (*").lower()
    )
    if before:
        due = said.last_day(base_year) and _start(said, base_year) - timedelta(days=1)
        name = f"trước {name.removeprefix('hết ')}, tức ngày {words.day(due)}" if due else name
    elif said.form is not Form.DAY:
        name = f"{name}, tức ngày {words.day(due)}"
    if said.year is not None:
        return due, f"{name}, năm ghi trong văn bản"
    if passed:
        return due, f"{name}, năm theo ngày ban hành cuối năm {base_year - 1}: {base_year}"
    if said.shift:
        return due, f"{name}, năm sau năm của kế hoạch: {base_year + 1}"
    return due, f"{name}, năm theo kế hoạch: {base_year}"


def _passed(due: date, issued: PartialDate | None) -> bool:
    """Whether a day had passed when the plan was issued, in the last months of a year."""
    day = issued.exact if issued else None
    return day is not None and day.month >= _LATE and due < day


def _start(said: SaidDate, year: int) -> date:
    month = said.number or 1
    return date(year, month * 3 - 2 if said.form is Form.QUARTER else month, 1)


def _name(said: SaidDate) -> str:
    match said.form:
        case Form.DAY:
            return f"{said.day}/{said.number}"
        case Form.MONTH:
            return f"hết tháng {said.number}"
        case Form.QUARTER:
            return f"hết quý {('I', 'II', 'III', 'IV')[(said.number or 1) - 1]}"
        case Form.HALF:
            return "hết 6 tháng đầu năm" if said.number == 1 else "hết năm"
        case _:
            return f"hết năm {said.year}"
