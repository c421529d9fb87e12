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
_DEFAULTS = ("main", "master")


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


def published_tip(root: Path) -> tuple[str, bool]:
    """The newest commit that is published and that this branch holds, and whether that can be told.

    What stands on the default branch is published. On another branch that is where it left the
    default branch or last took it in; a repository without a default branch is taken as it stands.
    """
    names = run(root, ["for-each-ref", "--format=%(refname) %(symref)", "refs/remotes", "refs/heads"])
    refs = dict(line.partition(" ")[::2] for line in names.decode("utf-8", "replace").splitlines())
    heads = [target for name, target in refs.items() if name.endswith("/HEAD") and target]
    usual = [f"{where}{name}" for where in ("refs/remotes/origin/", "refs/heads/") for name in _DEFAULTS]
    default = next((ref for ref in [*heads, *usual] if ref in refs), None)
    if default is None:
        return "HEAD", False
    try:
        here = run(root, ["symbolic-ref", "--quiet", "--short", "HEAD"]).decode("utf-8", "replace").strip()
    except GitError:  # no branch at all, as in a check of a merge request
        here = ""
    if here and default.endswith(f"/{here}"):
        return "HEAD", True
    ahead = run(root, ["rev-list", "--first-parent", "--count", default, "^HEAD"]).decode().strip()
    tip = f"{default}~{ahead}"
    try:
        run(root, ["rev-parse", "--verify", "--quiet", tip])
    except GitError:  # the two have no commit in common
        return "HEAD", False
    return tip, True


def contents(root: Path, paths: Sequence[str]) -> dict[str, str]:
    """The id that git would give to each file's content as it stands; a file that is not there is left out."""
    there = [path for path in paths if (root / path).is_file()]
    if not there:
        return {}
    out = run(root, ["hash-object", "--stdin-paths"], "".join(f"{path}\n" for path in there).encode())
    return dict(zip(there, out.decode().split(), strict=True))


def log(root: Path, prefix: str, pathspecs: Sequence[str], tip: str = "HEAD") -> tuple[Commit, ...]:
    """The commits of the first-parent line from ``tip`` that touched ``pathspecs``, newest first.

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
            tip,
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
