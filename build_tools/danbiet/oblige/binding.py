"""Which dates of a text are deadlines: by the words before them, by enumeration, by range, by label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from danbiet.oblige.clauses import Line, Span, pattern
from danbiet.oblige.dates import Form, SaidDate, date_at
from danbiet.oblige.lexicon import patterns

_CHAIN = re.compile(
    r"(?: ?[)*])*(?: \([^()]{1,30}\))?(?P<of> ?(?:doi voi|cho) [^,;.()]{2,60}?)?(?:,| va|;|, va)"
    r"(?: truoc| cham nhat| muon nhat)? (?=ngay \d|thang \d|quy |\d)"
)
_DAY_ALONE = re.compile(r"ngay (?P<d>[12]?\d|0\d|3[01])(?![\d/.-]*\d)(?! (?:cua )?(?:thang|quy))")
_NEAR = 70  # code points between a word that denies a deadline and the date
_OF = re.compile(r"(?: ?[)*])* (?:doi voi|cho) ")
_FROM = re.compile(r"\btừ (?:ngày |tháng )?\d[^,;()]{0,30}$")
_IN_BRACKETS = re.compile(r"\((?=thang \d|quy [iv\d])")
_RANGE = re.compile(r"\btu (?=ngay |thang |\d)")
_BARE = re.compile(
    r"(?:\bngay |(?<![\w/.-]))\d{1,2}(?:/\d{1,2}\b|(?=(?:(?:, ?| va |, va )\d{1,2})*,? (?:cua )?(?:hang|moi) thang))"
)
_PERIOD_OF = re.compile(r" ?: ?\(?(?:truoc |cham nhat |ngay )*\d")
_OF_PERIOD = re.compile(r"\b(?:quý (?:[iv]+|\d)|(?:0?6|0?9|sáu|chín) tháng|năm|tháng) ?: ?(?:ngày )?$")
# "Dự kiến ngày 05/12 (chậm nhất ngày 10/12)": the second is the deadline.
_LATEST = re.compile(r"cham nhat|muon nhat|truoc |han ")
# A cell that holds a year, or from which year to which, and nothing else.
_YEARS = re.compile(r"\W*(?:20\d\d ?[-–] ?)?(?P<last>20\d\d)\W*\Z")
_TO = re.compile(r" ?(?:den|-|–)(?: het)? ")


@cache
def _triggers() -> re.Pattern[str]:
    lists = patterns("deadlines.yml")
    strong, weak = "|".join(lists["strong"]), "|".join(lists["weak"])
    return re.compile(
        rf"\b(?:(?P<strong>{strong})|(?P<weak>{weak}))[ (*:]*(?:(?:luc|sang|chieu|toi|trua|dem) )?"
        r"(?=ngay|cac ngay|thang|quy|nam|thu|chu nhat|mung|0?6 thang|\d)"
    )


def all_dates(plain: str, start: int, end: int) -> list[Span]:
    """Every date between two places, a range counted as its end."""
    found: list[Span] = []
    years = _YEARS.match(plain[start:end])
    if years:
        first, last_digit = start + years.start("last"), start + years.end("last")
        return [(first, last_digit, SaidDate(first, last_digit, Form.YEAR, int(years["last"])))]
    at = start
    while at < end:
        if at and plain[at - 1].isalnum():
            at += 1
            continue
        said = date_at(plain, at) if plain[at] not in " (*" else None
        if said is not None and _PERIOD_OF.match(plain, said.end):  # "Quý I: 12/3"
            at = said.end
            continue
        if said is None or said.end > end:
            at += 1
            continue
        begin, last = _words_from(plain, start, said.start), said
        to = _TO.match(plain, said.end)
        second = date_at(plain, to.end()) if to else None
        if second is not None and second.end <= end:
            last = second
        found.append((begin, last.end, last))
        at = last.end
    latest = [span for span in found if _LATEST.match(plain, span[0])]
    return latest or found


def _words_from(plain: str, floor: int, at: int) -> int:
    """Where the words that belong to a date begin: "trước ngày …", "từ ngày … đến …"."""
    match = re.search(
        r"(?:(?:truoc|cham nhat|muon nhat|den het|den|het|trong|cuoi|xong|hoan thanh|tu|ngay|la) ?)+$",
        plain[floor:at],
    )
    return floor + match.start() if match else at


def binding_dates(line: Line, taken: list[Span], also: list[tuple[int, int]]) -> Iterator[Span]:
    """Dates made deadlines by the words before them, with those enumerated after them."""
    occupied = [(start, end) for start, end, _ in taken] + also
    for match in _triggers().finditer(line.plain):
        said = date_at(line.plain, match.end()) or _day_alone(line, match)
        if said is None or _overlaps(occupied, match.start(), said.end):
            continue
        said = _budget_year(line, match.start(), said)
        if not _is_deadline(line, match, said):
            continue
        chain = list(_chained(line.plain, said))
        yield (*_with_month(line, match.start(), said, chain), said)
        occupied.append((match.start(), said.end))
        for k, further in enumerate(chain):
            start = _words_from(line.plain, said.end, further.start)
            yield (*_with_month(line, start, further, chain[k + 1 :]), further)
            occupied.append((start, further.end))
    yield from _ranges(line, occupied)
    yield from _bare(line, occupied)
    yield from _bracketed_periods(line, occupied)


def _day_alone(line: Line, trigger: re.Match[str]) -> SaidDate | None:
    """ "Định kỳ hằng tháng (trước ngày 20)": the day's month stands before it."""
    match = _DAY_ALONE.match(line.plain, trigger.end()) if trigger.group("strong") else None
    if match is None or not pattern("monthly_before").search(line.clause(trigger.start())):
        return None
    return SaidDate(match.start(), match.end(), Form.DAY_OF_MONTH, day=int(match["d"]))


def _with_month(line: Line, start: int, said: SaidDate, chain: list[SaidDate]) -> tuple[int, int]:
    """The span of a day of every month, with the words that say so where they stand apart from it."""
    end = said.end
    if said.form is not Form.DAY_OF_MONTH or "thang" in line.plain[start:end]:
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


def _overlaps(occupied: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in occupied)


def _is_deadline(line: Line, match: re.Match[str], said: SaidDate) -> bool:
    """Whether the words before a date, in its clause, make it a due date."""
    clause = line.clause(match.start())
    if pattern("never_adjacent").search(clause.rstrip()):
        return False
    weak = match.group("weak")
    if weak is None:
        if said.form is Form.YEAR:
            return False
        return not match.group("strong").startswith("truoc") or not _negated(clause)
    if said.form is Form.YEAR:
        return weak.startswith(("den het", "hoan thanh", "xong", "het")) or bool(
            weak == "trong" and re.search(r"\b(hoàn thành|xong)\b[^,]*$", clause)
        )
    if said.form in {Form.DAY_OF_MONTH, Form.WEEKDAY}:
        return _repeats(clause)
    if weak in {"den", "den cuoi"} or weak.startswith("tai ky hop"):
        strictly = bool(pattern("needs_strictly").search(clause)) and not _negated(clause)
        return strictly or (weak == "den" and _until(line, clause, said))
    if pattern("events").search(clause) or _negated(clause):
        return False
    if weak.startswith("den") and (_FROM.search(clause) or pattern("as_of").search(clause)):
        return False  # the end of a range, or of what is counted
    period = said.form is not Form.DAY and bool(pattern("never_before_period").search(clause))
    return not period or bool(pattern("needs_strictly").search(clause))


def _repeats(clause: str) -> bool:
    """Whether a day of every month or week is one to report on, and not one of a timetable."""
    return bool(pattern("needs_repeating").search(clause)) and not pattern("never_repeating").search(clause)


def _until(line: Line, clause: str, said: SaidDate) -> bool:
    """ "Giải ngân … đến 31/01", "phấn đấu đến 30/6 đạt 70%", "đến 31/8 hoàn thành": to be reached by then."""
    if pattern("never_until").search(clause) or pattern("never_before").search(clause):
        return False
    after = line.text[said.end : said.end + 30].lower()
    if pattern("until").search(clause):
        return True
    return bool(pattern("completed_after").match(after))


def _negated(clause: str) -> bool:
    """Whether the clause speaks of what was or of a condition, and not of what is to be handed in."""
    for name in ("never_before", "never_alone"):
        ends = [match.end() for match in pattern(name).finditer(clause)]
        if not ends or len(clause) - ends[-1] > _NEAR or pattern("answers").search(clause, ends[-1]):
            continue
        if name == "never_before" or not pattern("needs_strictly").search(clause):
            return True
    return False


def _bare(line: Line, occupied: list[tuple[int, int]]) -> Iterator[Span]:
    """ "10/5 đối với báo cáo 6 tháng", "báo cáo năm (10/11)", "báo cáo quý I: 15/3", "ngày 25 hằng tháng"."""
    for match in _BARE.finditer(line.plain):
        said = date_at(line.plain, match.start())
        if said is None or _overlaps(occupied, said.start, said.end):
            continue
        clause = line.clause(match.start())
        if pattern("never_adjacent").search(clause.rstrip()):
            continue
        if _bare_binds(line, clause, said):
            yield said.start, said.end, said
            occupied.append((said.start, said.end))


def _bracketed_periods(line: Line, occupied: list[tuple[int, int]]) -> Iterator[Span]:
    """ "Mở 02 lớp tập huấn (tháng 4/2026)"."""
    for match in _IN_BRACKETS.finditer(line.plain):
        said = date_at(line.plain, match.end())
        if (
            said is None
            or said.form not in {Form.MONTH, Form.QUARTER}
            or _overlaps(occupied, match.end(), said.end)
        ):
            continue
        before = line.text[: match.end()]
        if line.plain[said.end : said.end + 1] != ")" or pattern("named_period").search(before):
            continue
        if not _negated(line.clause(match.start())):
            yield match.end(), said.end, said


def _bare_binds(line: Line, clause: str, said: SaidDate) -> bool:
    """Whether a date that no word leads to is a deadline."""
    if said.form is Form.DAY_OF_MONTH:
        after = line.text[said.end : said.end + 60].lower()
        return _repeats(clause) or (not clause.strip() and _repeats(after))
    if re.match(r" ?đối với báo cáo", line.text[said.end :].lower()):
        return True
    if re.search(r"\bbáo cáo [^,;()]{0,40}\($", clause) and line.plain[said.end : said.end + 1] == ")":
        return True
    # ":" ends a clause, so that the period before it is looked for in the whole line.
    if _OF_PERIOD.search(line.text[: said.start].lower()) and pattern("needs_strictly").search(
        line.text[: said.start].lower()
    ):
        return True
    return said.yearly and bool(pattern("needs_strictly").search(clause)) and not _negated(clause)


def _chained(plain: str, first: SaidDate) -> Iterator[SaidDate]:
    """Further dates of one enumeration: "trước ngày 10/5 đối với … và 10/11 đối với …"."""
    at = first.end
    while True:
        match = _CHAIN.match(plain, at)
        if match is None:
            return
        said = date_at(plain, match.end())
        if said is None or said.form is not first.form:
            return
        if match.group("of") and not _OF.match(plain, said.end):
            return
        yield said
        at = said.end


def _ranges(line: Line, occupied: list[tuple[int, int]]) -> Iterator[Span]:
    """ "tổ chức từ ngày 01/5 đến ngày 31/5/2025": due on the last day."""
    plain = line.plain
    for match in _RANGE.finditer(plain):
        first = date_at(plain, match.end())
        to = _TO.match(plain, first.end) if first else None
        last = date_at(plain, to.end()) if to else None
        if first is None or last is None or last.form not in {Form.DAY, Form.MONTH}:
            continue
        clause = line.clause(match.start())
        if _overlaps(occupied, match.start(), last.end) or pattern("never_adjacent").search(clause.rstrip()):
            continue
        if not any(pattern(name).search(clause) for name in ("spans", "never_before")):
            yield match.start(), last.end, last
            occupied.append((match.start(), last.end))
