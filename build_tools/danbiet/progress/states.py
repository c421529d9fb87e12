"""The one rule of states: what can be said, on a day, of one occurrence of an obligation.

The browser half is theme/components/state/state.js; tests hold the two against each other. The
words are chosen not to accuse: "quá hạn" says only that no report stands here, and a body that
publishes no progress here is never overdue.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from danbiet.model import ProgressEntry, ProgressStage, Recurrence, Site
from danbiet.plan_day import plan_date_bound
from danbiet.progress.confirming import confirms, party
from danbiet.progress.occurrences import Occurrence, answers, occurrences
from danbiet.progress.state import FOUND, OUTCOMES, PARTIES, State, StateKind

SOON_DAYS = 15  # "sắp đến hạn": at most this many days are left

_WHO = {name: code for code, name in PARTIES.items()}
_CODES = {words: code for code, words in FOUND.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    """An occurrence with its state and the entries that answer it, oldest first."""

    occurrence: Occurrence
    state: State
    entries: tuple[ProgressEntry, ...] = ()


def state_of(
    due: date | None,
    today: date,
    entries: Sequence[ProgressEntry],
    body_reports: bool,
    undated: StateKind = StateKind.NO_DEADLINE,
) -> State:
    """The state on ``today`` of what falls due on ``due``, given the entries that answer it.

    Late begins the day after the printed date, also for "trước ngày". Entries dated after
    ``today`` do not count yet.
    """
    seen = turns(entries)
    outcome = next((what for day, what in reversed(seen) if day <= today), "")
    return State(
        kind=OUTCOMES.get(outcome.partition("/")[0]) or _dated(due, today, body_reports, undated),
        on=today,
        due=due,
        turns=seen,
        body_reports=body_reports,
        undated=undated,
    )


def _dated(due: date | None, today: date, body_reports: bool, undated: StateKind) -> StateKind:
    if due is None:
        return undated
    left = (due - today).days
    if left < 0:
        return StateKind.OVERDUE if body_reports else StateKind.SILENT
    return StateKind.SOON if left <= SOON_DAYS else StateKind.UPCOMING


def turns(entries: Sequence[ProgressEntry]) -> tuple[tuple[date, str], ...]:
    """The days on which the entries change the outcome, oldest first.

    Only "đã hoàn thành" with evidence is a report; without it nothing changes. "đã tiếp nhận" and
    "đang thực hiện" after a report take it back, for the latest word counts.
    """
    stretches: list[tuple[date, str, list[ProgressEntry]]] = []  # runs of entries that say the same
    for entry in sorted(entries, key=lambda entry: entry.on):
        outcome = _outcome(entry)
        if outcome is None:
            continue
        if not stretches or stretches[-1][1] != outcome:
            stretches.append((entry.on, outcome, []))
        stretches[-1][2].append(entry)
    seen: list[tuple[date, str]] = []
    for index, (start, outcome, said) in enumerate(stretches):
        end = stretches[index + 1][0] if index + 1 < len(stretches) else date.max
        _turn(seen, start, outcome)
        for day, confirmed in _confirmed(said) if outcome == "done" else ():
            if day < end:  # what confirms a report that was taken back since confirms nothing
                _turn(seen, day, confirmed)
    return tuple(seen)


def _turn(seen: list[tuple[date, str]], day: date, outcome: str) -> None:
    """Add a turn; of two on one day the later stands, and one that changes nothing is left out."""
    if seen and seen[-1][0] == day:
        seen.pop()
    if outcome != (seen[-1][1] if seen else ""):
        seen.append((day, outcome))


def _confirmed(entries: Sequence[ProgressEntry]) -> list[tuple[date, str]]:
    """The days on which confirmations that count were made, and the outcome from then.

    The latest word of each party counts: a report is confirmed while none of them finds otherwise.
    """
    said = [
        (max(entry.on, one.on, one.document_date or one.on), _WHO[party(one.by)], _CODES[one.finding])
        for entry in entries
        for one in entry.confirmations
        if confirms(one)
    ]
    found: dict[str, str] = {}
    days: list[tuple[date, str]] = []
    for day, who, what in sorted(said, key=lambda one: one[0]):
        found[who] = what
        each = [f"{one}-{found[one]}" for one in sorted(found)]
        days.append((day, "confirmed" if set(found.values()) == {"true"} else "/".join(["done", *each])))
    return days


def _outcome(entry: ProgressEntry) -> str | None:
    if entry.stage is ProgressStage.DONE:
        return "done" if entry.evidence else None
    return "impossible" if entry.stage is ProgressStage.NOT_POSSIBLE else ""


def site_states(site: Site) -> dict[str, tuple[Tracked, ...]]:
    """Every obligation's occurrences with their states on ``site.today``, by obligation id.

    Never empty for an obligation: a duty without a deadline has one occurrence without a day.
    """
    found: dict[str, tuple[Tracked, ...]] = {}
    for key, obligations in site.obligations.items():
        plan = site.plans[key]
        reports = site.plan_bodies.get(key) in site.bodies_reporting
        bound, _ = plan_date_bound(plan, site.citations.get(key, ()), site.instruments)
        for obligation in obligations:
            all_of_it = occurrences(obligation, plan.year, bound)
            entries = sorted(site.progress.get(obligation.id, ()), key=lambda entry: entry.on)
            found[obligation.id] = tuple(
                _track(one, all_of_it, entries, site.today, reports, obligation.duty.recurrence)
                for one in all_of_it
            )
    return found


def _track(
    one: Occurrence,
    all_of_it: Sequence[Occurrence],
    entries: Iterable[ProgressEntry],
    today: date,
    reports: bool,
    recurrence: Sequence[Recurrence],
) -> Tracked:
    mine = tuple(entry for entry in entries if answers(entry, one, all_of_it))
    undated = (
        StateKind.NO_DAY if any(r is not Recurrence.AD_HOC for r in recurrence) else StateKind.NO_DEADLINE
    )
    if one.deadline:
        undated = StateKind.UNCOMPUTED
    return Tracked(occurrence=one, state=state_of(one.due, today, mine, reports, undated), entries=mine)
