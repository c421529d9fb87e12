"""What a form returns: a mention in the copy's offsets, before shared dates and the way back."""

from __future__ import annotations

from dataclasses import dataclass, field

from danbiet.cite.codes import Code
from danbiet.cite.lexicon import TypeWord
from danbiet.model import MentionKind, PartialDate, Repair


@dataclass(frozen=True, slots=True)
class Anchor:
    """A type word in the copy: where a form may begin."""

    start: int
    end: int
    type: TypeWord
    short: bool = False  # an abbreviation: "NQ", "QĐ"
    follows: bool = False  # stands right after a mention, whose title it begins


@dataclass(slots=True, kw_only=True)
class Draft:
    """A mention as a form reads it; offsets are of the copy."""

    start: int
    end: int
    core_start: int
    core_end: int
    type: TypeWord
    kind: MentionKind
    code: Code | None = None
    date: PartialDate | None = None
    issuer: str | None = None
    name: str | None = None
    listed: bool = False  # shares the type word of the mention before it
    repairs: list[Repair] = field(default_factory=list)


def numbered(anchor: Anchor, code: Code, repairs: list[Repair]) -> Draft:
    """A mention from its type word to its number, before its tail; ``repairs`` are those of the gap between."""
    return Draft(
        start=anchor.start,
        end=code.end,
        core_start=anchor.start,
        core_end=code.end,
        type=anchor.type,
        kind=MentionKind.NUMBERED,
        code=code,
        repairs=repairs + code.repairs,
    )
