"""A text read for deadlines: its clauses, and the patterns of data/deadlines.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from danbiet.oblige.dates import SaidDate
from danbiet.oblige.lexicon import patterns

_CLAUSE_ENDS = re.compile(r"[.;:](?= |$)|\n")
# Between the two ends of a range, folded.
TO = re.compile(r" ?(?:den|-|–)(?: het)? ")
_LEADING = re.compile(
    r"(?:(?:truoc|cham nhat|muon nhat|den het|den|het|trong|cuoi|xong|hoan thanh|tu|ngay|la"
    r"|luc|sang|chieu|toi|trua) ?)+$"
)
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


def clause_end(plain: str, at: int) -> int:
    """Where the clause that holds ``at`` ends."""
    match = _CLAUSE_ENDS.search(plain, at)
    return match.start() if match else len(plain)


def clause_start(plain: str, at: int) -> int:
    """Where the clause that holds ``at`` begins."""
    start = 0
    for match in _CLAUSE_ENDS.finditer(plain, 0, at):
        start = match.end()
    return start


def words_from(plain: str, floor: int, at: int) -> int:
    """Where the words that belong to a date begin: "trước ngày …", "từ ngày … đến …"."""
    match = _LEADING.search(plain[floor:at])
    return floor + match.start() if match else at


def overlaps(occupied: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span shares a code point with any of those already taken."""
    return any(start < other_end and other_start < end for other_start, other_end in occupied)
