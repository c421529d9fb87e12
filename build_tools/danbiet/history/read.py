"""The history of plans, and the past versions of progress files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from danbiet import clock
from danbiet.cache import Cache, key_of
from danbiet.history import git, kinds, words
from danbiet.model import Change, ChangeKind, PlanHistory
from danbiet.text import nfc

SHALLOW = "chưa có đủ lịch sử các lần đăng (bản sao git nông), chưa rõ ngày đăng"
NO_GIT = "không có lịch sử các lần đăng (không phải kho git), chưa rõ ngày đăng"
_REMEDIES = {
    SHALLOW: "Nội dung không phải sửa gì; nhờ người phụ trách kỹ thuật lấy đủ lịch sử của kho rồi soát lại "
    "(git fetch --unshallow; trên GitHub Actions đặt fetch-depth: 0)",
    NO_GIT: "Nội dung không phải sửa gì; xem kết quả soát ở kho của trang, không phải ở một bản chép các tệp",
}


class Version(NamedTuple):
    """A committed version of a file; ``order`` counts commits from the oldest.

    ``blob`` is the id of its content; once removed, that and ``content`` are empty. Only of YAML
    files is the content itself read.
    """

    order: int
    commit: str
    on: date
    content: bytes
    blob: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Past versions of files, by path, oldest first. A file that was removed is here too.

    ``lacks`` says in Vietnamese why the history is not known, ``remedy`` what to do about it; empty
    where it is. ``certain`` is false where nobody can tell which branch is the published one. ``now``
    holds the ids of the contents that files have today, as ``Version.blob`` holds those of the past.
    """

    files: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    now: Mapping[str, str] = field(default_factory=dict)
    lacks: str = ""
    remedy: str = ""
    certain: bool = True


def read(root: Path, paths: Sequence[str], cache: Cache | None = None) -> Mapping[str, PlanHistory]:
    """The history of each plan of ``paths`` (relative to ``root``, forward slashes).

    Days are those of the committer's date in Việt Nam: the author's date says when somebody wrote
    a change, perhaps weeks before and kept through rebases; the committer's is the nearest git
    knows to when the change came to stand here. A plan that is not committed yet has a known
    history without changes. Without git, or in a shallow clone, ``known`` is false and ``lacks``
    says so. With a cache, versions compared once are not compared again.
    """
    if not paths:
        return {}
    try:
        shallow, prefix = git.place(root)
        if shallow:
            return dict.fromkeys(paths, PlanHistory(known=False, lacks=SHALLOW))
        commits = git.log(root, prefix, sorted({path.split("/")[0] for path in paths}))
        steps = _steps(commits, paths)
        plans = _Plans(root, prefix, steps)
        cache = cache or Cache(None)
        return {
            path: cache.of(_key(path, found), partial(plans.history, path))
            if len(found) > 1
            else plans.history(path)
            for path, found in steps.items()
        }
    except git.GitError:
        return dict.fromkeys(paths, PlanHistory(known=False, lacks=NO_GIT))


def versions(root: Path, folder: str, files: Sequence[str] = ()) -> Versions:
    """Every published version of every file that stands, or ever stood, in ``folder``.

    ``files`` are those whose content as it stands now is to be known too.
    """
    try:
        shallow, prefix = git.place(root)
        if shallow:
            return _unknown(SHALLOW)
        tip, certain = git.published_tip(root)
        commits = tuple(reversed(git.log(root, prefix, [folder], tip)))
        read = {
            touch.new
            for one in commits
            for touch in one.touches
            if touch.new and touch.path.endswith((".yml", ".yaml"))
        }
        contents = git.blobs(root, sorted(read))
        now = git.contents(root, files)
    except git.GitError:
        return _unknown(NO_GIT)
    found: dict[str, list[Version]] = {}
    for order, commit in enumerate(commits):
        for touch in commit.touches:
            new = touch.new or ""
            version = Version(order, commit.id, _day(commit), contents.get(new, b""), new)
            found.setdefault(touch.path, []).append(version)
            if touch.former:
                found.setdefault(touch.former, []).append(version._replace(content=b"", blob=""))
    past = {path: tuple(steps) for path, steps in found.items()}
    return Versions(files=past, now=now, certain=certain)


def _unknown(lacks: str) -> Versions:
    return Versions(lacks=lacks.partition(",")[0], remedy=_REMEDIES[lacks])


_Step = tuple[git.Commit, git.Touch]


def _steps(commits: Sequence[git.Commit], paths: Sequence[str]) -> dict[str, list[_Step]]:
    """For each path the commits that touched it, oldest first, followed back through renames."""
    now = {nfc(path): path for path in paths}  # the name a file had at this point → the name it has today
    steps: dict[str, list[_Step]] = {path: [] for path in paths}
    for commit in commits:
        renamed: dict[str, str] = {}
        for touch in commit.touches:
            today = now.get(nfc(touch.path))
            if today is None:
                continue
            steps[today].append((commit, touch))
            if touch.status == "R" and touch.former:
                renamed[nfc(touch.path)] = nfc(touch.former)
        for later, former in renamed.items():
            now.setdefault(former, now.pop(later))
    for found in steps.values():
        found.reverse()
    return steps


def _key(path: str, steps: Sequence[_Step]) -> str:
    """What a plan's history depends on: commits are named by all they hold."""
    return key_of(["history", path, *(f"{commit.id} {touch.old} {touch.new}" for commit, touch in steps)])


class _Plans:
    """The histories of plans, made one by one; the old versions are fetched for all of them at once, if at all."""

    def __init__(self, root: Path, prefix: str, steps: Mapping[str, Sequence[_Step]]) -> None:
        self._root = root
        self._prefix = prefix
        self._steps = steps
        self._texts: Mapping[str, bytes] | None = None

    def history(self, path: str) -> PlanHistory:
        """The history of one plan."""
        if self._texts is None and len(self._steps[path]) > 1:
            self._texts = git.blobs(self._root, _needed(self._steps))
        changes = _changes(self._root, self._prefix, self._steps[path], self._texts or {})
        return PlanHistory(known=True, changes=tuple(changes))


def _needed(steps: Mapping[str, Sequence[_Step]]) -> list[str]:
    """The blobs to be compared: none for a plan that was published once and never touched again."""
    blobs = {
        blob
        for found in steps.values()
        if len(found) > 1
        for _, touch in found
        for blob in (touch.old, touch.new)
        if blob
    }
    return sorted(blobs)


def _changes(root: Path, prefix: str, steps: Sequence[_Step], texts: Mapping[str, bytes]) -> Iterator[Change]:
    last: str | None = None  # the last blob that stood here, also across a removal
    for index, (commit, touch) in enumerate(steps):
        if index == 0:  # asks git no more: a thousand plans have a thousand first commits
            kind, document, said = ChangeKind.PUBLICATION, None, kinds.summary(commit.message)
        else:
            kind, document, said = _said(root, prefix, commit, touch)
        pieces = () if index == 0 else _pieces(touch, last, texts)
        yield Change(
            on=_day(commit),
            at=clock.moment(commit.time),
            commit=commit.id,
            kind=kind,
            summary=said,
            document=document,
            words=pieces,
        )
        last = touch.new or touch.old or last


def _said(
    root: Path, prefix: str, commit: git.Commit, touch: git.Touch
) -> tuple[ChangeKind, str | None, str]:
    """Kind, instrument and one line of what the commit says; a merge that says nothing is asked for what it brought."""
    kind, document = kinds.stated(commit.message)
    said = kinds.summary(commit.message)
    if len(commit.parents) > 1 and (kind is ChangeKind.UNSTATED or not said):
        for message in git.messages(root, commit, touch.path, prefix):
            said = said or kinds.summary(message)
            if kind is ChangeKind.UNSTATED:
                kind, document = kinds.stated(message)
    return kind, document, said


def _pieces(touch: git.Touch, last: str | None, texts: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    if touch.new is None:
        return (("-", "(gỡ toàn văn khỏi trang này)"),)
    old = touch.old or last
    changed = words.compare(_text(texts, old), _text(texts, touch.new)) if old else ()
    if touch.former is not None:
        changed = (("=", "Tên tệp:"), ("-", touch.former), ("+", touch.path), *changed)
    if touch.status == "A":
        changed = (("+", "(đăng lại toàn văn)"), *changed)
    return changed


def _text(texts: Mapping[str, bytes], blob: str | None) -> str:
    return texts.get(blob or "", b"").decode("utf-8", "replace")


def _day(commit: git.Commit) -> date:
    return clock.moment(commit.time).date()
