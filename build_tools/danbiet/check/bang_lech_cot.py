"""A table that is none: the ruling below its head has another number of columns, so its bars are shown as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet.check.assigning import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Site

RULE = "bang-lech-cot"
_RULING = re.compile(r"(?m)^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_PIPE = re.compile(r"(?<!\\)\|")


def check(site: Site) -> Iterator[Issue]:
    """A warning at the head of each."""
    for plan in site.plans.values():
        for ruling in _RULING.finditer(plan.source, plan.body_start):
            if "|" not in ruling[0]:
                continue
            start = plan.source.rfind("\n", 0, ruling.start() - 1) + 1
            head = plan.source[start : ruling.start()].strip()
            columns, ruled = _columns(head), _columns(ruling[0])
            if "|" in head and columns != ruled:
                yield finding(
                    plan,
                    start,
                    head,
                    RULE,
                    Severity.WARNING,
                    f"dòng đầu của bảng có {columns} cột mà dòng kẻ ở dưới có {ruled}, nên trang không hiện thành bảng",
                    f"Viết dòng kẻ đủ {columns} cột: {'|---' * columns}|",
                )


def _columns(line: str) -> int:
    """How many columns a row has; the bars at both ends open and close it."""
    line = line.strip().removeprefix("|")
    line = line[:-1] if _PIPE.search(line[-1:]) else line
    return len(_PIPE.findall(line)) + 1
