"""What was reported on obligations, and who confirmed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ProgressStage(StrEnum):
    """The four stages an entry can report."""

    RECEIVED = "đã tiếp nhận"
    UNDER_WAY = "đang thực hiện"
    DONE = "đã hoàn thành"
    NOT_POSSIBLE = "không thực hiện được"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Minh chứng: a link or a file kept in the repository, with its title."""

    title: str
    url: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """What MTTQ or Ban TTND found; it counts only with their own document.

    ``report_on`` is the day of the report that it is about, ``at`` as in ProgressEntry; neither is
    part of what was said.
    """

    by: str
    on: date
    finding: str
    remark: str = ""
    document_code: str | None = None
    document_date: date | None = None
    document_file: str | None = None
    report_on: date | None = field(default=None, compare=False)
    at: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def documented(self) -> bool:
        """Whether the body's own document is named: number or minutes, date and file."""
        return bool(self.document_code and self.document_date and self.document_file)

    def place(self, key: str = "") -> tuple[int, int]:
        """Line and column of what stands under ``key``, else of the confirmation."""
        return self.at.get(key) or self.at.get("") or (1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressEntry:
    """One entry of plans/_tien-do/: what was reported on an obligation, and when.

    ``at`` is the line and column of each of its values by the key it stands under ("ngày", "việc" …).
    """

    obligation_id: str
    period: str | None  # kỳ: the due date or period it answers
    on: date
    stage: ProgressStage
    what: str
    reported_by: str
    evidence: tuple[Evidence, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    path: str = ""
    line: int = 1
    at: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False, repr=False)

    def place(self, key: str = "") -> tuple[int, int]:
        """Line and column of what stands under ``key``, else of the entry."""
        return self.at.get(key) or self.at.get("") or (self.line, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """An entry that had to be taken away (``gỡ bỏ``): of which obligation and day, and the reason readers are told."""

    obligation_id: str
    on: date
    reason: str
    path: str = ""
    line: int = 1
