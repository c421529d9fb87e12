"""One build of a folder at a time: the system itself lets go of the lock when a program ends, however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
else:

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class LockedError(Exception):
    """Somebody else holds the lock."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file ``path`` while the block runs; LockedError where another program holds it."""
    with path.open("ab") as file:
        try:
            _take(file)
            if not _is(file, path):  # its holder has just removed it: another may hold the new one
                raise LockedError
        except (BlockingIOError, PermissionError) as error:
            raise LockedError from error
        try:
            yield
        finally:
            with suppress(OSError):  # Windows removes no open file: an empty one stays, and does no harm
                path.unlink()


def _is(file: IO[bytes], path: Path) -> bool:
    with suppress(OSError):
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    return False
