"""What a text cites: a mention as printed, and what it was found to mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from danbiet.model.dates import PartialDate


class MentionKind(StrEnum):
    """How a mention points at its instrument."""

    NUMBERED = "numbered"
    NAMED = "named"
    VAGUE = "vague"  # a type word with an issuer or subject that points at one instrument


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """Damage tolerated inside a mention: what kind, as printed, as read (``kind`` is a slug)."""

    kind: str
    printed: str
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A citation as printed, before anybody asks which instrument it is. Offsets are of the file.

    ``start:end`` spans type word, number, date and issuer where they stand together; ``core`` spans
    the type word and number, or the name. ``number`` is repaired and without spaces. ``date`` and
    ``issuer`` are those printed here or shared with a neighbour. ``subject`` holds the words after
    it that say what it is about, as far as they were read; ``provision`` the article or clause
    before it ("điểm a khoản 3 Điều 33").
    """

    start: int
    end: int
    core_start: int
    core_end: int
    raw: str
    type_name: str
    kind: MentionKind
    number: str | None = None
    date: PartialDate | None = None
    issuer: str | None = None
    name: str | None = None
    subject: str | None = None
    provision: str | None = None
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A mention in a plan together with what it was found to mean.

    ``instrument`` is set only when exactly one fits; ``candidates`` holds the ids that fit where
    several do. ``page_id`` is the id of the page the link leads to and is never empty: the
    instrument, the group of candidates, an unregistered number, or ``chua-xac-dinh``.
    """

    plan_key: str
    mention: Mention
    page_id: str
    instrument: str | None = None
    candidates: tuple[str, ...] = ()
