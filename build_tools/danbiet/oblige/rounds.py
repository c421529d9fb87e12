"""Titles that give a time to all tasks below them: "1. Đợt 1: Từ ngày 05/12/2025 đến ngày 20/02/2026"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from danbiet.oblige.dates import folded
from danbiet.oblige.duties import DutyMaker
from danbiet.oblige.outline import Place
from danbiet.oblige.subjects import find_subjects
from danbiet.oblige.titles import children
from danbiet.oblige.wording import begins_with_verb

_ROUND = re.compile(
    r"(?:dot|giai doan|buoc|vong) (?:\d{1,2}|[ivx]+)\b ?[:(.,-]* ?"
    r"(?P<time>(?:tu|trong|truoc|den|vao|thang|quy|ngay|nam|xong|hoan thanh|cham nhat|\d)\b[^:)]*?)"
    r"(?= gom | voi |[:)]|$)"
)


def time_round(walked: Sequence[Place], k: int, make: DutyMaker) -> None:
    """Keep the time of the round that block ``k`` titles, if it does, for the tasks below that state none."""
    place = walked[k]
    found = _ROUND.match(folded(place.block.text))
    if not found or not (below := children(walked, k)):
        return
    start, end = found.span("time")
    inner: float | None = None  # the rank of a round inside this one, whose tasks have its time
    for task in below:
        if inner is not None and task.rank > inner:
            continue
        inner = task.rank if _ROUND.match(folded(task.block.text)) else None
        if inner is not None or not (begins_with_verb(task.block.text) or find_subjects(task.block.text)):
            continue
        if make.is_dated(task.block):
            make.add_own_time(task.block)
        else:
            make.add_times(task.block, place.block, place.block.text[start:end], start)
