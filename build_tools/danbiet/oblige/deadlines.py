"""Deadlines in a sentence: which dates are due dates, which day they mean, and how that was computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from danbiet.model import PartialDate
from danbiet.oblige.dates import Form, SaidDate, date_at, folded
from danbiet.oblige.lexicon import patterns
from danbiet.oblige.what import what_is_due

_CLAUSE_ENDS = re.compile(r"[.;:](?= |$)|\n")
_CHAIN = re.compile(
    r"(?: ?[)*])*(?P<of> ?(?:doi voi|cho) [^,;.()]{2,60}?)?(?:,| va|;|, va)"
    r"(?: truoc| cham nhat| muon nhat)? (?=ngay \d|\d)"
)
_NEAR = 70  # code points between a word that denies a deadline and the date
_OF = re.compile(r"(?: ?[)*])* (?:doi voi|cho) ")
_RANGE = re.compile(r"\btu (?=ngay |thang |\d)")
_BARE = re.compile(r"(?:\bngay |(?<![\w/.-]))\d{1,2}/\d{1,2}\b")
# "Dự kiến ngày 05/12 (chậm nhất ngày 10/12)": the second is the deadline.
_LATEST = re.compile(r"cham nhat|muon nhat|truoc |han ")
_TO = re.compile(r" ?(?:den|-|–)(?: het)? ")
_RELATIVE = re.compile(
    r"(?:(?:trong (?:vong |thoi han |thoi gian )?|cham nhat (?:la |sau |trong )*|khong qua |truoc |sau )(?:thoi han )?)"
    r"(?P<n>\d{1,3}) (?P<unit>ngay lam viec|ngay|thang|tuan)(?:,)? (?P<from>ke tu|tinh tu|sau|truoc)"
    r"(?: khi| ngay| thoi diem| luc)*(?P<base>(?: [a-z0-9/]+){0,8})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A deadline in a text: its span there, and what ``danbiet.model.Deadline`` holds of it."""

    start: int
    end: int
    when: str
    due: date | None
    basis: str
    what: str = ""
    recurs: bool = False


def find_deadlines(
    text: str, *, year: int | None, issued: PartialDate | None, label: bool = False
) -> tuple[Found, ...]:
    """The deadlines of a text in order. ``year`` is the plan's, used where a date prints none.

    ``label`` says that the whole text is a time and nothing else (a table's cell, what follows
    "Thời gian hoàn thành:"): then any date in it is one.
    """
    plain = folded(text)
    spans: list[tuple[int, int, SaidDate]] = []
    relatives = list(_relatives(plain, text, issued))
    if label:
        spans += _all_dates(plain, 0, len(plain))
    else:
        for match in _label_pattern().finditer(plain):
            spans += _all_dates(plain, match.end(), _clause_end(plain, match.end()))
        spans += _triggered(_Line(text, plain), spans, [(r.start, r.end) for r in relatives])
    spans.sort(key=lambda span: span[0])
    found = [_found(text, span, year) for span in spans]
    found += relatives
    found.sort(key=lambda item: item.start)
    return tuple(found) if label else tuple(_with_what(text, found))


@cache
def _data(name: str) -> re.Pattern[str]:
    return re.compile(patterns("deadlines.yml")[name])


@cache
def _label_pattern() -> re.Pattern[str]:
    return _data("labels")


@cache
def _triggers() -> re.Pattern[str]:
    lists = patterns("deadlines.yml")
    strong, weak = "|".join(lists["strong"]), "|".join(lists["weak"])
    return re.compile(
        rf"\b(?:(?P<strong>{strong})|(?P<weak>{weak}))[ (*:]*(?=ngay|thang|quy|nam|thu|0?6 thang|\d)"
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A text, and the same folded."""

    text: str
    plain: str

    def clause(self, at: int) -> str:
        """The words of the clause before ``at``, in lower case with their marks."""
        return self.text[_clause_start(self.plain, at) : at].lower()


def _clause_end(plain: str, at: int) -> int:
    match = _CLAUSE_ENDS.search(plain, at)
    return match.start() if match else len(plain)


def _clause_start(plain: str, at: int) -> int:
    start = 0
    for match in _CLAUSE_ENDS.finditer(plain, 0, at):
        start = match.end()
    return start


def _all_dates(plain: str, start: int, end: int) -> list[tuple[int, int, SaidDate]]:
    """Every date between two places, a range counted as its end."""
    found: list[tuple[int, int, SaidDate]] = []
    at = start
    while at < end:
        if at and plain[at - 1].isalnum():
            at += 1
            continue
        said = date_at(plain, at) if plain[at] not in " (*" else None
        if said is None or said.end > end:
            at += 1
            continue
        begin, last = _triggered_from(plain, start, said.start), said
        to = _TO.match(plain, said.end)
        second = date_at(plain, to.end()) if to else None
        if second is not None and second.end <= end:
            last = second
        found.append((begin, last.end, last))
        at = last.end
    latest = [span for span in found if _LATEST.match(plain, span[0])]
    return latest or found


def _triggered_from(plain: str, floor: int, at: int) -> int:
    """Where the words that belong to a date begin: "trước ngày …", "từ ngày … đến …"."""
    match = re.search(
        r"(?:(?:truoc|cham nhat|muon nhat|den het|den|het|trong|cuoi|xong|hoan thanh|tu|ngay|la) ?)+$",
        plain[floor:at],
    )
    return floor + match.start() if match else at


def _triggered(
    line: _Line, taken: list[tuple[int, int, SaidDate]], also: list[tuple[int, int]]
) -> Iterator[tuple[int, int, SaidDate]]:
    """Dates made deadlines by the words before them, with those enumerated after them."""
    occupied = [(start, end) for start, end, _ in taken] + also
    for match in _triggers().finditer(line.plain):
        said = date_at(line.plain, match.end())
        if said is None or _overlaps(occupied, match.start(), said.end):
            continue
        if not _is_deadline(line, match, said):
            continue
        yield match.start(), said.end, said
        occupied.append((match.start(), said.end))
        for further in _chained(line.plain, said):
            start = _triggered_from(line.plain, said.end, further.start)
            yield start, further.end, further
            occupied.append((start, further.end))
    yield from _ranges(line, occupied)
    yield from _bare(line, occupied)


def _overlaps(occupied: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in occupied)


def _is_deadline(line: _Line, match: re.Match[str], said: SaidDate) -> bool:
    """Whether the words before a date, in its clause, make it a due date."""
    clause = line.clause(match.start())
    if _data("never_adjacent").search(clause.rstrip()):
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
    if weak in {"den", "vao", "den cuoi"} or (weak == "trong" and said.form is Form.HALF):
        return bool(_data("needs_strictly").search(clause)) and not _negated(clause)
    if weak.startswith(("hoan thanh", "xong", "den het")):
        return not _negated(clause)
    if _data("never_before_period").search(clause) and not _data("needs_strictly").search(clause):
        return False
    return bool(_data("needs").search(clause)) and not _negated(clause)


def _negated(clause: str) -> bool:
    """Whether the clause speaks of what was or of a condition, and not of what is to be handed in."""
    for name in ("never_before", "never_alone"):
        ends = [match.end() for match in _data(name).finditer(clause)]
        if not ends or len(clause) - ends[-1] > _NEAR or _data("answers").search(clause, ends[-1]):
            continue
        if name == "never_before" or not _data("needs_strictly").search(clause):
            return True
    return False


def _bare(line: _Line, occupied: list[tuple[int, int]]) -> Iterator[tuple[int, int, SaidDate]]:
    """ "10/5 đối với báo cáo 6 tháng", "báo cáo năm (10/11)", "báo cáo … ngày 15/11 hằng năm"."""
    for match in _BARE.finditer(line.plain):
        said = date_at(line.plain, match.start())
        if said is None or _overlaps(occupied, said.start, said.end):
            continue
        clause = line.clause(match.start())
        named = bool(re.match(r" ?đối với báo cáo", line.text[said.end :].lower()))
        in_brackets = (
            bool(re.search(r"\bbáo cáo [^,;()]{0,40}\($", clause))
            and line.plain[said.end : said.end + 1] == ")"
        )
        yearly = said.yearly and bool(_data("needs_strictly").search(clause)) and not _negated(clause)
        if (named or in_brackets or yearly) and not _data("never_adjacent").search(clause.rstrip()):
            yield said.start, said.end, said


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


def _ranges(line: _Line, occupied: list[tuple[int, int]]) -> Iterator[tuple[int, int, SaidDate]]:
    """ "tổ chức từ ngày 01/5 đến ngày 31/5/2025": due on the last day."""
    plain = line.plain
    for match in _RANGE.finditer(plain):
        first = date_at(plain, match.end())
        to = _TO.match(plain, first.end) if first else None
        last = date_at(plain, to.end()) if to else None
        if first is None or last is None or last.form not in {Form.DAY, Form.MONTH}:
            continue
        clause = line.clause(match.start())
        if _overlaps(occupied, match.start(), last.end) or _data("never_adjacent").search(clause.rstrip()):
            continue
        opens = not clause.strip(" (*") and line.plain[last.end : last.end + 1] in {":", ","}
        if (opens or _data("needs").search(clause[-70:])) and not _data("never_before").search(clause[-50:]):
            yield match.start(), last.end, last
            occupied.append((match.start(), last.end))


def _relatives(plain: str, text: str, issued: PartialDate | None) -> Iterator[Found]:
    """ "trong 15 ngày kể từ ngày ban hành Kế hoạch": due where the day counted from is known."""
    for match in _RELATIVE.finditer(plain):
        base = text[match.start("base") : match.end("base")].strip().lower()
        clause = text[_clause_start(plain, match.start()) : match.start()].lower()
        if not base or _data("procedure").search(base) or _data("procedure_before").search(clause):
            continue
        if _data("never_adjacent").search(clause.rstrip()):
            continue
        due, basis, length = _counted(match, base, issued)
        end = match.start("base") + length
        yield Found(
            start=match.start(), end=end, when="", due=due, basis=basis,
        )  # fmt: skip


def _counted(match: re.Match[str], base: str, issued: PartialDate | None) -> tuple[date | None, str, int]:
    """The day counted, how, and how many code points of the base belong to it."""
    said = date_at(folded(base), 0)
    whole = len(match.group("base"))
    count, unit = int(match.group("n")), match.group("unit")
    if said is not None and said.form is Form.DAY and said.year is not None:
        start, length = said.last_day(said.year), 1 + said.end
    elif _data("own_document").search(base) and "nhận" not in base:
        start, length = (issued.exact if issued else None), whole
        if start is None:
            return None, "không tính được: văn bản không ghi ngày ban hành", whole
    else:
        return None, "không tính được: văn bản không cho biết ngày bắt đầu tính", whole
    if start is None or unit == "ngay lam viec" or unit == "thang" or match.group("from") == "truoc":
        return (
            None,
            f"không tính được từ {start:%d/%m/%Y}: tùy ngày nghỉ và cách tính" if start else "",
            length,
        )
    days = count * (7 if unit == "tuan" else 1)
    return (
        start + timedelta(days=days),
        f"{count} {'tuần' if unit == 'tuan' else 'ngày'} kể từ {_dmy(start)}",
        length,
    )


def _dmy(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _found(text: str, span: tuple[int, int, SaidDate], year: int | None) -> Found:
    start, end, said = span
    due, basis = _due(text[start:end], said, year)
    recurs = said.yearly or said.form in {Form.DAY_OF_MONTH, Form.WEEKDAY}
    while start < end and text[start] in " (*":
        start += 1
    return Found(start=start, end=end, when=said.when, due=due, basis=basis, recurs=recurs)


def _due(raw: str, said: SaidDate, year: int | None) -> tuple[date | None, str]:
    if said.form in {Form.DAY_OF_MONTH, Form.WEEKDAY}:
        return None, f"lặp lại theo kỳ: {raw.strip(' (*')}"
    name = _name(said)
    base_year = said.year or year
    if base_year is None:
        return None, f"{name}, văn bản không ghi năm"
    due = said.last_day(base_year + said.shift)
    if due is None:
        return None, f"{name}: lịch không có ngày này"
    before = re.match(r"tr(?:ư|u)ớc (?:tháng|quý)", raw.strip(" (*").lower())
    if before:
        due = said.last_day(base_year) and _start(said, base_year) - timedelta(days=1)
        name = f"trước {name}, tức ngày {_dmy(due)}" if due else name
    elif said.form is not Form.DAY:
        name = f"{name}, tức ngày {_dmy(due)}"
    if said.year is not None:
        return due, f"{name}, năm ghi trong văn bản"
    if said.shift:
        return due, f"{name}, năm sau năm của kế hoạch: {base_year + 1}"
    return due, f"{name}, năm theo kế hoạch: {base_year}"


def _start(said: SaidDate, year: int) -> date:
    month = said.number or 1
    return date(year, month if said.form is Form.MONTH else month * 3 - 2, 1)


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


def _with_what(text: str, found: list[Found]) -> Iterator[Found]:
    floor = 0
    for item in found:
        what, floor = what_is_due(text, item.start, item.end, floor)
        yield Found(
            start=item.start,
            end=item.end,
            when=item.when,
            due=item.due,
            basis=item.basis,
            what=what,
            recurs=item.recurs,
        )
