"""The two git commands history needs, as plain data: no interpretation here."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

# A hook of another repository (pre-commit) says where *it* stands; we ask about the site's folder.
_OF_A_HOOK = frozenset(
    {
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_PREFIX",
        "GIT_COMMON_DIR",
        "GIT_OBJECT_DIRECTORY",
        "GIT_NAMESPACE",
    }
)


class GitError(Exception):
    """git is missing, refuses, or stands outside a repository."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One file that one commit changed.

    ``status`` is git's letter (A, M, D, R, T); ``old`` and ``new`` are blob ids, nothing where the
    file did not exist on that side. ``path`` is below the site's root, ``former`` the path it was
    renamed from.
    """

    status: str
    old: str | None
    new: str | None
    path: str
    former: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit of the first-parent line: id, parents, committer time in seconds, message, touched files."""

    id: str
    parents: tuple[str, ...]
    time: int
    message: str
    touches: tuple[Touch, ...]


def run(root: Path, arguments: Sequence[str], stdin: bytes | None = None) -> bytes:
    """What ``git <arguments>`` prints, run in ``root``; GitError where it cannot."""
    # The reader's own settings must not change what we read: no locks taken, no localised output,
    # no signatures between records, no lazy fetch from a remote.
    inherited = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    environment = inherited | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"}
    settings = [
        "-c",
        "log.showSignature=false",
        "-c",
        "core.quotePath=false",
        "-c",
        "i18n.logOutputEncoding=UTF-8",
    ]
    try:
        done = subprocess.run(
            ["git", *settings, *arguments],
            cwd=root,
            env=environment,
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise GitError(str(error)) from error
    if done.returncode != 0:
        raise GitError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def place(root: Path) -> tuple[bool, str]:
    """Whether the clone is shallow, and where ``root`` lies below the repository's top ("" or "a/b/")."""
    out = run(root, ["rev-parse", "--is-shallow-repository", "--show-prefix"]).decode("utf-8", "replace")
    shallow, _, prefix = out.partition("\n")
    return shallow.strip() == "true", prefix.rstrip("\n")


def log(root: Path, prefix: str, pathspecs: Sequence[str]) -> tuple[Commit, ...]:
    """The commits of the first-parent line that touched ``pathspecs``, newest first.

    First-parent: a plan is published when a change reaches this branch, not when somebody wrote
    it on another one. Paths outside the site's root are left out.
    """
    if not _has_commits(root):
        return ()
    out = run(
        root,
        [
            "log",
            "--first-parent",
            "-m",
            "--raw",
            "-M",
            "-z",
            "--no-abbrev",
            "--no-color",
            "--no-ext-diff",
            "--format=tformat:%H%x00%P%x00%ct%x00%B%x00",
            "--",
            *(f":(top,literal){prefix}{spec}" for spec in pathspecs),
        ],
    )
    return tuple(_commits(out, prefix))


def messages(root: Path, merge: Commit, path: str, prefix: str) -> list[str]:
    """The messages of the commits that a merge brought in and that touched one file, newest first."""
    span = f"{merge.parents[0]}..{merge.id}"
    spec = f":(top,literal){prefix}{path}"
    out = run(root, ["log", "--no-merges", "-z", "--format=tformat:%B", span, "--", spec])
    return [message.decode("utf-8", "replace") for message in out.split(b"\0") if message.strip()]


def blobs(root: Path, ids: Sequence[str]) -> dict[str, bytes]:
    """The contents of blobs by id, all by one process; an id that git does not have is left out."""
    if not ids:
        return {}
    out = run(root, ["cat-file", "--batch"], "".join(f"{i}\n" for i in ids).encode())
    found: dict[str, bytes] = {}
    at = 0
    while at < len(out):
        end = out.index(b"\n", at)
        header = out[at:end].decode().split(" ")
        at = end + 1
        if len(header) == 3:
            size = int(header[2])
            found[header[0]] = out[at : at + size]
            at += size + 1
    return found


def _has_commits(root: Path) -> bool:
    try:
        run(root, ["rev-parse", "--verify", "--quiet", "HEAD"])
    except GitError:
        return False
    return True


def _commits(out: bytes, prefix: str) -> Iterator[Commit]:
    """Reads ``git log --raw -z``: four fields and an empty one a commit, then its touched files."""
    fields = [field.decode("utf-8", "replace") for field in out.split(b"\0")]
    at = 0
    while at + 3 < len(fields):
        identity, parents, time, message = fields[at : at + 4]
        at += 5
        touches: list[Touch] = []
        while at < len(fields) and fields[at].lstrip("\n").startswith(":"):
            width = 3 if fields[at].rstrip("0123456789").endswith(("R", "C")) else 2
            touch = _touch(fields[at : at + width], prefix)
            if touch:
                touches.append(touch)
            at += width
        yield Commit(
            id=identity.strip(),
            parents=tuple(parents.split()),
            time=int(time),
            message=message,
            touches=tuple(touches),
        )


def _touch(fields: Sequence[str], prefix: str) -> Touch | None:
    _, _, old, new, status = fields[0].lstrip("\n:").split(" ")
    path, former = fields[-1], fields[1] if len(fields) == 3 else None
    if not path.startswith(prefix):
        return None
    return Touch(
        status=status[0],
        old=_blob(old),
        new=_blob(new),
        path=path.removeprefix(prefix),
        former=former.removeprefix(prefix) if former is not None else None,
    )


def _blob(identity: str) -> str | None:
    return identity if identity.strip("0") else None
