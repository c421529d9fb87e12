"""The day a date means, and in Vietnamese how it was computed."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from danbiet import words
from danbiet.model import PartialDate
from danbiet.oblige.dates import Form, SaidDate
from danbiet.records.dates import is_plausible

_SUBJECT_YEAR = re.compile(r"\bnăm (?P<y>20\d\d)\b(?! ?[-–])", re.I)
_QUARTERLY = re.compile(r"\bqu[ýí]\b", re.I)
_NO_MONTH = "; văn bản không nói tháng nào của quý"
_BEFORE = re.compile(r"(?:(?:hoàn thành|xong|phải) )*trước (?:tháng|quý|năm|20\d\d\b)")
_LATE = 9  # from this month on a plan may be next year's
_SOON = 6  # a plan for the next year that ends by this month is none for all of it

_TITLED = re.compile(r"\b(?:tháng \d{1,2}|quý (?:[IV]+|\d))(?: ?[/-] ?| năm )(?P<y>20\d\d)\b(?! ?[-–])", re.I)
_TOLD_OF = re.compile(
    r"\b(?:kết luận|báo cáo|thông báo|phiên họp|cuộc họp|hội nghị|nghị quyết|công văn|theo)\b", re.I
)


def titled_year(title: str) -> int | None:
    """The year a section's title names for what stands below: "2. Tháng 01/2026", "Nhiệm vụ quý IV/2025".

    Not the year of a document the title tells of: "2. Thực hiện kết luận phiên họp tháng 12/2024".
    """
    found = {
        int(match["y"]) for match in _TITLED.finditer(title) if not _TOLD_OF.search(title, 0, match.start())
    }
    return found.pop() if len(found) == 1 else None


def year_of(subject: str, year: int | None, issued: PartialDate | None) -> int | None:
    """The year a plan is for: next year's plan, issued late in this one, says so in its title."""
    said = {int(match["y"]) for match in _SUBJECT_YEAR.finditer(subject)}
    if issued is None or (issued.month or 0) < _LATE or said != {issued.year + 1}:
        return year
    return issued.year + 1


_PRINTED = re.compile(
    r"\b(?:(?:(?P<d>\d{1,2})(?:(?P<s>[/.-])|(?P<of> tháng )))?(?:(?<!\d)tháng )?(?P<m>\d{1,2})"
    r"(?(s)(?P=s)|(?(of) năm |(?:/| năm )))|quý (?P<q>iv|i{1,3}|[1-4])(?:/| năm ))(?P<y>20\d\d)\b",
    re.I,
)
# Words of a plan that goes through its whole year, whatever days it prints.
_ALL_YEAR = re.compile(
    r"\b(?:(?:hằng|hàng|mỗi|báo cáo|tổng kết|cuối) (?:quý|năm)|quý (?:ii|iii|2|3)(?! ?[/-]| năm \d)"
    r"|(?:0?[69]|sáu|chín) tháng)\b",
    re.I,
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def last_printed(texts: Iterable[str], issued: PartialDate | None) -> date | None:
    """The day on which a plan for the next year ends soon: the last it prints with a year, in that year's first half.

    None where it prints none in that year, or speaks of its quarters or of what is done every year: a
    plan with one preparatory day in the year of its issue goes on for all the next.
    """
    since = issued.exact if issued else None
    whole = list(texts)
    if since is None or any(_ALL_YEAR.search(text) for text in whole):
        return None
    found = (match for text in whole for match in _PRINTED.finditer(text))
    last = max(filter(None, map(_printed_day, found)), default=None)
    return last if last and last.year == since.year + 1 and last.month <= _SOON else None


def _printed_day(match: re.Match[str]) -> date | None:
    year = int(match["y"])
    month = 3 * (_QUARTERS.get(match["q"].lower()) or int(match["q"])) if match["q"] else int(match["m"])
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    day = int(match["d"]) if match["d"] else last
    return date(year, month, day) if 1 <= day <= last else None


def due_day(
    raw: str,
    said: SaidDate,
    year: int | None,
    issued: PartialDate | None = None,
    last: date | None = None,
) -> tuple[date | None, str]:
    """The last day, or nothing where none can be computed, and the computation.

    ``raw`` is what is printed, ``year`` the plan's year, taken where none is printed. A day without a
    year that had passed when a plan was issued late in its year is one of the next year; where the plan
    is for the next year but ends soon, by the ``last`` day it prints, a day before its issue's year is
    out is one of that year.
    """
    if said.lunar:
        return None, "không tính được: ngày âm lịch"
    if said.form in {Form.DAY_OF_MONTH, Form.WEEKDAY}:
        unsaid = _QUARTERLY.search(raw) and "tháng" not in raw.lower()
        return None, f"lặp lại theo kỳ: {raw.strip(' (*')}{_NO_MONTH if unsaid else ''}"
    name = _name(said)
    base_year, why = _year_meant(said, year, issued, last)
    if base_year is None:
        return None, f"{name}, văn bản không ghi năm"
    if not is_plausible(base_year + said.shift):
        return None, f"{name}: không tính theo năm {base_year + said.shift}"
    due = said.last_day(base_year + said.shift)
    if due is None:
        return None, f"{name}: lịch không có ngày này"
    if _BEFORE.match(raw.strip(" (*").lower()):
        due = _start(said, base_year) - timedelta(days=1)
        name = f"trước {name.removeprefix('hết ')}, tức ngày {words.day(due)}"
    elif said.form is not Form.DAY:
        name = f"{name}, tức ngày {words.day(due)}"
    return due, f"{name}, {why}"


def _year_meant(
    said: SaidDate, year: int | None, issued: PartialDate | None, last: date | None
) -> tuple[int | None, str]:
    """The year a date is of, before any "năm sau", and in Vietnamese how it is known."""
    if said.year is not None:
        return said.year, "năm ghi trong văn bản"
    if year is None:
        return None, ""
    if said.shift:
        return year, f"năm sau năm của kế hoạch: {year + 1}"
    due = said.last_day(year)
    if due is not None and _passed(due, issued):
        return year + 1, f"năm theo ngày ban hành cuối năm {year}: {year + 1}"
    if due is not None and said.wraps and issued and issued.exact and due < issued.exact:
        return year + 1, f"cuối khoảng thời gian qua năm mới: {year + 1}"
    if due is not None and last is not None and _early(said, due, year, issued, last):
        return year - 1, f"năm theo ngày ban hành và ngày cuối kế hoạch ghi ({words.day(last)}): {year - 1}"
    return year, f"năm theo kế hoạch: {year}"


def _passed(due: date, issued: PartialDate | None) -> bool:
    """Whether a day had passed when the plan was issued, in the last months of a year."""
    day = issued.exact if issued else None
    return day is not None and day.month >= _LATE and due < day


def _early(said: SaidDate, due: date, year: int, issued: PartialDate | None, last: date) -> bool:
    """Whether a plan for the next year means a day of the year it was issued in: the other lies behind its end."""
    day = issued.exact if issued else None
    if day is None or said.yearly or year != day.year + 1 or due <= last:
        return False
    sooner = said.last_day(year - 1)
    return sooner is not None and sooner >= day


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
