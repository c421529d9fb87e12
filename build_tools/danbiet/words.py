"""Vietnamese words for dates, counts and states, as readers see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from danbiet.model import Instrument, PartialDate, Plan, Recurrence, Unit

RECURRENCES = {
    Recurrence.MONTHLY: "hằng tháng",
    Recurrence.QUARTERLY: "hằng quý",
    Recurrence.SIX_MONTH: "6 tháng",
    Recurrence.NINE_MONTH: "9 tháng",
    Recurrence.ANNUAL: "hằng năm",
    Recurrence.AD_HOC: "đột xuất",
}
SPECIAL_SECTIONS = {"closing": "đoạn kết", "recipients": "nơi nhận", "signature": "phần ký"}
NO_DEADLINE = "kế hoạch không nêu thời hạn"
UNKNOWN_ISSUE_DATE = "chưa rõ ngày ban hành"


def day(value: date) -> str:
    """``20/5/2024``; a month below 3 and a day below 10 are written 01 … as NĐ 30/2020 asks."""
    return f"{value.day:02d}/{month(value.month)}/{value.year}"


def month(number: int) -> str:
    """A month's number as in a day: "02", "5"."""
    return f"{number:02d}" if number < 3 else str(number)


def partial(value: PartialDate) -> str:
    """``20/5/2024``, ``tháng 5/2024`` or ``năm 2024``: as far as it is known."""
    if value.exact:
        return day(value.exact)
    return f"tháng {value.month}/{value.year}" if value.month else f"năm {value.year}"


def date_line(place: str | None, issued: PartialDate) -> str:
    """``Bãi Cháy, ngày 13 tháng 3 năm 2024``, with blanks where a part is not stated."""
    number = f"{issued.day:02d}" if issued.day else "…"
    of_month = month(issued.month) if issued.month else "…"
    line = f"ngày {number} tháng {of_month} năm {issued.year}"
    return f"{place}, {line}" if place else line


def recurring(recurrence: Sequence[Recurrence]) -> str:
    """How often, in words: "định kỳ hằng tháng, đột xuất"; nothing where the plan names none."""
    said = ", ".join(RECURRENCES[r] for r in recurrence)
    return f"định kỳ {said}" if any(r is not Recurrence.AD_HOC for r in recurrence) else said


def type_word(plan: Plan) -> str:
    """The type as the site says it in a sentence: "Kế hoạch", however the original prints it."""
    return plan.type_name.capitalize()


def plan_title(plan: Plan) -> str:
    """The plan as one phrase: "Kế hoạch thực hiện dân chủ ở cơ sở năm 2024"."""
    subject = plan.subject
    if subject[1:2].islower():  # a first word in capitals is a name or an abbreviation
        subject = subject[:1].lower() + subject[1:]
    return f"{type_word(plan)} {subject}"


def section_label(section: str) -> str:
    """Where in a plan: "mục III.2", "đoạn kết"; nothing before the first section."""
    return SPECIAL_SECTIONS.get(section) or (f"mục {section}" if section else "")


def stamp(value: str) -> tuple[str, str]:
    """The time of a digital signature: for ``datetime=``, and as a reader sees it."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return "", value
    return moment.isoformat(), f"{moment:%H:%M:%S} {day(moment.date())}"


def instrument_name(instrument: Instrument) -> str:
    """``Nghị định số 59/2023/NĐ-CP``; the title where no number is known. A presumed number is not printed."""
    if instrument.number and not instrument.number_presumed:
        return f"{instrument.type_name} số {instrument.number}"
    return instrument.title or instrument.type_name


def capital(text: str) -> str:
    """The text with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


def unit_label(unit: Unit) -> str:
    """The unit's name with a capital first letter."""
    return capital(unit.name)


def size(count: int) -> str:
    """A file's size for people: ``1,4 MB``."""
    if count < 1024 * 1024:
        return f"{max(1, round(count / 1024))} kB"
    return f"{count / 1024 / 1024:.1f} MB".replace(".", ",")


def short(text: str, limit: int = 110) -> str:
    """The beginning of a text, cut between words, with an ellipsis where something follows."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + " …"
