"""Keeping what was read: the same file read by the same software gives the same reading.

Stages are pure, so a reading is kept under a hash of all that it depends on and is never stale.
What cannot be read back is made again; the folder may be deleted at any time.
"""

from __future__ import annotations

import io
import os
import pickle
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar, cast

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
            _write_whole(file, _pickled(made))
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


class _Pickler(pickle.Pickler):
    """Pickles records with slots as their values alone, which are read back three times as fast.

    Python's own way asks for the fields of the class at every single record.
    """

    def reducer_override(self, obj: Any) -> Any:
        kind = type(obj)
        if is_dataclass(kind) and "__slots__" in kind.__dict__:
            return _record, (kind, tuple(getattr(obj, field.name) for field in fields(kind)))
        return NotImplemented


def _pickled(made: object) -> bytes:
    out = io.BytesIO()
    _Pickler(out, protocol=5).dump(made)
    return out.getvalue()


def _record(kind: type, values: tuple[Any, ...]) -> Any:
    """A record as it was, without asking its class to check or compute anything again."""
    made: Any = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(made, value)
    return made


@cache
def _setters(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    # The slots themselves: a frozen record refuses to be set by name.
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))


def _write_whole(file: Path, data: bytes) -> None:
    """Write a file so that another process sees all of it or nothing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
    Path(name).replace(file)
