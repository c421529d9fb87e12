"""Dates as administrative Vietnamese writes them: a day, a month, a quarter, half a year, a year."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from danbiet.oblige.said import Form, SaidDate
from danbiet.text import fold, nfc


@lru_cache(maxsize=1024)  # the blocks of one plan: each is asked about several times
def folded(text: str) -> str:
    """The text folded, code point for code point, so that places in it are places in ``text``."""
    whole = fold(text)
    if len(whole) == len(text):
        return whole
    return "".join((fold(nfc(char)) or " ")[0] for char in text)


_TIME = (
    r"(?:\d{1,2} ?(?:h|gio|g|:) ?(?:\d{2}(?: ?phut|['’′])?)?+(?:,| [-–])? ?\(?"
    r"(?:(?:sang|trua|chieu|toi|dem) )?(?:cac |cua )?)?"
    r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)[, (]+)?"
)
_CLOCK = r"(?:h\b|h\d|gio\b|g\d|:\d)"  # "7h30 - 8h00" is no 30 August
_YEARLY = (
    r"(?P<yearly> (?:hang|moi) nam)?(?P<shift> (?:cua )?nam (?:sau|ke tiep|tiep theo|lien ke|lien sau))?"
    r"(?:(?(yearly),?) (?:ke tu|bat dau tu|tinh tu|tu) nam (?P<since>20\d\d)(?!\d))?"  # "hằng năm kể từ năm 2027"
)
_SEPARATOR = r" ?(?P<s>[/.-]) ?"  # the same twice in one day: "09 - 10/2026" are two months
_LISTED = r"(?: ?[,+&–-] ?| va )"  # "Quý I, II/2026", "tháng 3 - 4/2026": due by the last
_QUARTER = r"(?:iv|i{1,3}|[1-4])"
# "ngày Quốc khánh 02/9": what the day is named for may stand before it.
_DAY = (
    r"(?:ngay (?:(?!thang |quy |nam |lam |truoc |sau )[a-z]+ ){1,4}(?=\d{1,2}/\d{1,2})|(?:(?:cac )?ngay ?)?)"
)
# "ngày 01 - 02/6/2026", "08 và 09/6": the last of them.
_DAYS = r"(?:\d{1,2}(?: ?[,–-] ?| va )){0,6}(?:mung )?"
_ALSO = r"(?:,| va|, va) (?:ngay )?\d{1,2}"  # "ngày 01 và ngày 15 hằng tháng": the month follows the last
# "10/12 chi bộ" is a share, "trước 2026 hộ" tells how many; folded, some of these words begin others.
COUNTED = (
    r"(?: (?:thon|ap|khu(?! dan)|xom|xa|phuong|chi bo|chi hoi|tieu chi|ho(?! so)|can bo|dang vien|km|ha|m2|ngay"
    r"|chi tieu|nguoi(?! dung| dan)|hoc sinh|tre em|cay"
    r"|to(?! chuc| bau| truong)|truong(?! thon| ban| khu| phong| to| doan| cong| hoc)|tong(?! hop| ket)"
    r"|so (?:thon|xa|ho|chi bo|truong|xom|ap|don vi)|co so|cong trinh|thanh vien|dai bieu|trieu|ty|luot|suat|lop)\b)"
)
_SHARE = re.compile(COUNTED)
_FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = tuple(
    (form, re.compile(pattern))
    for form, pattern in (
        (
            Form.DAY_OF_MONTH,
            _TIME + r"(?:ngay )?(?:mung )?(?P<d>\d{1,2})"
            # "hằng tháng trước ngày 14, hằng quý trước ngày 15 của tháng cuối quý": a comma between two
            r"(?:,(?! (?:hang|moi) quy (?:truoc|cham nhat)))? (?:cua )?(?P<monthly>"
            r"(?:hang|moi) (?:thang|quy)|(?:cua )?thang "
            r"(?:dau tien |dau |cuoi cung |cuoi |thu hai |thu ba )?(?:cua )?"
            r"(?:(?:hang |moi )?quy(?: sau)?|sau|truoc|ke tiep|tiep theo|lien ke))",
        ),
        (
            Form.DAY_OF_MONTH,
            rf"(?:ngay )?(?P<d>\d{{1,2}})(?=(?:{_ALSO}){{1,6}},? (?:cua )?(?:hang|moi) thang)",
        ),
        (
            Form.DAY,
            _TIME
            + rf"{_DAY}{_DAYS}(?P<d>\d{{1,2}}){_SEPARATOR}(?P<m>\d{{1,2}}) ?(?P=s) ?(?P<y>\d{{4}})(?!\d)"
            + _YEARLY,
        ),
        (
            Form.DAY,
            _TIME
            + rf"(?:(?:cac )?ngay ?)?{_DAYS}"
            + r"(?P<d>\d{1,2}),? thang (?P<m>\d{1,2})(?!\d)(?:(?:,? nam |[/.-])(?P<y>\d{4}))?"
            + _YEARLY,
        ),
        (
            Form.DAY,
            _TIME
            + rf"(?:(?:cac )?ngay ?)?{_DAYS}"
            + rf"(?P<d>\d{{1,2}}) ?[/.-] ?(?P<m>\d{{1,2}})(?![\d/])(?! ?{_CLOCK})(?: nam (?P<y>\d{{4}}))?"
            + _YEARLY,
        ),
        # "nửa đầu tháng 10", "giữa tháng 10", "trong 05 ngày đầu tháng 7"
        (
            Form.DAY,
            r"(?:nua (?P<half_month>dau)|(?P<middle>giua)|(?P<d>\d{1,2}) ngay (?:dau tien|dau))"
            r"(?: cua)? thang (?P<m>\d{1,2})(?!\d)"
            r"(?:(?: ?[/.-] ?|,? nam )(?P<y>\d{4}))?",
        ),
        (Form.HALF, r"0?6 thang (?P<half>dau|cuoi) nam(?: (?P<y>\d{4}))?"),
        (
            Form.MONTH,
            rf"(?:thang (?:\d{{1,2}}{_LISTED})*|t)(?P<m>\d{{1,2}})(?!\d)(?: ?[/.-] ?| nam |, nam )(?P<y>\d{{4}})"
            + _YEARLY,
        ),
        (Form.MONTH, rf"(?:\d{{1,2}}{_LISTED})*(?P<m>0?[1-9]|1[0-2])/(?P<y>20\d\d)(?!\d)"),
        (Form.MONTH, rf"thang (?:\d{{1,2}}{_LISTED})*(?P<m>\d{{1,2}})(?![\d/])" + _YEARLY),
        (
            Form.QUARTER,
            rf"qu[yi] (?:{_QUARTER}{_LISTED})*(?P<q>{_QUARTER})\b(?:(?: ?[/-] ?|,? nam )(?P<y>\d{{4}}))?"
            + _YEARLY,
        ),
        (Form.WEEKDAY, _TIME + r"(?:ngay )?thu (?P<w>hai|ba|tu|nam|sau|bay|[2-7]) hang tuan"),
        (Form.YEAR, rf"nam (?:20\d\d{_LISTED})*(?P<y>20\d\d)(?!\d)"),
        (Form.YEAR, rf"(?<=\btruoc )(?P<y>20\d\d)(?![\d/-]|\.\d|{COUNTED})"),  # "trước 2030"
    )
)
# "tuần 2 tháng 3" is no second of March, "đợt 1 tháng 4" no first of April, "7:30 - 8" no 30 August
_NO_DAY = re.compile(
    r"(?:\b(?:tuan|tuan le|thu|lan|tuan thu|dot|lop|ky|vong|giai doan|buoc|buoi|phien|cuoc|to|so|quy) |\d:)\Z"
)
_ROUND_THE_CLOCK = re.compile(r"24/7(?![\d/])")
_LED = re.compile(r"\b(?:ngay|truoc|den|tu|het|nhat|han|xong|va) \Z")
_SUNS = re.compile(r"(?:,? ?\(|, )(?:tuc(?: la)? )?(?:ngay )?(?=\d)")  # "(tức ngày 07/02/2026)"
_FRACTION = re.compile(r"(?P<part>\d{1,2})/(?P<whole>\d{1,2})(?![\d/])")
_LUNAR = re.compile(r" ?\(?(?:am lich|al)\b\)?")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WEEKDAYS = {"hai": 1, "ba": 2, "tu": 3, "nam": 4, "sau": 5, "bay": 6}


def date_at(text: str, at: int) -> SaidDate | None:
    """The date that stands at ``at`` of a folded text; spaces and an opening bracket before it are skipped."""
    while at < len(text) and text[at] in " (*":
        at += 1
    if text[at : at + 1].isdigit() and (_NO_DAY.search(text, max(0, at - 10), at) or _counts(text, at)):
        return None
    for form, pattern in _FORMS:
        match = pattern.match(text, at)
        if match:
            said = _said(form, match)
            if said is not None:
                return _by_the_moon(text, said)
    return None


def _counts(text: str, at: int) -> bool:
    """Whether a number that looks like a day tells how long or how many: "24/7", "10/12 chi bộ"."""
    if _LED.search(text, max(0, at - 10), at):
        return False
    share = _FRACTION.match(text, at)
    counted = (
        share is not None and int(share["part"]) <= int(share["whole"]) and _SHARE.match(text, share.end())
    )
    return bool(counted or _ROUND_THE_CLOCK.match(text, at))


def _by_the_moon(text: str, said: SaidDate) -> SaidDate:
    """A date with "âm lịch" behind it as one whose day only an almanac tells, or as the sun's day told with it."""
    lunar = _LUNAR.match(text, said.end)
    if lunar is None:
        return said
    told = _SUNS.match(text, lunar.end())
    sun = date_at(text, told.end()) if told else None
    if sun is not None and sun.form is Form.DAY and sun.year:
        return replace(sun, start=said.start)
    return replace(said, end=lunar.end(), lunar=True)


def _said(form: Form, match: re.Match[str]) -> SaidDate | None:
    group = match.groupdict()
    day = (
        int(group["d"]) if group.get("d") else 15 if group.get("half_month") or group.get("middle") else None
    )
    number: int | None = int(group["m"]) if group.get("m") else None
    if group.get("q"):
        number = _ROMAN.get(group["q"]) or int(group["q"])
    if group.get("half"):
        number = 1 if group["half"] == "dau" else 2
    if group.get("w"):
        number = _WEEKDAYS.get(group["w"]) or int(group["w"]) - 1
    if day is not None and not 1 <= day <= 31:
        return None
    if form in {Form.DAY, Form.MONTH} and not 1 <= (number or 0) <= 12:
        return None
    return SaidDate(
        match.start(),
        match.end(),
        form,
        next((int(group[name]) for name in ("y", "since") if group.get(name)), None),
        number,
        day,
        bool(group.get("yearly")),
        1 if group.get("shift") and not group.get("y") else 0,
    )
