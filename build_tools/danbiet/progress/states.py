"""The one rule of states: what can be said, on a day, of one occurrence of an obligation.

The browser half is theme/components/state/state.js; tests hold the two against each other. The
words are chosen not to accuse: "quá hạn" says only that no report stands here, and a body that
publishes no progress here is never overdue.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib import resources

import yaml

from danbiet.model import Confirmation, ProgressEntry, ProgressStage, Recurrence, Site
from danbiet.progress.occurrences import Occurrence, answers, earliest_day, occurrences
from danbiet.text import collapse, fold
from danbiet.words import NO_DEADLINE

SOON_DAYS = 15  # "sắp đến hạn": at most this many days are left
TRUE_FINDING = "đúng như báo cáo"
UNDOCUMENTED = "UBND ghi, chưa có văn bản xác nhận"


class StateKind(StrEnum):
    """The states; the value is the slug that pages, scripts and data use."""

    UPCOMING = "chua-den-han"
    SOON = "sap-den-han"
    OVERDUE = "qua-han"
    REPORTED = "da-bao-cao"
    CONFIRMED = "da-xac-nhan"
    NOT_POSSIBLE = "khong-thuc-hien-duoc"
    SILENT = "chua-cong-bo-tien-do"
    NO_DEADLINE = "khong-neu-thoi-han"
    NO_DAY = "dinh-ky-khong-neu-ngay"
    UNCOMPUTED = "chua-tinh-duoc-ngay"


# Slug → (shape, words a reader sees). The same table stands in state.js.
LOOKS: Mapping[StateKind, tuple[str, str]] = {
    StateKind.UPCOMING: ("●", "chưa đến hạn"),
    StateKind.SOON: ("◐", "sắp đến hạn"),
    StateKind.OVERDUE: ("▲", "quá hạn – chưa thấy báo cáo tại đây"),
    StateKind.REPORTED: ("✓", "đã báo cáo"),
    StateKind.CONFIRMED: ("✓✓", "đã xác nhận"),
    StateKind.NOT_POSSIBLE: ("✕", "không thực hiện được"),
    StateKind.SILENT: ("○", "Nơi ban hành chưa công bố tiến độ tại đây"),
    StateKind.NO_DEADLINE: ("–", NO_DEADLINE),
    StateKind.NO_DAY: ("–", "định kỳ, kế hoạch không nêu ngày"),
    StateKind.UNCOMPUTED: ("–", "có nêu thời hạn, chưa tính được ngày"),
}

_OUTCOMES = {
    "done": StateKind.REPORTED,
    "confirmed": StateKind.CONFIRMED,
    "impossible": StateKind.NOT_POSSIBLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What can be said of an occurrence on the day ``on``, ready for templates.

    ``turns`` are the days on which what was reported changed the state, with the outcome from that
    day: ``done``, ``confirmed``, ``impossible``, or ``""`` (back to the dates). ``undated`` is what
    to say where there is no day.
    """

    kind: StateKind
    on: date
    due: date | None = None
    turns: tuple[tuple[date, str], ...] = ()
    body_reports: bool = False
    undated: StateKind = StateKind.NO_DEADLINE

    @property
    def slug(self) -> str:
        """``qua-han`` …"""
        return self.kind.value

    @property
    def shape(self) -> str:
        """●, ◐, ▲, ✓, ✓✓, ✕, ○ or –."""
        return LOOKS[self.kind][0]

    @property
    def label(self) -> str:
        """The words a reader sees."""
        return LOOKS[self.kind][1]

    @property
    def css_class(self) -> str:
        """``state state--qua-han`` …"""
        return f"state state--{self.kind.value}"

    @property
    def days(self) -> int | None:
        """Days left (negative: days past), while the dates decide; else nothing."""
        dated = self.kind in (StateKind.UPCOMING, StateKind.SOON, StateKind.OVERDUE)
        return (self.due - self.on).days if dated and self.due else None

    @property
    def days_label(self) -> str:
        """ "còn 12 ngày", "hôm nay là hạn", "đã qua 3 ngày", or ``""``."""
        if self.days is None:
            return ""
        if self.days == 0:
            return "hôm nay là hạn"
        return f"còn {self.days} ngày" if self.days > 0 else f"đã qua {-self.days} ngày"

    @property
    def attributes(self) -> dict[str, str]:
        """The data attributes from which the browser computes the state anew."""
        return {
            "data-state": self.kind.value,
            "data-due": self.due.isoformat() if self.due else "",
            "data-reports": "1" if self.body_reports else "0",
            "data-turns": " ".join(f"{day.isoformat()}:{outcome}" for day, outcome in self.turns),
            "data-undated": self.undated.value,
        }


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
        kind=_OUTCOMES.get(outcome) or _dated(due, today, body_reports, undated),
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
    """The days on which confirmations that count were made, and the outcome from then."""
    days = [
        (max(entry.on, said.on), "confirmed" if said.finding == TRUE_FINDING else "done")
        for entry in entries
        for said in entry.confirmations
        if confirms(said)
    ]
    return sorted(days, key=lambda day: day[0])


def _outcome(entry: ProgressEntry) -> str | None:
    if entry.stage is ProgressStage.DONE:
        return "done" if entry.evidence else None
    return "impossible" if entry.stage is ProgressStage.NOT_POSSIBLE else ""


def confirms(said: Confirmation) -> bool:
    """Whether a confirmation counts: made by MTTQ or Ban TTND, with their own document."""
    return said.documented and may_confirm(said.by)


def may_confirm(name: str) -> bool:
    """Whether a name is that of a body whose confirmation counts (data/xac-nhan.yml)."""
    folded = collapse(fold(name))
    return any(words in folded for words in _confirming())


def confirmation_label(said: Confirmation) -> str:
    """The words shown beside a confirmation: its finding, or that no document stands behind it."""
    return said.finding if confirms(said) else UNDOCUMENTED


@cache
def _confirming() -> tuple[str, ...]:
    data = resources.files("danbiet.progress").joinpath("data/xac-nhan.yml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(data)["bên xác nhận"])


def site_states(site: Site) -> dict[str, tuple[Tracked, ...]]:
    """Every obligation's occurrences with their states on ``site.today``, by obligation id.

    Never empty for an obligation: a duty without a deadline has one occurrence without a day.
    """
    found: dict[str, tuple[Tracked, ...]] = {}
    for key, obligations in site.obligations.items():
        plan = site.plans[key]
        reports = site.plan_bodies.get(key) in site.bodies_reporting
        bound = earliest_day(plan, site.citations.get(key, ()))
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
