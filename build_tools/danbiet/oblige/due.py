"""The day a date means, and in Vietnamese how it was computed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum

from danbiet import words
from danbiet.model import PartialDate
from danbiet.oblige.clauses import pattern
from danbiet.oblige.said import Form, SaidDate
from danbiet.records.dates import is_plausible

_SUBJECT_YEAR = re.compile(r"\bnăm (?P<y>20\d\d)\b(?! ?[-–])", re.I)
_SUBJECT_SPAN = re.compile(r"\b(?P<y>20\d\d) ?[-–] ?(?P<next>20\d\d)\b")
_QUARTERLY = re.compile(r"\bqu[ýí]\b", re.I)
_NO_MONTH = "; văn bản không nói tháng nào của quý"
_BEFORE = re.compile(r"(?:(?:hoàn thành|xong|phải) )*trước (?:tháng|quý|năm|20\d\d\b)")
_LATE = 9  # from this month on a plan may be next year's
JUST_PASSED = 60  # days by which a plan may set a day too late

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


class YearSaid(Enum):
    """How a plan's year is known, which tells of which year a day without one is."""

    UNSAID = "unsaid"  # by its number and its day of issue alone
    NAMED = "named"  # its title, or a section's, names the year
    SPAN = "span"  # it names this year and the next: "Kế hoạch năm học 2025 - 2026"
    CAMPAIGN = "campaign"  # it names the next year for work that begins in this: "Tuyển quân năm 2026"


def year_of(subject: str, year: int | None, issued: PartialDate | None) -> tuple[int | None, YearSaid]:
    """The year a plan is for and how that is known: next year's plan, issued late in this one, says so in its title."""
    said = {int(match["y"]) for match in _SUBJECT_YEAR.finditer(subject)}
    span = _SUBJECT_SPAN.search(subject)
    if year is not None and span and (int(span["y"]), int(span["next"])) == (year, year + 1):
        return year, YearSaid.SPAN
    if issued is None or (issued.month or 0) < _LATE or said != {issued.year + 1}:
        return year, YearSaid.NAMED if said == {year} else YearSaid.UNSAID
    campaign = pattern("campaign").search(subject.lower())
    return issued.year + 1, YearSaid.CAMPAIGN if campaign else YearSaid.NAMED


def due_day(
    raw: str,
    said: SaidDate,
    year: int | None,
    issued: PartialDate | None = None,
    known: YearSaid = YearSaid.UNSAID,
) -> tuple[date | None, str]:
    """The last day, or nothing where none can be computed, and the computation.

    ``raw`` is what is printed, ``year`` the plan's year, taken where none is printed, ``known`` how that
    is known. A day without a year that had long passed when a plan was issued is one of the next year; in
    a campaign for the next year what can still be done in the year of issue is of that year.
    """
    if said.lunar:
        return None, "không tính được: ngày âm lịch"
    if said.form in {Form.DAY_OF_MONTH, Form.WEEKDAY}:
        unsaid = _QUARTERLY.search(raw) and "tháng" not in raw.lower()
        return None, f"lặp lại theo kỳ: {raw.strip(' (*')}{_NO_MONTH if unsaid else ''}"
    name = _name(said)
    base_year, why = _year_meant(said, year, issued, known)
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
    said: SaidDate, year: int | None, issued: PartialDate | None, known: YearSaid
) -> tuple[int | None, str]:
    """The year a date is of, before any "năm sau", and in Vietnamese how it is known."""
    if said.year is not None:
        return said.year, "năm ghi trong văn bản"
    if year is None:
        return None, ""
    if said.shift:
        return year, f"năm sau năm của kế hoạch: {year + 1}"
    due, day = said.last_day(year), issued.exact if issued else None
    if due is None or day is None:
        return year, f"năm theo kế hoạch: {year}"
    if due < day and said.wraps:
        return year + 1, f"cuối khoảng thời gian qua năm mới: {year + 1}"
    if _long_passed(due, day, known):
        return year + 1, f"năm theo ngày ban hành cuối năm {year}: {year + 1}"
    if known is YearSaid.CAMPAIGN and not said.yearly and year == day.year + 1:
        sooner = said.last_day(year - 1)
        if sooner is not None and sooner >= day:
            return year - 1, f"năm theo ngày ban hành, vì đợt này bắt đầu trong năm {year - 1}: {year - 1}"
    return year, f"năm theo kế hoạch: {year}"


def _long_passed(due: date, issued: date, known: YearSaid) -> bool:
    """Whether a day had so long passed when a plan was issued late in the year that the next year's is meant.

    A plan whose title names its year may set a day that had just passed: it is late, and means that day.
    """
    if due >= issued or (issued.month < _LATE and known is not YearSaid.SPAN):
        return False
    return known is YearSaid.UNSAID or (issued - due).days > JUST_PASSED


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
