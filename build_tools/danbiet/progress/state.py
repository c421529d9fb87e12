"""What a state is: its kind, its words and shape, and what the browser needs to compute it anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from danbiet.words import NO_DEADLINE


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
    StateKind.OVERDUE: ("▲", "quá hạn, chưa thấy báo cáo công bố tại đây"),
    StateKind.REPORTED: ("✓", "đã báo cáo"),
    StateKind.CONFIRMED: ("✓✓", "đã xác nhận"),
    StateKind.NOT_POSSIBLE: ("✕", "không thực hiện được"),
    StateKind.SILENT: ("○", "Nơi ban hành chưa công bố tiến độ tại đây"),
    StateKind.NO_DEADLINE: ("–", NO_DEADLINE),
    StateKind.NO_DAY: ("–", "định kỳ, kế hoạch không nêu ngày"),
    StateKind.UNCOMPUTED: ("–", "có nêu thời hạn, chưa tính được ngày"),
}


OUTCOMES: Mapping[str, StateKind] = {
    "done": StateKind.REPORTED,
    "confirmed": StateKind.CONFIRMED,
    "impossible": StateKind.NOT_POSSIBLE,
}
# What a part of an outcome says: "done/mttq-partly/ttnd-untrue". The same tables stand in state.js.
PARTIES = {"mttq": "MTTQ", "ttnd": "Ban TTND"}
FOUND = {"true": "đúng như báo cáo", "partly": "đúng một phần", "untrue": "không đúng"}


def told(outcome: str) -> str:
    """What MTTQ and Ban TTND found, where one of them disagrees: "MTTQ: đúng một phần; Ban TTND: không đúng"."""
    parts = (part.partition("-") for part in outcome.split("/")[1:])
    return "; ".join(f"{PARTIES[who]}: {FOUND[what]}" for who, _, what in parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What can be said of an occurrence on the day ``on``, ready for templates.

    ``turns`` are the days on which what was reported changed the state, with the outcome from that
    day: ``done``, ``confirmed``, ``impossible``, or ``""`` (back to the dates); a report that one of
    those who may confirm does not find true is ``done/`` with what each found. ``undated`` is what to
    say where there is no day.
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
    def finding(self) -> str:
        """What those who may confirm found, where they do not all find the report true; else ``""``."""
        return told(next((what for day, what in reversed(self.turns) if day <= self.on), ""))

    @property
    def words(self) -> str:
        """What the state is called."""
        return LOOKS[self.kind][1]

    @property
    def label(self) -> str:
        """The words a reader sees: what it is called, and who does not find the report true."""
        return f"{self.words} · {self.finding}" if self.finding else self.words

    @property
    def css_class(self) -> str:
        """``state state--qua-han`` …; ``state--khac-y`` where somebody does not find the report true."""
        return f"state state--{self.kind.value}{' state--khac-y' if self.finding else ''}"

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
        """The data attributes from which the browser computes the state anew; what says nothing is left out."""
        found = {
            "data-state": self.kind.value,
            "data-due": self.due.isoformat() if self.due else "",
            "data-reports": "1" if self.body_reports else "0",
        }
        if self.turns:
            found["data-turns"] = " ".join(f"{day.isoformat()}:{outcome}" for day, outcome in self.turns)
        if self.due is None and self.undated is not StateKind.NO_DEADLINE:
            found["data-undated"] = self.undated.value
        return found
