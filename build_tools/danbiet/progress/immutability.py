"""Entries are append-only: what was published once is still there, word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from danbiet import words
from danbiet.issues import Issue, Severity
from danbiet.model import ProgressEntry
from danbiet.progress.read import FOLDER, ProgressFiles, read_files

RULE_EDITED = "tien-do-sua-sau"

Past = Mapping[str, Sequence[tuple[str, date, bytes]]]
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

    ``past`` holds every committed version of every progress file (path → (commit, day, bytes)),
    ``known`` the ids of the site's obligations: an entry on an obligation unknown today was never
    shown, so it may be mended. An entry may gain confirmations; a confirmation once there stays.
    Comments, order and spacing are free, and an entry may move to another file. Where ``lacks``
    says that git's history is missing, one note says that nothing could be verified.
    """
    if lacks:
        return [_unverified(now.entries[0], lacks)] if now.entries else []
    if not now.readable:
        return []
    standing = Counter(_bare(entry) for entry in now.entries)
    confirmations = Counter((_bare(entry), said) for entry in now.entries for said in entry.confirmations)
    withdrawn = {(gone.obligation_id, gone.on) for gone in now.withdrawn}
    issues: dict[ProgressEntry, Issue] = {}
    for path, commit, day, entry in _published(past):
        bare = _bare(entry)
        if (
            bare in issues
            or entry.obligation_id not in known
            or (entry.obligation_id, entry.on.isoformat()) in withdrawn
        ):
            continue
        if not standing[bare]:
            issues[bare] = _changed(entry, now, path, commit, day)
        elif any(not confirmations[bare, said] for said in entry.confirmations):
            issues[bare] = _issue(
                entry,
                now,
                path,
                "xác nhận đã công bố bị sửa hoặc xóa",
                commit,
                day,
                "Trả lại xác nhận như cũ",
            )
    return list(issues.values())


def _published(past: Past) -> Iterator[tuple[str, str, date, ProgressEntry]]:
    for path in sorted(past):
        if not path.endswith((".yml", ".yaml")):
            continue
        seen: Counter[ProgressEntry] = Counter()
        for commit, day, data in past[path]:
            for entry in read_files({path: data}).entries:
                entry = replace(entry, line=1)
                if not seen[entry]:
                    seen[entry] += 1
                    yield path, commit, day, entry


def _bare(entry: ProgressEntry) -> ProgressEntry:
    """The entry by its own words, wherever it stands."""
    return replace(entry, confirmations=(), path="", line=1)


def _changed(entry: ProgressEntry, now: ProgressFiles, path: str, commit: str, day: date) -> Issue:
    remedy = "Trả mục này về như cũ, rồi ghi điều mới thành một mục thêm ở cuối"
    nearest = _nearest(entry, now)
    if nearest is None:
        return _issue(entry, now, path, "mục đã công bố bị xóa", commit, day, remedy)
    different = [name for key, name in _FIELDS.items() if getattr(entry, key) != getattr(nearest, key)]
    message = f"mục đã công bố bị sửa ở “{'”, “'.join(different)}”"
    return _issue(entry, now, path, message, commit, day, remedy, nearest)


def _nearest(entry: ProgressEntry, now: ProgressFiles) -> ProgressEntry | None:
    """Today's entry that this one most likely became: at most two of its seven values differ."""
    likeness = [
        (sum(getattr(entry, key) == getattr(other, key) for key in _FIELDS), other) for other in now.entries
    ]
    best = max(likeness, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] >= len(_FIELDS) - 2 else None


def _issue(
    entry: ProgressEntry,
    now: ProgressFiles,
    path: str,
    message: str,
    commit: str,
    day: date,
    remedy: str,
    nearest: ProgressEntry | None = None,
) -> Issue:
    where = nearest or next((other for other in now.entries if _bare(other) == _bare(entry)), None)
    return Issue(
        rule=RULE_EDITED,
        severity=Severity.ERROR,
        path=where.path if where else path,
        line=where.line if where else 1,
        message=f"{message} (đã công bố ngày {words.day(day)}, bản ghi {commit[:10]})",
        remedy=remedy,
        quote=f"{entry.obligation_id}, {entry.on.isoformat()}: {entry.what}",
    )


def _unverified(entry: ProgressEntry, lacks: str) -> Issue:
    return Issue(
        rule=RULE_EDITED,
        severity=Severity.NOTE,
        path=entry.path,
        line=0,
        column=0,
        message=f"chưa kiểm được các mục tiến độ có bị sửa sau khi đăng hay không: {lacks}",
        remedy="Lấy đủ lịch sử git (git fetch --unshallow; trong CI: fetch-depth: 0) rồi kiểm lại",
    )


__all__ = ["FOLDER", "RULE_EDITED", "Past", "edited"]
