"""What a printed date says: how much of a day, and of which year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from danbiet.records.dates import is_plausible


class Form(Enum):
    """How much of a date is said."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DAY_OF_MONTH = "day-of-month"  # "ngày 20 hằng tháng"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date as printed in ``start:end``; ``yearly`` where "hằng năm" follows, ``shift`` 1 for "năm sau".

    ``lunar`` where "âm lịch" follows; ``wraps`` for the end of a range over New Year: "28/12 - 05/01".
    """

    start: int
    end: int
    form: Form
    year: int | None = None
    number: int | None = None  # month, quarter, half or weekday
    day: int | None = None
    yearly: bool = False
    shift: int = 0
    lunar: bool = False
    wraps: bool = False

    def ended_by(self, last: SaidDate) -> SaidDate:
        """The end of a range that this date begins: of the next year where both print none and it lies before."""
        unsaid = (
            self.form is last.form and last.form in {Form.DAY, Form.MONTH} and self.year is last.year is None
        )
        turns = unsaid and (last.number or 0, last.day or 0) < (self.number or 0, self.day or 0)
        return replace(last, wraps=turns)

    @property
    def when(self) -> str:
        """ISO 8601, or truncated where no year is printed: ``--10-31``, ``--06``, ``--Q2``; "" by the moon."""
        if self.lunar:
            return ""
        head = "-" if self.year is None else f"{self.year:04d}"
        match self.form:
            case Form.DAY:
                return f"{head}-{self.number:02d}-{self.day:02d}"
            case Form.MONTH:
                return f"{head}-{self.number:02d}"
            case Form.QUARTER:
                return f"{head}-Q{self.number}"
            case Form.HALF:
                return f"{head}-H{self.number}"
            case Form.YEAR:
                return f"{self.year:04d}"
            case Form.DAY_OF_MONTH:
                return f"---{self.day:02d}"
            case Form.WEEKDAY:
                return f"-W-{self.number}"

    def last_day(self, year: int) -> date | None:
        """The last day this can mean in ``year``; nothing where the calendar has no such day, or no such year."""
        month = {
            Form.DAY: self.number,
            Form.MONTH: self.number,
            Form.QUARTER: (self.number or 0) * 3,
            Form.HALF: (self.number or 0) * 6,
            Form.YEAR: 12,
        }.get(self.form)
        if not month or not 1 <= month <= 12 or not is_plausible(year):
            return None
        last = monthrange(year, month)[1]
        day = self.day if self.form is Form.DAY and self.day else last
        return date(year, month, day) if day <= last else None
