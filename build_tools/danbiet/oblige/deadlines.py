"""Deadlines in a sentence: which dates are due dates, which day they mean, and how that was computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from danbiet.model import PartialDate
from danbiet.oblige.binding import binding_dates
from danbiet.oblige.cells import all_dates
from danbiet.oblige.clauses import Line, Span, Taken, clause_end, pattern
from danbiet.oblige.counting import counted_deadlines, events, feasts, open_periods
from danbiet.oblige.dates import folded
from danbiet.oblige.due import JUST_PASSED, YearSaid, due_day
from danbiet.oblige.what import Due

_OF_THOSE = re.compile(r"\b(?:các|những|mọi) [^,;.]{3,60}$")  # "các dự án chuyển tiếp trước ngày …"
_DONE = re.compile(r"\bđã [^,;.]{0,30}$")
# Without one of these a text holds no time: most blocks of a plan.
_ANY_TIME = re.compile(r"\d|\b(?:qu[yi] [iv]+|tet|ram|truoc|sau|den|trong tuan)\b|hang tuan|gieng|chap\b")
_BY = re.compile(r"(?:hoan thanh |xong )?truoc|cham nhat|muon nhat|khong |han ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A deadline in a text: its span there, and what ``danbiet.model.Deadline`` holds of it."""

    start: int
    end: int
    when: str
    due: date | None
    basis: str
    what: str = ""


def find_deadlines(
    text: str,
    *,
    year: int | None,
    issued: PartialDate | None,
    known: YearSaid = YearSaid.UNSAID,
    label: bool = False,
) -> tuple[Found, ...]:
    """The deadlines of a text in order. ``year`` is the plan's, used where a date prints none.

    ``issued`` is its day of issue, ``known`` how its year is known.

    ``label`` says that the whole text is a time and nothing else (a table's cell, what follows
    "Thời gian hoàn thành:"): then any date in it is one.
    """
    line = Line(text, folded(text))
    if not _ANY_TIME.search(line.plain):
        return ()
    spans: list[Span] = []
    counted = [*counted_deadlines(line, issued), *feasts(line)]
    told = Taken(len(text), ((item.start, item.end) for item in counted))
    for item in events(line):
        if not told.holds(item.start, item.end):
            told.add(item.start, item.end)
            counted.append(item)
    if label:
        spans += all_dates(line.plain, 0, len(text))
        counted += () if spans or counted else open_periods(line)
    else:
        for match in pattern("labels").finditer(line.plain):
            spans += all_dates(line.plain, match.end(), clause_end(line.plain, match.end()))
        read = [(start, end) for start, end, _ in spans] + [(item.start, item.end) for item in counted]
        spans += binding_dates(line, Taken(len(text), read))
    found = [_found(text, span, year, issued, known) for span in spans]
    if not label:
        found = [item for item in found if not _over(line, item, issued)]
    found += [Found(start=c.start, end=c.end, when="", due=c.due, basis=c.basis) for c in counted]
    found.sort(key=lambda item: item.start)
    return tuple(found) if label else tuple(_with_what(text, found))


def _found(text: str, span: Span, year: int | None, issued: PartialDate | None, known: YearSaid) -> Found:
    start, end, said = span
    due, basis = due_day(text[start:end], said, year, issued, known)
    while start < end and text[start] in " (*":
        start += 1
    end += text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")"
    return Found(start=start, end=end, when=said.when, due=due, basis=basis)


def _over(line: Line, item: Found, issued: PartialDate | None) -> bool:
    """Whether a time with its year had passed at the plan's issue and says what was, not what is due.

    "Trước ngày …" stays, since a plan may set a day too late; not where it only tells which documents
    are meant ("văn bản ban hành trước ngày 01/7/2016"). Of months and years only an earlier year's are over.
    """
    day = issued.exact if issued else None
    if day is None or item.due is None or item.due >= day or item.when.startswith("-"):
        return False
    if item.when != item.due.isoformat():
        return item.due.year < day.year and not _BY.match(line.plain, item.start)
    clause = line.clause(item.start)
    if not _BY.match(line.plain, item.start) or _DONE.search(clause):
        return True
    just = (day - item.due).days <= JUST_PASSED and " đã " not in clause
    if just and pattern("needs_strictly").search(clause):  # "gửi danh sách đăng ký trước ngày …"
        return False
    if pattern("attributive").search(clause):
        return True
    return _OF_THOSE.search(clause) is not None and not clause.endswith("(")


def _with_what(text: str, found: list[Found]) -> Iterator[Found]:
    due = Due(text)
    for item in found:
        yield replace(item, what=due.at(item.start, item.end))
