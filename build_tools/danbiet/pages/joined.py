"""What is joined into a plan's body: the citations, the obligations and the blocks they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from danbiet.model import Block
from danbiet.pages.marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationLink:
    """A citation to be joined in: its span in the file and what its link says.

    ``validity`` is the state at the plan's date, shown as a mark where it is not in force, and
    ``title`` what a pointer or a screen reader is told of it; neither is text of the page.
    """

    start: int
    end: int
    page_id: str
    href: str
    validity: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutySpan:
    """An obligation to be joined in: its span, its id, its anchor, and its unit's name where that is to be shown."""

    start: int
    end: int
    id: str
    anchor: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What is joined into a body. ``top`` is the HTML heading level of a heading of level 1."""

    blocks: Sequence[Block]
    citations: Sequence[CitationLink] = ()
    duties: Sequence[DutySpan] = ()
    top: int = 3
    marks: Mapping[int, Mark] = field(default_factory=dict)
