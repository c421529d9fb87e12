"""When a task is due, as its row of a monitoring sheet says it: each date, what it is for, what was published of it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from danbiet import words
from danbiet.model import Duty, Obligation, ProgressEntry, Recurrence, Site
from danbiet.paper.full_dates import comes_back, full
from danbiet.paper.published import Published, published, stray
from danbiet.progress import Tracked


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetTime:
    """One deadline: ``when`` with its year, ``what`` is due where a task has several, ``published`` about it.

    ``when`` is empty for reports that answer no day of the task.
    """

    when: str
    what: str
    published: tuple[Published, ...]


def sheet_times(obligation: Obligation, tracked: Sequence[Tracked], site: Site) -> tuple[SheetTime, ...]:
    """The deadlines of a task, each once, in order of day; then the reports that answer none of them."""
    groups: dict[Hashable, list[Tracked]] = {}
    for one in tracked:
        of = one.occurrence
        groups.setdefault((of.deadline, None if of.recurring else of.due), []).append(one)
    found = [_time(obligation, group, site, several=len(groups) > 1) for group in groups.values()]
    placed = {id(entry) for one in tracked for entry in one.entries}
    rest: list[ProgressEntry] = [e for e in site.progress.get(obligation.id, ()) if id(e) not in placed]
    lost = stray(sorted(rest, key=lambda entry: entry.on), site.today)
    return tuple(found) + ((SheetTime(when="", what="", published=lost),) if lost else ())


def _time(obligation: Obligation, group: Sequence[Tracked], site: Site, *, several: bool) -> SheetTime:
    first = group[0].occurrence
    deadline = first.deadline
    if deadline is None:
        when = _without_day(obligation.duty)
    elif first.due and not comes_back(deadline):
        when = words.day(first.due)
    else:
        when = words.capital(full(deadline))
    return SheetTime(when=when, what=first.what if several else "", published=published(group, site.today))


def _without_day(duty: Duty) -> str:
    often = any(r is not Recurrence.AD_HOC for r in duty.recurrence)
    said = "Định kỳ, không nêu ngày" if often else "Không nêu"
    return said if duty.measurable else f"{said}; không đo được bằng thời hạn"
