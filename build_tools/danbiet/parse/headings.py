"""Which paragraphs are headings, where no Markdown heading says so.

A numbered paragraph is a heading when it is wholly in bold or italics, or when it reads like a
title: short, one sentence, not closed by a full stop, with something standing under it. A numbered
sentence ("1. Giao Phòng Nội vụ theo dõi.") is work to be read, never a heading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from danbiet.model import BlockKind
from danbiet.parse.marks import LETTER_RANK, NUMBER_RANK, ROMAN_RANK, PrintedMark
from danbiet.text import MappedText

_LONGEST = 300
_LONGEST_SENTENCE = 180
_INNER_STOP = re.compile(r"[.!?…]\s+\w")


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before anybody asks where it stands."""

    start: int
    end: int
    kind: BlockKind
    words: MappedText
    mark: PrintedMark | None
    depth: int = 0
    emphasised: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)


def find_headings(drafts: Sequence[Draft]) -> list[Draft]:
    """The blocks with the kind of those that are headings set to HEADING."""
    by_hand = any(draft.kind is BlockKind.HEADING for draft in drafts)
    kinds = [draft.kind for draft in drafts]
    for k, draft in enumerate(drafts):
        following = drafts[k + 1] if k + 1 < len(drafts) else None
        if draft.kind is BlockKind.ITEM and _is_heading(draft, following, by_hand):
            kinds[k] = BlockKind.HEADING
    _follow_siblings(drafts, kinds)
    return [
        draft if draft.kind is kind else replace(draft, kind=kind)
        for draft, kind in zip(drafts, kinds, strict=True)
    ]


def _is_heading(draft: Draft, following: Draft | None, by_hand: bool) -> bool:
    mark, words = draft.mark, draft.words.text
    if mark is None or not mark.token or len(words) > _LONGEST or draft.attributes:
        return False
    if mark.structural:
        return not words.endswith((".", ";"))
    if draft.emphasised:
        return True
    if not words or words.endswith((".", ";", ",")) or _INNER_STOP.search(words):
        return False
    if words.isupper():
        return True
    return (
        following is not None and _stands_under(following, draft) and (mark.rank < LETTER_RANK or not by_hand)
    )


def _stands_under(following: Draft, draft: Draft) -> bool:
    """Whether the next block can be what a heading heads."""
    if following.mark is None or not following.mark.token:
        return True
    return draft.mark is not None and following.mark.rank > draft.mark.rank


def _follow_siblings(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """A title that its author closed with a full stop is known by its siblings, which are titles."""
    groups: dict[tuple[int, int], list[int]] = {}
    parent = 0
    for k, draft in enumerate(drafts):
        if draft.mark is None or not draft.mark.token:
            continue
        if draft.mark.rank <= ROMAN_RANK:
            parent += 1
        groups.setdefault((parent, draft.mark.rank), []).append(k)
    for group in groups.values():
        titles = sum(kinds[k] is BlockKind.HEADING for k in group)
        if titles < 2 or titles * 2 <= len(group):
            continue
        for k in group:
            following = drafts[k + 1] if k + 1 < len(drafts) else None
            if kinds[k] is BlockKind.ITEM and _closed_title(drafts[k], following):
                kinds[k] = BlockKind.HEADING


def _closed_title(draft: Draft, following: Draft | None) -> bool:
    mark, words = draft.mark, draft.words.text
    return (
        mark is not None
        and mark.rank >= NUMBER_RANK
        and len(words) <= _LONGEST_SENTENCE
        and not _INNER_STOP.search(words)
        and not draft.attributes
        and following is not None
        and _stands_under(following, draft)
    )
