"""What denies that a date is a deadline: the past, a condition, a day of a timetable."""

from __future__ import annotations

from danbiet.oblige.clauses import pattern

_NEAR = 70  # code points between a word that denies a deadline and the date


def negated(clause: str) -> bool:
    """Whether the clause speaks of what was or of a condition, and not of what is to be handed in."""
    for name in ("never_before", "never_alone"):
        ends = [match.end() for match in pattern(name).finditer(clause)]
        if not ends or len(clause) - ends[-1] > _NEAR or pattern("answers").search(clause, ends[-1]):
            continue
        if name == "never_before" or not pattern("needs_strictly").search(clause):
            return True
    return False


def repeats(clause: str) -> bool:
    """Whether a day of every month or week is one to report on, and not one of a timetable."""
    wanted = pattern("needs_repeating").search(clause)
    timetable = pattern("never_repeating").search(clause)
    # "Báo cáo kết quả tiếp công dân vào ngày 30 hằng tháng": the report is due then.
    return wanted is not None and (timetable is None or _handed_in(clause[: timetable.start()]))


def _handed_in(before: str) -> bool:
    return pattern("handed_in").search(before.rpartition(",")[2]) is not None
