"""The folder a site is built into: what may be replaced there, and how the new site takes its place.

A build goes to ``<target>.danbiet-moi`` and takes the target's name at the end, while the old site waits as
``<target>.danbiet-cu``. Only one build at a time works on a target, so whatever of these two a build finds at
its start was left by one that was killed: an old site without a successor is put back, the rest removed.
A build destroys nothing but what builds wrote: the list of that (``MANIFEST``) lies in the site.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from danbiet.host.faults import BuildError, of_system
from danbiet.host.lock import LockedError, locked

MANIFEST = "danbiet-da-ghi.txt"  # no dot before it: MkDocs clears it away when it builds here itself
_OURS = "du-lieu/ke-hoach.json"  # in every site of ours, also in one that has no list
_NAMED = 3  # how many strange files a message names


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A new folder to build into, which takes the place of ``target`` when the block ends well.

    Raises BuildError where ``target`` holds what no build wrote, cannot be written, or is being built.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(_beside(target, "khoa")):
            yield from _replacing(target)
    except LockedError as error:
        raise BuildError(
            f"{target}: đang có lần dựng khác vào thư mục này. Chờ lần ấy xong rồi chạy lại"
        ) from error
    except OSError as error:
        raise of_system(error, target) from error


def _replacing(target: Path) -> Iterator[Path]:
    fresh, old = _beside(target, "moi"), _beside(target, "cu")
    if old.exists() and not target.exists():
        old.rename(target)
    _clear(old)
    _clear(fresh)
    _refuse_strangers(target)
    fresh.mkdir()
    try:
        yield fresh
        _refuse_strangers(target, fresh)
        (fresh / MANIFEST).write_text("\n".join(_files(fresh)), encoding="utf-8", newline="\n")
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    finally:
        if old.exists() and not target.exists():
            old.rename(target)
        _clear(fresh)
        _clear(old)


def refuse_strange_archive(file: Path, folder: str) -> None:
    """Raise BuildError where ``file`` is there and is no archive of a site that was built as ``folder``."""
    if file.is_file() and zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as bundle:
            if f"{folder}/{_OURS}" in bundle.namelist():
                return
    if file.exists():
        raise BuildError(
            f"{file}: đã có tệp này và nó không do danbiet tạo ra. Chuyển nó đi nơi khác, hoặc chọn tên khác cho --out"
        )


def _refuse_strangers(target: Path, fresh: Path | None = None) -> None:
    """Raise BuildError where replacing ``target`` would destroy what no build wrote.

    A site of ours without a list is held against the ``fresh`` one, folder by folder.
    """
    if not target.exists():
        return
    if not target.is_dir():
        raise BuildError(f"{target}: đây là một tệp, không phải thư mục. Chọn một thư mục khác cho --out")
    listed = target / MANIFEST
    if listed.is_file():
        known = set(listed.read_text(encoding="utf-8", errors="replace").split("\n")) | {MANIFEST}
        strange = [name for name in _files(target) if name not in known]
    elif not (target / _OURS).exists():
        strange = sorted(path.name for path in target.iterdir())
    elif fresh is not None:
        strange = sorted({path.name for path in target.iterdir()} - {path.name for path in fresh.iterdir()})
    else:
        return
    if strange:
        raise BuildError(_strange(target, strange))


def _strange(target: Path, names: list[str]) -> str:
    if any(name.split("/")[0] == ".git" for name in names):
        return (
            f"{target}: thư mục này là một kho git; dựng vào đây sẽ xóa lịch sử của nó. "
            "Dựng vào thư mục khác rồi chép các tệp sang"
        )
    more = f" và {len(names) - _NAMED} tệp khác" if len(names) > _NAMED else ""
    return (
        f"{target}: thư mục có những tệp không do danbiet tạo ra ({', '.join(names[:_NAMED])}{more}); dựng vào đây sẽ "
        "xóa chúng. Chuyển chúng đi nơi khác (tệp phải đăng cùng trang thì để trong site_src/), hoặc chọn thư mục "
        "khác cho --out"
    )


def _files(folder: Path) -> list[str]:
    found = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f"{target.name}.danbiet-{what}")


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder, ignore_errors=True)
