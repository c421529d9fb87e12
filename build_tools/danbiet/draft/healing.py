"""Joining what a page broke: lines into paragraphs' text, numbers over a hyphen."""

from __future__ import annotations

import re

_BROKEN_NUMBER = re.compile(r"(?:^|[\s(])[^\s]*[\d/][^\s]*[-/]$")


def joined(text: str, following: str) -> str:
    """Two lines as one: no space after the hyphen or slash of a broken number ("1849/BGDĐT-" + "GDPT")."""
    last = text.rsplit("\n", 1)[-1]
    if _BROKEN_NUMBER.search(last) and following[:1].isalnum():
        return text + following
    return f"{text} {following}"


def is_open(text: str, following: str) -> bool:
    """Whether a line ends inside a number or citation, wherever its margin is: "1849/BGDĐT-", "Công văn số"."""
    if _BROKEN_NUMBER.search(text):
        return following[:1].isalnum()
    return len(text) > 20 and text.rsplit(" ", 1)[-1].lower() == "số" and following[:1].isdigit()
