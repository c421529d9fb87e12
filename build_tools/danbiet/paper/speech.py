"""Writing a text the way it is spoken over a loudspeaker: numbers, dates and abbreviations as words."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from danbiet.records import shipped

_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", " nghìn", " triệu", " tỷ")
_DATE = re.compile(
    r"(?:ngày )?\b(\d{1,2})/(\d{1,2})(?:/(\d{4}))?\b|ngày (\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?\b"
)
_DAY_OF_MONTH = re.compile(r"(?<=ngày )(?:0?[1-9]|10)(?![\w/]|[.,-]\d)")
_CODE = re.compile(r"(\d{1,5})(?:/\d{4})?[-/]\w[\w&/-]*")
_NUMBER = re.compile(r"(?<![\w/.,-])\d{1,9}(?![\w/]|[.,-]\d)")
_SYLLABLES_A_MINUTE = 180  # a measured loudspeaker reading; newsreaders are faster


def spoken_number(number: int) -> str:
    """A whole number in words: 21 → "hai mươi mốt", 2024 → "hai nghìn không trăm hai mươi tư".

    Raises ValueError for negative numbers and from a thousand billion upwards.
    """
    if not 0 <= number < 10**12:
        raise ValueError(number)
    if number == 0:
        return _UNITS[0]
    groups = []
    for scale in _SCALES:
        number, rest = divmod(number, 1000)
        if rest:
            groups.append(_below_thousand(rest, leading=number > 0) + scale)
        if not number:
            break
    return " ".join(reversed(groups))


def _below_thousand(number: int, *, leading: bool) -> str:
    """A group of three digits; ``leading`` when other groups stand before it ("không trăm")."""
    hundreds, rest = divmod(number, 100)
    words = [f"{_UNITS[hundreds]} trăm"] if hundreds or leading else []
    tens, ones = divmod(rest, 10)
    if tens > 1:
        words.append(f"{_UNITS[tens]} mươi")
    elif tens == 1:
        words.append("mười")
    elif ones and words:
        words.append("linh")
    if ones:
        words.append(_last_digit(ones, tens))
    return " ".join(words)


def _last_digit(ones: int, tens: int) -> str:
    if ones == 1 and tens > 1:
        return "mốt"
    if ones == 4 and tens > 1:
        return "tư"
    if ones == 5 and tens:
        return "lăm"
    return _UNITS[ones]


def spoken_date(day: date) -> str:
    """ "ngày hai mươi tháng năm năm hai nghìn không trăm hai mươi tư" of 2024-05-20.

    The fourth month is "tháng tư"; days 1 to 10 are said with "mùng".
    """
    return _spoken_day(day.day, day.month, day.year)


def _spoken_day(day: int, month: int, year: int | None) -> str:
    month_word = "tư" if month == 4 else spoken_number(month)
    day_word = f"mùng {spoken_number(day)}" if day <= 10 else spoken_number(day)
    tail = f" năm {spoken_number(year)}" if year else ""
    return f"ngày {day_word} tháng {month_word}{tail}"


def spoken(text: str) -> str:
    """A sentence with abbreviations, dates and numbers as they are said; other signs are left alone.

    Of a document's code only the number is said ("59/2023/NĐ-CP" → "năm mươi chín"): a listener
    cannot write down a notation.
    """
    text = _DATE.sub(_say_date, text)
    text = _DAY_OF_MONTH.sub(lambda match: f"mùng {spoken_number(int(match[0]))}", text)
    text = _CODE.sub(lambda match: spoken_number(int(match[1])), text)
    for short, full in _abbreviations():
        text = re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", full, text)
    return _NUMBER.sub(lambda match: spoken_number(int(match[0])), text)


def _say_date(match: re.Match[str]) -> str:
    day, month, year = int(match[1] or match[4]), int(match[2] or match[5]), match[3] or match[6]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return match[0]
    return _spoken_day(day, month, int(year) if year else None)


@cache
def _abbreviations() -> tuple[tuple[str, str], ...]:
    """Abbreviations with their full words, the longest first."""
    return tuple(sorted(shipped("paper", "chu-viet-tat.yml").items(), key=lambda pair: -len(pair[0])))


def spoken_length(seconds: int) -> str:
    """ "1 phút 10 giây" of 68: to the next ten seconds, as one plans a broadcast."""
    minutes, rest = divmod(-(-seconds // 10) * 10, 60)
    parts = [f"{minutes} phút" if minutes else "", f"{rest} giây" if rest else ""]
    return " ".join(part for part in parts if part)


def speaking_seconds(text: str) -> int:
    """How long reading the text aloud takes, in seconds; a Vietnamese word is a syllable."""
    return round(len(text.split()) * 60 / _SYLLABLES_A_MINUTE)
