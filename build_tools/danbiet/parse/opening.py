"""Where the front matter of a file stands: between two lines ``---`` at its very beginning."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FENCE = re.compile(r"[ \t]*(?:---|\.\.\.)[ \t]*(?:\r?\n|\r|\Z)")
_FIRST = re.compile(r"\ufeff?(?:[ \t]*\r?\n)*---[ \t]*(?:\r?\n|\r|\Z)")
_LINE = re.compile(r"[^\r\n]*(?:\r?\n|\r|\Z)")
_KEY = re.compile(r"\s*(?:#|$|[^\W\d][^:\n]{0,40}:)")


@dataclass(frozen=True, slots=True)
class Opening:
    """Offsets of the front matter: ``start:end`` is the YAML, ``body`` where the body begins.

    ``closed`` is false where the second line ``---`` is missing.
    """

    start: int
    end: int
    body: int
    closed: bool = True


def find_opening(text: str) -> Opening | None:
    """The front matter of a file, or nothing where it does not begin with ``---``."""
    first = _FIRST.match(text)
    if not first:
        return None
    at = first.end()
    while at < len(text):
        fence = _FENCE.match(text, at)
        if fence:
            return Opening(first.end(), at, fence.end())
        line = _LINE.match(text, at)
        at = line.end() if line and line.end() > at else len(text)
    return Opening(first.end(), len(text), len(text), closed=False)


def body_start(text: str) -> int:
    """The offset after the front matter; 0 where the file has none."""
    opening = find_opening(text)
    if opening is None or not opening.closed:
        return 0
    # A rule of dashes at the head of an ordinary text is no front matter.
    return opening.body if _KEY.match(text, opening.start) else 0
