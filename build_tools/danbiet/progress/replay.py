"""The past of progress files played again: every fact that was published, and where and when it first was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from danbiet.model import Confirmation, ProgressEntry
from danbiet.progress.chunks import chunks
from danbiet.progress.read import ProgressFiles, read_files

# Past versions by path: (order of the commit, commit, day, content, id of the content). Once removed both are empty;
# of what is no progress file only the id is known.
Past = Mapping[str, Sequence[tuple[int, str, date, bytes, str]]]

# An entry by its own words (said None), or one of its confirmations.
Fact = tuple[ProgressEntry, Confirmation | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where and when a fact was first published; ``order`` counts commits from the oldest."""

    path: str
    commit: str
    on: date
    order: int


def standing(files: ProgressFiles) -> tuple[set[Fact], set[tuple[str, date]]]:
    """The facts that files state, and what they say was taken away: obligation and day."""
    facts: set[Fact] = {(bare(entry), None) for entry in files.entries}
    facts |= {(bare(entry), said) for entry in files.entries for said in entry.confirmations}
    return facts, {(one.obligation_id, one.on) for one in files.withdrawn}


def bare(entry: ProgressEntry) -> ProgressEntry:
    """The entry by its own words, wherever it stands."""
    return replace(entry, confirmations=(), path="", line=1)


def published(past: Past, known: Collection[str]) -> dict[Fact, Publication]:
    """Every fact that was published rightly, commit by commit.

    What a commit put in the place of a published entry is not protected in its turn: otherwise an
    edit, once committed, could never be taken back.
    """
    replay = _Replay()
    steps = [
        (*step, path) for path, steps in past.items() if path.endswith((".yml", ".yaml")) for step in steps
    ]
    for _, group in groupby(sorted(steps, key=lambda step: step[0]), key=lambda step: step[0]):
        for order, commit, on, content, _, path in group:
            replay.change(path, content, Publication(path=path, commit=commit, on=on, order=order))
        replay.publish(known)
    return replay.published


class _Replay:
    """What stands after each commit, at the price of what the commit changed."""

    def __init__(self) -> None:
        self.published: dict[Fact, Publication] = {}
        self._files: dict[str, Counter[bytes]] = {}
        self._facts: Counter[Fact] = Counter()
        self._gone: Counter[tuple[str, date]] = Counter()
        self._lost: set[Fact] = set()  # published, and not standing now
        self._waiting: dict[Fact, Publication] = {}
        self._read: dict[bytes, ProgressFiles] = {}

    def change(self, path: str, content: bytes, publication: Publication) -> None:
        """One file becomes ``content``."""
        before, after = self._files.get(path, Counter()), Counter(chunks(content) if content else ())
        self._files[path] = after
        for chunk, count in (after - before).items():
            self._count(chunk, count, publication)
        for chunk, count in (before - after).items():
            self._count(chunk, -count, publication)

    def _count(self, chunk: bytes, by: int, publication: Publication) -> None:
        if chunk not in self._read:
            self._read[chunk] = read_files({publication.path: chunk})
        facts, gone = standing(self._read[chunk])
        for mark in gone:
            self._gone[mark] += by
        for fact in facts:
            self._facts[fact] += by
            if fact not in self.published:
                self._waiting.setdefault(fact, publication)
            elif self._facts[fact] > 0:
                self._lost.discard(fact)
            else:
                self._lost.add(fact)

    def publish(self, known: Collection[str]) -> None:
        """What waits is published, unless something published is missing."""
        if any(not self._gone[fact[0].obligation_id, fact[0].on] for fact in self._lost):
            return
        for fact, publication in self._waiting.items():
            if self._facts[fact] > 0 and fact[0].obligation_id in known:
                self.published[fact] = publication
        self._waiting.clear()
