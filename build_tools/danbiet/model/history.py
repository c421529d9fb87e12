"""When a plan was published here, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ChangeKind(StrEnum):
    """Why a published plan's text changed."""

    PUBLICATION = "đăng lần đầu"
    SITE_CORRECTION = "sửa lỗi đăng tải"
    ERRATUM = "đính chính"
    AMENDMENT = "sửa đổi, thay thế"
    UNSTATED = "không nêu lý do"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One commit that touched a plan: day, moment, commit, kind, reason and the changed words.

    ``summary`` is the writer's own line, nothing where a program made it up. ``words`` is a sequence
    of (operation, text) with operation ``=``, ``-`` or ``+``.
    """

    on: date
    commit: str
    kind: ChangeKind
    summary: str = ""
    document: str | None = None  # "số 12/CV-UBND ngày 3/4/2024"
    words: tuple[tuple[str, str], ...] = ()
    at: datetime | None = None  # in Việt Nam's time


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHistory:
    """When a plan was published here and how it changed; ``known`` is false without a full git history."""

    known: bool
    changes: tuple[Change, ...] = ()
    lacks: str = ""  # what is missing, in Vietnamese, where ``known`` is false

    @property
    def published(self) -> date | None:
        """The day the plan first stood here."""
        return self.changes[0].on if self.known and self.changes else None
