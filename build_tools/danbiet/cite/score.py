"""Measure reading against gold: pure functions, nothing printed.

Gold is a list of objects with ``start``, ``end`` (of the text with every run of white space as one
space), ``core``, ``type``, ``number``, ``date``, ``issuer`` and ``kind``, as in tests/golden/seeds.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from danbiet.model import Mention

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How reading compares with gold over some texts.

    ``found``, ``expected`` and ``matched`` count spans. The accuracies count, among matched spans,
    those whose value equals gold's. ``missed`` and ``extra`` quote the spans that differ.
    """

    expected: int
    found: int
    matched: int
    right: Mapping[str, int]
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    differing: tuple[str, ...] = field(default=())

    @property
    def precision(self) -> float:
        """Matched spans among those found."""
        return self.matched / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Matched spans among those expected."""
        return self.matched / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def accuracy(self, what: str) -> float:
        """The share of matched spans with the right ``number``, ``date``, ``issuer``, ``type``, ``kind``, ``core``."""
        return self.right[what] / self.matched if self.matched else 1.0


def flat_offsets(text: str) -> list[int]:
    """For each offset of ``text`` (and its end) the offset in the text with white space collapsed."""
    offsets = []
    flat = 0
    in_space = False
    for char in text:
        offsets.append(flat - 1 if in_space and char.isspace() else flat)
        if not (in_space and char.isspace()):
            flat += 1
        in_space = char.isspace()
    offsets.append(flat)
    return offsets


def compare(text: str, mentions: Sequence[Mention], gold: Sequence[Mapping[str, Any]]) -> Score:
    """The score of one text's mentions against its gold."""
    flat = _SPACE.sub(" ", text)
    offsets = flat_offsets(text)
    found = {(offsets[m.start], offsets[m.end - 1] + 1): m for m in mentions}
    expected = {(g["start"], g["end"]): g for g in gold}
    right = dict.fromkeys(("number", "date", "issuer", "type", "kind", "core"), 0)
    differing = []
    for span in found.keys() & expected.keys():
        printed = as_gold(found[span])
        for what in right:
            if printed[what] == expected[span].get(what):
                right[what] += 1
            else:
                differing.append(f"{flat[slice(*span)]}: {what} {printed[what]} ≠ {expected[span].get(what)}")
    return Score(
        expected=len(expected),
        found=len(found),
        matched=len(found.keys() & expected.keys()),
        right=right,
        missed=tuple(flat[s:e] for s, e in sorted(expected.keys() - found.keys())),
        extra=tuple(flat[s:e] for s, e in sorted(found.keys() - expected.keys())),
        differing=tuple(differing),
    )


def total(scores: Iterable[Score]) -> Score:
    """The scores of several texts as one."""
    scores = list(scores)
    return Score(
        expected=sum(s.expected for s in scores),
        found=sum(s.found for s in scores),
        matched=sum(s.matched for s in scores),
        right={k: sum(s.right[k] for s in scores) for k in (scores[0].right if scores else ())},
        missed=tuple(x for s in scores for x in s.missed),
        extra=tuple(x for s in scores for x in s.extra),
        differing=tuple(x for s in scores for x in s.differing),
    )


def as_gold(mention: Mention) -> dict[str, Any]:
    """A mention in gold's words; a year alone is no date there."""
    core = mention.raw[mention.core_start - mention.start : mention.core_end - mention.start]
    return {
        "core": _SPACE.sub(" ", core),
        "type": mention.type_name,
        "number": mention.number,
        "date": str(mention.date) if mention.date and mention.date.month else None,
        "issuer": mention.issuer,
        "kind": mention.kind.value,
    }


def changes(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was gained and what was lost between two lists of spans as printed (with repetitions)."""
    rest = list(before)
    gained = []
    for item in after:
        if item in rest:
            rest.remove(item)
        else:
            gained.append(item)
    return tuple(gained), tuple(rest)
