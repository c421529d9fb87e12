"""What was published here about a task by a day: its state, the report, the evidence, who confirmed it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from danbiet import words
from danbiet.model import Confirmation, ProgressEntry, ProgressStage
from danbiet.progress import StateKind, Tracked, confirmation_label

_OUTCOMES = {StateKind.REPORTED, StateKind.CONFIRMED, StateKind.NOT_POSSIBLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One thing said: ``state`` in few words, ``said`` the report behind it, or the days it is about."""

    state: str
    said: str


def published(tracked: Sequence[Tracked], today: date) -> tuple[Published, ...]:
    """What stands on the site about each time a task falls due; the days without a report in one line."""
    found = [line for one in tracked if (line := _reported(one, today, several=len(tracked) > 1))]
    without = [
        one.occurrence.due
        for one in tracked
        if one.state.kind is StateKind.OVERDUE and one.occurrence.due and not _seen(one, today)
    ]
    if without:
        days = ", ".join(map(words.day, without)) if len(tracked) > 1 else ""
        found.append(Published(state="▲ chưa thấy báo cáo tại đây", said=days))
    return tuple(found)


def _seen(one: Tracked, today: date) -> list[ProgressEntry]:
    return [entry for entry in one.entries if entry.on <= today]


def _reported(one: Tracked, today: date, *, several: bool) -> Published | None:
    entries = _seen(one, today)
    if not entries:
        return None
    last = entries[-1]
    # A bare "đã hoàn thành" changes no state, so here too it is only what somebody wrote.
    noted = f"ghi “{last.stage.value}”" if last.stage is ProgressStage.DONE else last.stage.value
    state = f"{one.state.shape} {one.state.label}" if one.state.kind in _OUTCOMES else noted
    due = one.occurrence.due
    of = f"{words.day(due)}: " if several and due else ""
    return Published(state=f"{of}{state}", said=" ".join(_sentences(last, today)))


def _sentences(entry: ProgressEntry, today: date) -> Iterator[str]:
    yield f"Ngày {words.day(entry.on)}: {entry.what.rstrip(' .')}."
    titles = "; ".join(e.title for e in entry.evidence)
    yield f"Minh chứng: {titles}." if titles else "Chưa nêu minh chứng."
    for said in entry.confirmations:
        if said.on <= today:
            yield _confirmation(said)


def _confirmation(said: Confirmation) -> str:
    document = f" ({said.document_code})" if said.document_code else ""
    return f"Xác nhận: {said.by}, {words.day(said.on)}: {confirmation_label(said)}{document}."
