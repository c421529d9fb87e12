"""What was published about a task by a day, as a paper says it: state, report, evidence, who confirmed it.

A paper lies on a table: what the site calls "tại đây" stands "trên trang nguồn", whose address is in its foot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from danbiet import words
from danbiet.model import Confirmation, ProgressEntry, ProgressStage
from danbiet.progress import StateKind, Tracked, confirmation_label, period_told

OVERDUE = "▲ quá hạn, chưa thấy báo cáo trên trang nguồn"
_OUTCOMES = {StateKind.REPORTED, StateKind.CONFIRMED, StateKind.NOT_POSSIBLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One thing said: ``state`` in few words, ``said`` the report behind it, or the days it is about."""

    state: str
    said: str


def published(tracked: Sequence[Tracked], today: date) -> tuple[Published, ...]:
    """What stands on the site about the days of one deadline; those without any report in one line."""
    several = len(tracked) > 1
    found = [line for one in tracked if (line := _reported(one, today, several=several))]
    without = [
        one.occurrence.due
        for one in tracked
        if one.state.kind is StateKind.OVERDUE and one.occurrence.due and not _seen(one.entries, today)
    ]
    if without:
        found.append(
            Published(state=f"{OVERDUE}:", said=days(without))
            if several
            else Published(state=OVERDUE, said="")
        )
    return tuple(found)


def stray(entries: Sequence[ProgressEntry], today: date) -> tuple[Published, ...]:
    """Reports that answer none of the days, or could answer several."""
    return tuple(
        Published(
            state=f"Báo cáo không rõ kỳ{f' (ghi kỳ {period_told(one.period)})' if one.period else ''}: "
            f"{one.stage.value}.",
            said=" ".join(_sentences(one, today)),
        )
        for one in _seen(entries, today)
    )


def days(dues: Sequence[date]) -> str:
    """Days of a series, the year with the last of each year: "28/02, 30/4, 31/5/2026"."""
    return ", ".join(
        words.day(due) if following is None or following.year != due.year else words.day(due)[:-5]
        for due, following in zip(dues, [*dues[1:], None], strict=True)
    )


def _seen(entries: Sequence[ProgressEntry], today: date) -> list[ProgressEntry]:
    return [entry for entry in entries if entry.on <= today]


def _reported(one: Tracked, today: date, *, several: bool) -> Published | None:
    entries = _seen(one.entries, today)
    if not entries:
        return None
    due = one.occurrence.due
    of = f"{words.day(due)}: " if several and due else ""
    return Published(state=f"{of}{_state(one, entries[-1])}.", said=" ".join(_sentences(entries[-1], today)))


def _state(one: Tracked, last: ProgressEntry) -> str:
    """The state that reports made; where they made none, what somebody wrote, and that the day has passed."""
    if one.state.kind in _OUTCOMES:
        return f"{one.state.shape} {one.state.label}"
    bare = last.stage is ProgressStage.DONE  # "đã hoàn thành" without evidence changes no state
    noted = f"đã ghi “{last.stage.value}”{', chưa nêu minh chứng' if bare else ''}"
    return f"{OVERDUE}; {noted}" if one.state.kind is StateKind.OVERDUE else words.capital(noted)


def _sentences(entry: ProgressEntry, today: date) -> Iterator[str]:
    yield f"Ngày {words.day(entry.on)}: {entry.what.rstrip(' .')}."
    if entry.evidence:
        yield f"Minh chứng: {'; '.join(e.title for e in entry.evidence)}."
    for said in entry.confirmations:
        if said.on <= today:
            yield _confirmation(said)


def _confirmation(said: Confirmation) -> str:
    remark = f" Nhận xét: {said.remark.rstrip(' .')}." if said.remark else ""
    document = f" ({said.document_code})" if said.document_code else ""
    return f"Xác nhận: {said.by}, {words.day(said.on)}: {confirmation_label(said)}{document}.{remark}"
