"""Which dates of a sentence are deadlines: by the words before them, and by enumeration after those."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from danbiet.oblige.bare import bare_dates, bracketed_periods, counted_rounds, ranges
from danbiet.oblige.chains import enumerated
from danbiet.oblige.clauses import Line, Span, Taken, pattern, words_from
from danbiet.oblige.dates import date_at
from danbiet.oblige.denials import negated, repeats
from danbiet.oblige.lexicon import patterns
from danbiet.oblige.said import Form, SaidDate

_DAY_ALONE = re.compile(
    r"(?:ngay |(?<=\bngay ))(?P<d>[12]?\d|0\d|3[01])(?![\d/.-]*\d)(?! (?:cua )?(?:thang|quy))"
)
_OF_PERIOD = re.compile(r"\b(?:thang|quy)\b")
_FINISHING = re.compile(r"\b(hoàn thành|xong|phải đạt)\b[^,]*$|^\W*hoàn thành\b[^;.]*$")
_SUMMING_UP = re.compile(r"\b(sơ kết|tổng kết)\b[^,]*$")
_REVIEWING = re.compile(r"\b(hoàn thành|sơ kết|tổng kết|báo cáo)\b[^,]*$")  # "tổng kết vào năm 2030"
_TO_FINISH = re.compile(r", (?:hoàn thành\b|[^.:]{0,240}\bhoàn thành (?:việc|xong|dứt điểm|toàn bộ|100%))")
_FINISHED_AFTER = re.compile(r", (?:phải |cơ bản |phấn đấu )*(?:hoàn thành|hoàn tất)\b", re.I)
_LATEST = re.compile(
    r" ?[,;(] ?(?:cham nhat|muon nhat|khong muon hon) "
)  # "trong tháng 5, chậm nhất ngày 20/5"
# "Trong năm 2026, các xã hoàn thành việc …", "Đến năm 2027, hoàn thành …"
_OPENING = {"trong": _TO_FINISH, "den": _FINISHED_AFTER}
_OF_WHAT = re.compile(r"\b(?:được|đã|đang|bị|nếu) [^,;.]{1,30}$|\bđể [^;.]+$")
_CLOSING = re.compile(r" ?(?:\([^()]*\))? ?(?:[.;]|$)")
_IN_YEAR = frozenset(("cuoi", "vao", "vao cuoi"))
_FROM = re.compile(r"\btừ (?:ngày |tháng )?\d[^,;()]{0,30}$|\btính từ [^;()]{0,80}$")


@cache
def _triggers() -> re.Pattern[str]:
    lists = patterns("deadlines.yml")
    strong, weak = "|".join(lists["strong"]), "|".join(lists["weak"])
    return re.compile(
        rf"\b(?:(?P<strong>{strong})|(?P<weak>{weak}))[ (*:]*(?:(?:luc|sang|chieu|toi|trua|dem) )?"
        r"(?=ngay|cac ngay|thang|quy|qui|nam|nua dau|giua|thu|chu nhat|mung|0?6 thang|\d)"
    )


def binding_dates(line: Line, taken: Taken) -> Iterator[Span]:
    """Dates made deadlines by the words before them, with those enumerated after them."""
    for match in _triggers().finditer(line.plain):
        said = date_at(line.plain, match.end()) or _day_alone(line, match)
        if said is None or taken.holds(match.start(), said.end):
            continue
        said = _budget_year(line, match.start(), said)
        if not _is_deadline(line, match, said):
            continue
        said, *chain = enumerated(line.plain, said)
        yield (*_with_month(line, match.start(), said, chain), said)
        taken.add(match.start(), said.end)
        for k, further in enumerate(chain):
            start = words_from(line.plain, said.end, further.start)
            yield (*_with_month(line, start, further, chain[k + 1 :]), further)
            taken.add(start, further.end)
    yield from ranges(line, taken)
    yield from bare_dates(line, taken)
    yield from bracketed_periods(line, taken)
    yield from counted_rounds(line, taken)


def _day_alone(line: Line, trigger: re.Match[str]) -> SaidDate | None:
    """ "Định kỳ hằng tháng (trước ngày 20)": the day's month stands before it."""
    leads = trigger.group("strong") or trigger.group("weak").startswith("vao")
    match = _DAY_ALONE.match(line.plain, trigger.end()) if leads else None
    if match is None or not pattern("monthly_before").search(line.clause(trigger.start())):
        return None
    return SaidDate(match.start(), match.end(), Form.DAY_OF_MONTH, day=int(match["d"]))


def _with_month(line: Line, start: int, said: SaidDate, chain: list[SaidDate]) -> tuple[int, int]:
    """The span of a day of every month, with the words that say so where they stand apart from it."""
    end = said.end
    if said.form is not Form.DAY_OF_MONTH or _OF_PERIOD.search(line.plain, start, end):
        return start, end
    if chain:  # "trước ngày 01 và ngày 15 hằng tháng"
        return start, chain[-1].end
    clause = line.clause(start)
    before = pattern("monthly_before").search(clause)
    if before is None:
        return start, end
    return start - len(clause) + before.start(), end + line.plain.startswith(")", end)


def _budget_year(line: Line, at: int, said: SaidDate) -> SaidDate:
    """A year's money is paid out until 31 January of the next (Luật Đầu tư công 2024)."""
    day = said.form is Form.DAY and (said.day, said.number, said.year) == (31, 1, None)
    return replace(said, shift=1) if day and "giải ngân" in line.clause(at) else said


def _is_deadline(line: Line, match: re.Match[str], said: SaidDate) -> bool:
    """Whether the words before a date, in its clause, make it a due date."""
    clause = line.clause(match.start())
    if pattern("never_adjacent").search(clause.rstrip()):
        return False
    weak = match.group("weak")
    if weak is None:
        if said.form is Form.YEAR:
            return bool(pattern("needs_strictly").search(clause)) and not negated(clause)
        return not match.group("strong").startswith("truoc") or not negated(clause)
    if _LATEST.match(line.plain, said.end):
        return False
    if said.form is Form.YEAR:
        return _year_binds(line, clause, weak, said)
    if said.form in {Form.DAY_OF_MONTH, Form.WEEKDAY}:
        return repeats(clause)
    if weak.startswith("den") and _FROM.search(clause):
        return False  # the end of a range
    if weak in {"den", "den cuoi"} or weak.startswith("tai ky hop"):
        strictly = bool(pattern("needs_strictly").search(clause)) and not negated(clause)
        return strictly or (weak == "den" and _until(line, clause, said))
    if pattern("events").search(clause) or negated(clause):
        return False
    if weak.startswith("den") and pattern("as_of").search(clause):
        return False  # the end of what is counted
    told = said.form is not Form.DAY and "công bố" not in clause  # "công bố kết quả … trong quý II"
    period = told and bool(pattern("never_before_period").search(clause))
    return not period or bool(pattern("needs_strictly").search(clause))


def _year_binds(line: Line, clause: str, weak: str, said: SaidDate) -> bool:
    """Whether a year behind a word that may lead to a deadline is one: something is to be finished in it."""
    if weak.startswith(("den het", "hoan thanh", "xong", "het")):
        return not (weak.startswith("den het") and pattern("as_of").search(clause))
    if not clause.strip() and weak in _OPENING:
        return _OPENING[weak].match(line.text, said.end) is not None
    if weak == "trong":
        if _OF_WHAT.search(clause):  # "hoàn thành các nhiệm vụ được giao trong năm 2025"
            return False
        if _FINISHING.search(clause) or _SUMMING_UP.search(clause):
            return True
        closes = _CLOSING.match(line.plain, said.end) is not None
        return (
            closes
            and bool(pattern("needs").search(clause))
            and not pattern("never_before_year").search(clause)
        )
    return weak in _IN_YEAR and _REVIEWING.search(clause) is not None


def _until(line: Line, clause: str, said: SaidDate) -> bool:
    """ "Giải ngân … đến 31/01", "phấn đấu đến 30/6 đạt 70%", "đến 31/8 hoàn thành": to be reached by then."""
    if pattern("never_until").search(clause) or pattern("never_before").search(clause):
        return False
    after = line.text[said.end : said.end + 30].lower()
    if pattern("until").search(clause):
        return True
    if pattern("reached_after").match(after) and pattern("paced").search(line.before(said.start)):
        return True
    return bool(pattern("completed_after").match(after))
