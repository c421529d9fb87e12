"""Every date of a table's cell or of a label's words, which are deadlines as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from danbiet.oblige.chains import of_one_year
from danbiet.oblige.clauses import TO, Span, words_from
from danbiet.oblige.dates import COUNTED, date_at
from danbiet.oblige.said import Form, SaidDate

_PERIOD_OF = re.compile(r" ?: ?\(?(?:truoc |cham nhat |ngay )*\d")
# "Dự kiến ngày 05/12 (chậm nhất ngày 10/12)": the second is the deadline.
_LATEST = re.compile(r"(?:xong |hoan thanh )?(?:cham nhat|muon nhat|truoc |han )")
_BEGINS = re.compile(
    r"(?:\bbat dau|\bkhoi cong|\bsau(?: [a-z]+){0,3}(?: \d)?|(?:\bbat dau |(?<!\bdau )\b)tu)(?: ngay)?[ (:]*\Z"
)  # "từ tháng 9": when it begins, not by when it is due
_ONWARDS = re.compile(r" (?:tro di|tro ve sau)\b")
# A cell that holds a year, or from which year to which, and nothing else.
_YEARS = re.compile(r"\W*(?P<span>(?:20\d\d ?[-–] ?)?(?P<last>20\d\d))\W*(?:\([^\d()]*\)\W*)?\Z")
_THEN_YEAR = re.compile(r" ?(?:,|;| va) (?P<year>20\d\d)(?= ?(?:[,;.)]|\Z))")  # "Quý IV/2026, 2027"
_ANNIVERSARY = 5  # years from a day to the same day: "Ngày Nhà giáo (20/11/1982 - 20/11/2025)"
_FEAST = re.compile(r"\b(?:ky niem|chao(?: mung)?|ngay hoi|ngay truyen thong|nhan dip)\b[^,;:]{0,60}\Z")
_BOUND = re.compile(r"\b(?:truoc|xong|nhat|hoan thanh|han)\b")  # "chào mừng 30/4, xong trước ngày 25/4"
_LISTED = re.compile(r" ?(?:,|;|va|, va) ?")
_NEAR = 90  # code points looked back for what a date is of
_SCHOOL_YEAR = re.compile(r"\b(?:nam hoc|khoa hoc|nien khoa|nhiem ky|khoa|ngan sach)[ (]*\Z")
# "giai đoạn 2026 - 2030", "xây dựng 2027 - 2028", "duy trì đến 2030"
_SPAN = re.compile(
    r"(?:(?:giai doan |trong )?(?:tu nam |tu )?20\d\d ?(?:[-–]|den(?: nam)?) ?|den )(?P<last>20\d\d)"
    rf"(?![\d/-]|\.\d|{COUNTED})"
)


def all_dates(plain: str, start: int, end: int) -> list[Span]:
    """Every date between two places, a range counted as its end."""
    found: list[Span] = []
    years = _YEARS.match(plain[start:end])
    if years:
        first, last_digit = start + years.start("span"), start + years.end("span")
        return [(first, last_digit, SaidDate(first, last_digit, Form.YEAR, int(years["last"])))]
    at = start
    while at < end:
        if at and plain[at - 1].isalnum():
            at += 1
            continue
        said = _last_year(plain, at, end) or (date_at(plain, at) if plain[at] not in " (*" else None)
        if said is not None and _PERIOD_OF.match(plain, said.end):  # "Quý I: 12/3"
            at = said.end
            continue
        if said is None or said.end > end:
            at += 1
            continue
        begin, last = words_from(plain, start, said.start), said
        to = TO.match(plain, said.end)
        second = date_at(plain, to.end()) if to else None
        if second is not None and second.end <= end:
            last = said.ended_by(second)
            if (last.year or 0) - (said.year or 9999) >= _ANNIVERSARY and said.form is Form.DAY:
                at = last.end
                continue
        if _FEAST.search(plain, max(start, said.start - _NEAR), said.start) and not _BOUND.search(
            plain, begin, said.start
        ):
            at = last.end
            continue
        begins = _BEGINS.search(plain, max(start, said.start - _NEAR), said.start) or _ONWARDS.match(
            plain, said.end
        )
        if last is not said or not begins:
            found.append((begin, last.end, last))
        at = last.end
        then = _THEN_YEAR.match(plain, at, end) if last.form in {Form.MONTH, Form.QUARTER} else None
        if then:
            at = then.end()
            found.append(
                (then.start("year"), at, SaidDate(then.start("year"), at, Form.YEAR, int(then["year"])))
            )
    return list(_latest(plain, _dated(plain, found)))


def _dated(plain: str, found: list[Span]) -> list[Span]:
    """The dates, each with the year that is printed after the next of its list: "Tháng 6, tháng 11/2026"."""
    dated: list[Span] = []
    for start, end, said in reversed(found):
        after = dated[0] if dated else None
        if after is not None and said.form is after[2].form and _LISTED.fullmatch(plain, end, after[0]):
            said, _ = of_one_year([said, after[2]])
        dated.insert(0, (start, end, said))
    return dated


def _latest(plain: str, found: list[Span]) -> Iterator[Span]:
    """The dates without those that are put off at once: "Dự kiến ngày 05/12 (chậm nhất ngày 10/12)"."""
    for span, following in zip_longest(found, found[1:]):
        put_off = following is not None and bool(_LATEST.match(plain, following[0]))
        if not put_off or _LATEST.match(plain, span[0]) or plain[span[1] : following[0]].strip(" ,("):
            yield span


def _last_year(plain: str, at: int, end: int) -> SaidDate | None:
    """The last year of a span of years that begins at ``at``: "giai đoạn 2026 - 2030"."""
    span = _SPAN.match(plain, at, end)
    if span is None or _SCHOOL_YEAR.search(plain, max(0, at - _NEAR), at):
        return None
    return SaidDate(at, span.end(), Form.YEAR, int(span["last"]))
