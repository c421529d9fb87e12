"""Entries are append-only: what was published once is still there, word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from danbiet import words
from danbiet.issues import Issue, Severity
from danbiet.model import Confirmation, ProgressEntry
from danbiet.progress.chunks import chunks
from danbiet.progress.read import ProgressFiles, read_files

RULE_EDITED = "tien-do-sua-sau"

# Past versions by path: (order of the commit, commit, day, content; empty once removed).
Past = Mapping[str, Sequence[tuple[int, str, date, bytes]]]
_FIELDS = {
    "obligation_id": "việc",
    "period": "kỳ",
    "on": "ngày",
    "stage": "giai đoạn",
    "what": "nội dung",
    "reported_by": "người báo cáo",
    "evidence": "minh chứng",
}


def edited(now: ProgressFiles, past: Past, known: Collection[str], lacks: str = "") -> list[Issue]:
    """An error for each entry that was changed or removed after it had been committed.

    ``known`` are the ids of the site's obligations: an entry on an obligation unknown today was
    never shown, so it may be mended. An entry may gain confirmations; a confirmation once there
    stays. Comments, order and spacing are free, and an entry may move to another file. Where
    ``lacks`` says that git's history is missing, one note says that nothing could be verified.
    """
    if lacks:
        return [_unverified(now.entries[0], lacks)] if now.entries else []
    if not now.readable:
        return []
    standing, gone = _standing(now)
    issues: dict[ProgressEntry, Issue] = {}
    for (bare, said), published in _published(past, known).items():
        if bare in issues or (bare, said) in standing or _withdrawn(bare, gone):
            continue
        if (bare, None) not in standing:
            issues[bare] = _changed(bare, now, published)
        else:
            message = "xác nhận đã công bố bị sửa hoặc xóa"
            issues[bare] = _issue(bare, now, published, message, "Trả lại xác nhận như cũ")
    return list(issues.values())


# An entry by its own words (said None), or one of its confirmations.
_Fact = tuple[ProgressEntry, Confirmation | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Publication:
    """Where and when a fact was first published."""

    path: str
    commit: str
    on: date


def _standing(files: ProgressFiles) -> tuple[set[_Fact], set[tuple[str, date]]]:
    facts: set[_Fact] = {(_bare(entry), None) for entry in files.entries}
    facts |= {(_bare(entry), said) for entry in files.entries for said in entry.confirmations}
    return facts, {(one.obligation_id, one.on) for one in files.withdrawn}


def _withdrawn(bare: ProgressEntry, gone: set[tuple[str, date]]) -> bool:
    return (bare.obligation_id, bare.on) in gone


def _published(past: Past, known: Collection[str]) -> dict[_Fact, _Publication]:
    """Every fact that was published rightly, commit by commit.

    What a commit put in the place of a published entry is not protected in its turn: otherwise an
    edit, once committed, could never be taken back.
    """
    replay = _Replay()
    steps = [
        (*step, path) for path, steps in past.items() if path.endswith((".yml", ".yaml")) for step in steps
    ]
    for _, group in groupby(sorted(steps, key=lambda step: step[0]), key=lambda step: step[0]):
        for _, commit, on, content, path in group:
            replay.change(path, content, _Publication(path=path, commit=commit, on=on))
        replay.publish(known)
    return replay.published


class _Replay:
    """The past played again: what stands after each commit, at the price of what the commit changed."""

    def __init__(self) -> None:
        self.published: dict[_Fact, _Publication] = {}
        self._files: dict[str, Counter[bytes]] = {}
        self._facts: Counter[_Fact] = Counter()
        self._gone: Counter[tuple[str, date]] = Counter()
        self._lost: set[_Fact] = set()  # published, and not standing now
        self._waiting: dict[_Fact, _Publication] = {}
        self._read: dict[bytes, ProgressFiles] = {}

    def change(self, path: str, content: bytes, publication: _Publication) -> None:
        """One file becomes ``content``."""
        before, after = self._files.get(path, Counter()), Counter(chunks(content) if content else ())
        self._files[path] = after
        for chunk, count in (after - before).items():
            self._count(chunk, count, publication)
        for chunk, count in (before - after).items():
            self._count(chunk, -count, publication)

    def _count(self, chunk: bytes, by: int, publication: _Publication) -> None:
        if chunk not in self._read:
            self._read[chunk] = read_files({publication.path: chunk})
        facts, gone = _standing(self._read[chunk])
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


def _bare(entry: ProgressEntry) -> ProgressEntry:
    """The entry by its own words, wherever it stands."""
    return replace(entry, confirmations=(), path="", line=1)


def _changed(bare: ProgressEntry, now: ProgressFiles, published: _Publication) -> Issue:
    remedy = "Trả mục này về như cũ, rồi ghi điều mới thành một mục thêm ở cuối"
    nearest = _nearest(bare, now)
    if nearest is None:
        return _issue(bare, now, published, "mục đã công bố bị xóa", remedy)
    different = [name for key, name in _FIELDS.items() if getattr(bare, key) != getattr(nearest, key)]
    message = f"mục đã công bố bị sửa ở “{'”, “'.join(different)}”"
    return _issue(bare, now, published, message, remedy, nearest)


def _nearest(entry: ProgressEntry, now: ProgressFiles) -> ProgressEntry | None:
    """Today's entry that this one most likely became: at most two of its seven values differ."""
    likeness = [
        (sum(getattr(entry, key) == getattr(other, key) for key in _FIELDS), other) for other in now.entries
    ]
    best = max(likeness, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] >= len(_FIELDS) - 2 else None


def _issue(
    bare: ProgressEntry,
    now: ProgressFiles,
    published: _Publication,
    message: str,
    remedy: str,
    nearest: ProgressEntry | None = None,
) -> Issue:
    where = nearest or next((other for other in now.entries if _bare(other) == bare), None)
    return Issue(
        rule=RULE_EDITED,
        severity=Severity.ERROR,
        path=where.path if where else published.path,
        line=where.line if where else 1,
        message=f"{message} (đã công bố ngày {words.day(published.on)}, bản ghi {published.commit[:10]})",
        remedy=remedy,
        quote=f"{bare.obligation_id}, {words.day(bare.on)}: {bare.what}",
    )


def _unverified(entry: ProgressEntry, lacks: str) -> Issue:
    return Issue(
        rule=RULE_EDITED,
        severity=Severity.NOTE,
        path=entry.path,
        line=0,
        column=0,
        message=f"chưa kiểm được các mục tiến độ có bị sửa sau khi đăng hay không: {lacks}",
        remedy="Nhờ người quản trị kho lấy đủ lịch sử của kho (git fetch --unshallow) rồi soát lại",
    )
