"""Titles and introductions that are open above a block, and what of it is the work of those they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.outline import Place, SectionKind
from danbiet.oblige.subjects import How, Subject
from danbiet.oblige.wording import begins_with_verb, opens_with_verb
from danbiet.oblige.words import tokens

_COMPRISING = re.compile(r"\bgồm(?: có)? ?:\Z")


@dataclass(frozen=True, slots=True)
class Scope:
    """Units to whom what stands deeper than ``rank`` is given; ``titled`` where a title names them.

    ``reported`` is to whom and through whom the introduction says they report.
    """

    rank: float
    units: tuple[str, ...]
    titled: bool
    kind: SectionKind
    reported: tuple[str | None, str | None] = (None, None)


@dataclass(slots=True)
class Scopes:
    """The scopes open where the walk stands, the innermost last."""

    scopes: list[Scope] = field(default_factory=list)
    dropped: float | None = None  # rank of a heading marked khong-phai-viec

    def enter(self, rank: float) -> None:
        """Close what a block of ``rank`` ends: every scope as deep as it or deeper."""
        while self.scopes and self.scopes[-1].rank >= rank:
            self.scopes.pop()

    @property
    def scope(self) -> Scope | None:
        """The innermost scope, if any is open."""
        return self.scopes[-1] if self.scopes else None


def own_command(place: Place, first: Subject, state: Scopes) -> bool:
    """Whether "Chỉ đạo …", "Phân công …" is the work of the unit above, not given by the plan's author."""
    if first.how is not How.COMMAND or place.last or state.scope is None:
        return False
    if first.led:  # "Căn cứ Kế hoạch này, chỉ đạo các cơ sở …"
        told = place.block.text[: first.work].rpartition(first.units[0])[0].rpartition(",")[2]
        return state.scope.titled and lexicon().directing.match(tokens(told.strip()), 0) > 0
    # "Bộ đề nghị UBND các tỉnh: a) Chỉ đạo cơ quan chuyên môn …" is theirs; "Yêu cầu …" may be the author's.
    own = lexicon().within if state.scope.rank > 0 else lexicon().directing
    return place.rank > state.scope.rank and own.match(tokens(place.block.text), 0) > 0


def names_contents(walked: Sequence[Place], k: int, scope: Scope) -> bool:
    """Whether a block only names what its parent's sentence is about: "trình Hội đồng quyết định:", "- Mức vốn …"."""
    parent = next((walked[i] for i in range(k - 1, -1, -1) if walked[i].rank < walked[k].rank), None)
    if parent is None or parent.rank <= scope.rank:
        return False
    text, leading = walked[k].block.text, parent.block.text.rstrip(" *")
    if _COMPRISING.search(leading):
        return not opens_with_verb(text)
    return leading.endswith(":") and not begins_with_verb(text)
