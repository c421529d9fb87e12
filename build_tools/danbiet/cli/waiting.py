"""Telling on a terminal that a long step is still at work; nothing where output is piped."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_AFTER, _EVERY = 0.7, 0.5


@contextmanager
def waiting(label: str) -> Iterator[None]:
    """Show "label… 3 giây" on the terminal while the block runs, once it takes more than a moment."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    shown = threading.Thread(target=_tell, args=(label, done), daemon=True)
    shown.start()
    try:
        yield
    finally:
        done.set()
        shown.join()


def _tell(label: str, done: threading.Event) -> None:
    started, width = time.monotonic(), 0
    pause = _AFTER
    while not done.wait(pause):
        line = f"{label}… {time.monotonic() - started:.0f} giây"
        width = max(width, len(line))
        sys.stderr.write(f"\r{line}")
        sys.stderr.flush()
        pause = _EVERY
    if width:
        sys.stderr.write("\r" + " " * width + "\r")
        sys.stderr.flush()
