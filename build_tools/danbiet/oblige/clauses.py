"""A text read for deadlines: its clauses, and the patterns of data/deadlines.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from danbiet.oblige.dates import SaidDate
from danbiet.oblige.lexicon import patterns

_CLAUSE_ENDS = re.compile(r"[.;:](?= |$)|\n")
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
