"""What the register room hands around: the register itself and the place a mention stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from danbiet.model import Body, Instrument, Unit

UNDETERMINED = "chua-xac-dinh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An instrument with what only look-up needs.

    ``subjects`` are other wordings of its subject, ``presumed_number`` the number it probably
    bears (never shown as its number), ``examples`` mentions that must resolve to it, and
    ``reused`` whether its number is known to belong to other instruments too.
    """

    instrument: Instrument
    subjects: tuple[str, ...] = ()
    presumed_number: str | None = None
    examples: tuple[str, ...] = ()
    reused: bool = False


@dataclass(frozen=True, slots=True)
class Entered:
    """Where an entry stands in a site's own files."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Register:
    """Instruments, bodies and units, each by id.

    Two registers are the same only if they are one object, so that what is computed from a
    register can be cached by it.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    own_bodies: Mapping[str, Entered] = field(default_factory=dict)  # those of a site's own files
    heirs: frozenset[str] = frozenset()  # bodies that have no entry: only what they came after tells of them

    @property
    def instruments(self) -> Mapping[str, Instrument]:
        """The registered instruments by id."""
        return {key: entry.instrument for key, entry in self.entries.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where mentions stand: the plan, its body, the file's text, and plans published beside it.

    ``plan_date_bound`` is the plan's day, or the earliest it can have; ``latest`` the last day it
    can have. Without a body (raw text) the place is inferred from ``text`` where that is
    unambiguous.
    """

    plan_key: str = ""
    body: Body | None = None
    plan_date_bound: date | None = None
    latest: date | None = None
    text: str = ""
    plans: tuple[Instrument, ...] = ()
