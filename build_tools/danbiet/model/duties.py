"""What a plan asks for: duties, deadlines, obligations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Recurrence(StrEnum):
    """How often an obligation comes back."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SIX_MONTH = "6-month"
    NINE_MONTH = "9-month"
    ANNUAL = "annual"
    AD_HOC = "ad-hoc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day by which something is due, with how it was computed.

    ``raw`` is verbatim with ``start:end`` in the file; ``when`` is ISO, or ``--MM-DD`` where no
    year is printed (``--MM``, ``2026-Q2`` … for periods); ``due`` the last day, or nothing where
    it cannot be computed; ``basis`` says in Vietnamese how; ``what`` is due, in the plan's words.
    """

    raw: str
    start: int
    end: int
    when: str
    due: date | None
    basis: str
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """An obligation as read from a plan, before its unit is looked up.

    ``text`` is the verbatim sentence (white space collapsed, Markdown marks removed); ``unit`` the
    printed name, or nothing where the plan names none (then it falls on the issuing body).
    ``section_kind`` is ``assignment`` or ``content``. ``anchor`` is that of the block it stands in.
    ``measurable`` is false for a duty that no deadline can measure.
    """

    text: str
    start: int
    end: int
    unit: str | None
    unit_hint: str | None = None  # a unit id or slug set by hand in an attribute list
    id_hint: str | None = None  # ma="…": an id kept across an edit
    section: str = ""
    section_title: str = ""
    section_kind: str = "assignment"
    anchor: str = ""
    deadlines: tuple[Deadline, ...] = ()
    recurrence: tuple[Recurrence, ...] = ()
    reports_to: str | None = None
    via: str | None = None
    measurable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """A duty with its unit and its stable id ``<năm>-<slug>-<8 hex>``."""

    id: str
    plan_key: str
    unit_id: str
    duty: Duty
