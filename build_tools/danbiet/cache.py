"""Keeping what was read: the same file read by the same software gives the same reading.

Stages are pure, so a reading is kept under a hash of all that it depends on and is never stale.
What cannot be read back is made again; the folder may be deleted at any time.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import TypeVar, cast

from danbiet import __version__

T = TypeVar("T")
_KEPT_FILES = 20_000


class Cache:
    """A folder of kept results. A missing or unwritable folder only makes things slower."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def of(self, key: str, make: Callable[[], T]) -> T:
        """The result kept under ``key``, else the one ``make`` gives, which is then kept."""
        if self.folder is None:
            return make()
        file = self.folder / key[:2] / key[2:]
        with suppress(
            OSError, pickle.PickleError, EOFError, AttributeError, ImportError, IndexError, TypeError
        ):
            return cast("T", pickle.loads(file.read_bytes()))
        made = make()
        with suppress(OSError, pickle.PickleError):
            _write_whole(file, pickle.dumps(made, protocol=5))
        return made

    def tidy(self) -> None:
        """Let the oldest go when too many have gathered."""
        if self.folder is None or not self.folder.is_dir():
            return
        files = [file for file in self.folder.glob("??/*") if file.is_file()]
        if len(files) > _KEPT_FILES:
            for file in sorted(files, key=lambda f: f.stat().st_mtime)[: len(files) - _KEPT_FILES // 2]:
                file.unlink(missing_ok=True)


def key_of(parts: Iterable[str | bytes]) -> str:
    """A key of everything a result depends on; this software itself is always one of the parts."""
    digest = sha256(_software())
    for part in parts:
        data = part.encode("utf-8") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


@cache
def _software() -> bytes:
    """The version, and in a checkout also when each module and data file was last changed."""
    digest = sha256(__version__.encode())
    root = Path(str(resources.files("danbiet")))
    for file in sorted(path for path in root.rglob("*") if path.suffix in (".py", ".yml")):
        state = file.stat()
        digest.update(f"{file.relative_to(root).as_posix()} {state.st_mtime_ns} {state.st_size}".encode())
    return digest.digest()


def _write_whole(file: Path, data: bytes) -> None:
    """Write a file so that another process sees all of it or nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
    Path(name).replace(file)
