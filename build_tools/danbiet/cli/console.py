"""Printing Vietnamese on whatever console there is."""

from __future__ import annotations

import io
import sys
from contextlib import suppress


def prepare_console() -> None:
    """Make Vietnamese printable: UTF-8 where the stream can be switched, else marks are kept as escapes.

    A Windows console in code page 1252 cannot hold "đ" or "ố"; a crash there would hide the
    very message that the officer needs.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and (stream.encoding or "").lower() not in ("utf-8", "utf8"):
            with suppress(io.UnsupportedOperation, ValueError):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
