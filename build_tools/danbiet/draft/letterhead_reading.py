"""A letterhead being read: what was found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from danbiet.draft.record import Head, LeftOut, Para


@dataclass(slots=True)
class Reading:
    """A letterhead being read: what was found so far."""

    head: Head = field(default_factory=Head)
    agency: list[Para] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    kept: list[Para] = field(default_factory=list)  # lines that are no part of a letterhead
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    inferred: dict[str, str] = field(default_factory=dict)
    open_mark: int | None = None  # the cell in which "V/v" was opened
    open_at: int = 0  # how many lines had been kept before it
