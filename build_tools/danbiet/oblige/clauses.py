"""A text read for deadlines: its clauses, and the patterns of data/deadlines.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from danbiet.oblige.lexicon import patterns
from danbiet.oblige.said import SaidDate

_CLAUSE_ENDS = re.compile(r"[.;:](?= |$)|\n")
# Between the two ends of a range, folded.
TO = re.compile(r" ?(?:den|-|–)(?: het)? |(?<=\d)[-–](?=\d)")
_LEADING = re.compile(
    r"(?:(?:truoc|cham nhat|muon nhat|den het|den|het|trong|cuoi|xong|hoan thanh|(?<!dau )tu|ngay|la"
    r"|luc|sang|chieu|toi|trua) ?)+$"
)
_REACH = 600  # code points looked back for a clause's beginning: more tells nothing, and costs its square
_LEAD = 120
# A date that binds: from the words before it to its end, and what it says.
Span = tuple[int, int, SaidDate]


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of the data file by its name."""
    return re.compile(patterns("deadlines.yml")[name])


@dataclass(frozen=True, slots=True)
class Line:
    """A text, and the same folded."""

    text: str
    plain: str

    def clause(self, at: int) -> str:
        """The words of the clause before ``at``, in lower case with their marks."""
        return self.text[clause_start(self.plain, at) : at].lower()

    def before(self, at: int) -> str:
        """What stands before ``at``, as far back as a clause is looked for, in lower case with its marks."""
        return self.text[max(0, at - _REACH) : at].lower()


def clause_end(plain: str, at: int) -> int:
    """Where the clause that holds ``at`` ends."""
    match = _CLAUSE_ENDS.search(plain, at)
    return match.start() if match else len(plain)


def clause_start(plain: str, at: int) -> int:
    """Where the clause that holds ``at`` begins, or how far back it is looked for."""
    start = max(0, at - _REACH)
    for match in _CLAUSE_ENDS.finditer(plain, start, at):
        start = match.end()
    return start


def words_from(plain: str, floor: int, at: int) -> int:
    """Where the words that belong to a date begin: "trước ngày …", "từ ngày … đến …"."""
    floor = max(floor, at - _LEAD)
    match = _LEADING.search(plain[floor:at])
    return floor + match.start() if match else at


class Taken:
    """The code points of a text that belong to a date already read."""

    def __init__(self, size: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._marks = bytearray(size)
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Mark a span as read."""
        self._marks[start:end] = b"\1" * (min(end, len(self._marks)) - start)

    def holds(self, start: int, end: int) -> bool:
        """Whether any code point of a span is read already."""
        return 1 in self._marks[start:end]
