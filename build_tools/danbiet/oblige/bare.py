"""Deadlines that no word leads to: bare dates, periods in brackets, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet.oblige.chains import enumerated
from danbiet.oblige.clauses import TO, Line, Span, Taken, pattern
from danbiet.oblige.dates import date_at
from danbiet.oblige.denials import negated, repeats
from danbiet.oblige.said import Form, SaidDate

_IN_BRACKETS = re.compile(
    r"(?:\((?:du kien (?:trong |vao )?)?|\([^()]{2,80}\b(?:chu tri|thuc hien|phu trach), )"
    r"(?=thang \d|quy [iv\d]|(?<=, )ngay \d)"
)
_MONTHLY = re.compile(r"\b(?:hằng|hàng|mỗi) (?:tháng|quý) $")
_EXPECTED = "(du kien"
# "Báo cáo giữa kỳ thực hiện Kế hoạch (năm 2030)": which year it is made in
_REVIEW = re.compile(r"\b(?:giữa kỳ|cuối kỳ|sơ kết|tổng kết)\b[^,;.()]{0,60}\($")
_YEAR_IN_BRACKETS = re.compile(r"\((?=nam 20\d\d\))")
_RANGE = re.compile(r"\btu (?=ngay |mung |thang |\d)")
_FIRST_DAY = re.compile(r"(?:ngay |mung )*\d{1,2}(?=(?: ?-| den) )")  # "từ 25 đến 29/3"
_BARE = re.compile(
    r"(?:\bngay |(?<![\w/.-]))\d{1,2}(?:/\d{1,2}\b|(?=(?:(?:, ?| va |, va )\d{1,2})*,? (?:cua )?(?:hang|moi) thang))"
)
_TIMES = re.compile(r"\b\d{1,2} (?:đợt|lần|lớp|cuộc)(?: [^ ,;()]+){0,3} \($|\b(?:đợt|lần|lớp|cuộc) \($")
_ROUNDS = re.compile(r"\bdot (?:\d|[ivx]{1,3}|mot|hai|ba) (?:vao |trong )?(?=thang \d|quy [iv\d])")
_COUNTED_ROUNDS = re.compile(r"\d{1,2} đợt\b[^.;]*$")
_NAME = 80  # code points of the name of a month or week before its bracket
_IN_PART = re.compile(
    r"\bđợt (?:\d|[ivx]+|một|hai|ba) ?: ?(?:ngày )?(?:\d{1,2} ?[-–] ?)?$"
)  # "02 đợt (đợt 1: ngày 01 - 02/6; …)"
# "Thời gian chậm nhất gửi báo cáo về Sở ngày 23/3/2026"
_TIME_TO_SEND = re.compile(r"\W*thời (?:gian|hạn)\b[^:;.,]*\b(?:gửi|nộp)\b[^:;.,]*$")
_OF_PERIOD = re.compile(r"\b(?:quý (?:[iv]+|\d)|(?:0?6|0?9|sáu|chín) tháng|năm|tháng) ?: ?(?:ngày )?$")


def bare_dates(line: Line, taken: Taken) -> Iterator[Span]:
    """ "10/5 đối với báo cáo 6 tháng", "báo cáo năm (10/11)", "báo cáo quý I: 15/3", "ngày 25 hằng tháng"."""
    for match in _BARE.finditer(line.plain):
        said = date_at(line.plain, match.start())
        if said is None or taken.holds(said.start, said.end):
            continue
        clause = line.clause(match.start())
        if pattern("never_adjacent").search(clause.rstrip()):
            continue
        if _bare_binds(line, clause, said):
            yield said.start, said.end, said
            taken.add(said.start, said.end)


def bracketed_periods(line: Line, taken: Taken) -> Iterator[Span]:
    """ "Mở 02 lớp tập huấn (tháng 4/2026)", "(dự kiến tháng 4, tháng 8/2026)"; "tổng kết (năm 2030)"."""
    for match in _IN_BRACKETS.finditer(line.plain):
        said = date_at(line.plain, match.end())
        if said is None or said.form not in {Form.DAY, Form.MONTH, Form.QUARTER}:
            continue
        before = line.text[max(0, match.end() - _NAME) : match.end()]
        # "03 tháng lương (tháng 12, tháng 01)" says which months are meant; "02 đợt (tháng 5, tháng 9)", when.
        listed = match[0] != "(" or _TIMES.search(before) is not None
        dates = enumerated(line.plain, said) if listed else [said]
        whole = line.plain[dates[-1].end : dates[-1].end + 1] == ")"
        if not whole or taken.holds(match.end(), said.end) or pattern("named_period").search(before):
            continue
        clause = line.clause(match.start())
        if _MONTHLY.search(clause) or pattern("events").search(clause):
            continue  # "hằng tháng (tháng 6, 7, 8)" says in which months
        if match[0].startswith(_EXPECTED) and not pattern("needs").search(clause):
            continue  # "Thu nhập bình quân (dự kiến quý IV)"
        if not negated(clause):
            yield from ((date.start, date.end, date) for date in dates)
    for match in _YEAR_IN_BRACKETS.finditer(line.plain):
        said = date_at(line.plain, match.end())
        if said is not None and _REVIEW.search(line.before(match.end())):
            yield match.end(), said.end, said


def counted_rounds(line: Line, taken: Taken) -> Iterator[Span]:
    """ "Tổ chức 02 đợt: đợt 1 tháng 4, đợt 2 tháng 9": the months of rounds whose number is told before."""
    for match in _ROUNDS.finditer(line.plain):
        said = date_at(line.plain, match.end())
        told = _COUNTED_ROUNDS.search(line.before(match.start()))
        if said is not None and told and not taken.holds(match.end(), said.end):
            yield match.end(), said.end, said


def _bare_binds(line: Line, clause: str, said: SaidDate) -> bool:
    """Whether a date that no word leads to is a deadline."""
    if said.form is Form.DAY_OF_MONTH:
        after = line.text[said.end : said.end + 60].lower()
        return repeats(clause) or (not clause.strip() and repeats(after))
    if re.match(r" ?đối với báo cáo", line.text[said.end :].lower()):
        return True
    if re.search(r"\bbáo cáo [^,;()]{0,40}\($", clause) and line.plain[said.end : said.end + 1] == ")":
        return True
    # ":" ends a clause, so that the period before it is looked for in the whole line.
    before = line.before(said.start)
    if _IN_PART.search(before) or (said.form is Form.DAY and _TIME_TO_SEND.match(clause)):
        return True
    if _OF_PERIOD.search(before) and pattern("needs_strictly").search(before):
        return True
    return said.yearly and bool(pattern("needs_strictly").search(clause)) and not negated(clause)


def ranges(line: Line, taken: Taken) -> Iterator[Span]:
    """ "tổ chức từ ngày 01/5 đến ngày 31/5/2025": due on the last day."""
    plain = line.plain
    for match in _RANGE.finditer(plain):
        first = date_at(plain, match.end())
        alone = None if first else _FIRST_DAY.match(plain, match.end())
        begun = first.end if first else alone.end() if alone else None
        to = TO.match(plain, begun) if begun else None
        last = date_at(plain, to.end()) if to else None
        if last is None or last.form not in {Form.DAY, Form.MONTH}:
            continue
        clause = line.clause(match.start())
        if taken.holds(match.start(), last.end) or pattern("never_adjacent").search(clause.rstrip()):
            continue
        if pattern("span_label").search(line.before(match.start())):
            continue
        if not any(pattern(name).search(clause) for name in ("spans", "never_before", "looked_at")):
            yield match.start(), last.end, first.ended_by(last) if first else last
            taken.add(match.start(), last.end)
