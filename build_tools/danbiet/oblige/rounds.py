"""Titles that give a time to all tasks below them: "1. Đợt 1: Từ ngày 05/12/2025 đến ngày 20/02/2026"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from danbiet.oblige.dates import folded
from danbiet.oblige.duties import DutyMaker
from danbiet.oblige.outline import PARAGRAPH_RANK, Place
from danbiet.oblige.subjects import find_subjects
from danbiet.oblige.titles import children
from danbiet.oblige.wording import begins_with_verb

_TIME = r"(?:tu|trong|truoc|den|vao|thang|quy|ngay|nam|xong|hoan thanh|cham nhat|\d{1,2})\b[^:()]*?"
_ROUND = re.compile(
    rf"(?:dot|giai doan|buoc|vong) (?:\d{{1,2}}|[ivx]+)\b ?[:(.,-]* ?(?P<time>{_TIME})(?= gom | voi |[:()]|$)"
)
# "1. Bước 1: Công tác chuẩn bị (từ ngày 01/9 đến ngày 12/9/2025)"
_IN_BRACKETS = re.compile(rf"[^()]{{3,200}}\((?:thoi gian:? |thuc hien |du kien )*(?P<time>{_TIME})\)\W*$")


def time_round(walked: Sequence[Place], k: int, make: DutyMaker) -> None:
    """Keep the time of the round that block ``k`` titles, if it does, for the tasks below that state none."""
    place = walked[k]
    found = _timed(place)
    if not found or not (below := children(walked, k)):
        return
    start, end = found.span("time")
    inner: float | None = None  # the rank of a round inside this one, whose tasks have its time
    for task, following in zip_longest(below, below[1:]):
        if inner is not None and task.rank > inner:
            continue
        inner = task.rank if _timed(task) and task.rank < PARAGRAPH_RANK else None
        titles = task.heading and following is not None and following.rank > task.rank
        if inner is not None or titles or not _tells_work(task):
            continue
        if make.is_dated(task.block):
            make.add_own_time(task.block)
        else:
            make.add_times(task.block, place.block, place.block.text[start:end], start)


def _timed(place: Place) -> re.Match[str] | None:
    """The time of a round that a block titles, or of what a numbered title tells, in its last bracket."""
    plain = folded(place.block.text)
    return _ROUND.match(plain) or (_IN_BRACKETS.match(plain) if place.rank < PARAGRAPH_RANK else None)


def _tells_work(place: Place) -> bool:
    return begins_with_verb(place.block.text) or bool(find_subjects(place.block.text))
