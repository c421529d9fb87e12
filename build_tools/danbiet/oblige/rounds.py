"""Titles that give a time to all tasks below them: "1. Đợt 1: Từ ngày 05/12/2025 đến ngày 20/02/2026"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from danbiet.oblige.clauses import pattern
from danbiet.oblige.dates import date_at, folded
from danbiet.oblige.duties import DutyMaker
from danbiet.oblige.outline import PARAGRAPH_RANK, Place
from danbiet.oblige.said import Form
from danbiet.oblige.titles import children, tells_work

_ROUND = re.compile(
    r"(?:(?:dot|giai doan|buoc|vong) (?:\d{1,2}|[ivx]+)\b|(?:dot|thang) (?:cao diem|ra quan|kiem tra)\b[^:]{0,40}:)"
    r" ?[:(.,-]* ?(?P<time>[^:()]{3,120}?)"
    r"(?= gom | voi | [-–] [a-z]|[:()]|$)"
)
# "1. Bước 1: Công tác chuẩn bị (từ ngày 01/9 đến ngày 12/9/2025)"
_IN_BRACKETS = re.compile(r"(?P<title>[^()]{3,200})\((?P<time>[^:()]{3,120}|thoi gian:[^:()]{3,120})\)\W*$")
# What may stand in a time beside its dates.
_JOINTS = re.compile(
    r"(?:(?:tu|den|het|trong|truoc|vao|cac|khoang|cuoi|dau|va|xong|hoan thanh|cham nhat|muon nhat|du kien|thoi gian"
    r"|to chuc|thuc hien|ngay|sang|chieu|toi|tuan (?:thu )?(?:dau|cuoi|nhat|hai|ba|tu|\d))\b"
    r"|20\d\d(?= ?[-–] ?20\d\d)|(?<=[-–])20\d\d|(?<=[-–] )20\d\d|\d{1,2}(?= ?[,–-]| va | den )|[ ,:;*–-])+"
)
# "từ ngày 01/9 đến khi bế mạc", "từ tháng 01 đến ngày bầu cử 15/3/2026"
_TO_EVENT = re.compile(
    r" ?(?:- |\bden )(?:ngay|khi|luc) (?!(?:het|cuoi|dau)\b)[a-z]+(?: [a-z]+){0,6}(?= ?\(?\d|\Z)"
)
_LEADS = re.compile(
    r"\b(?:tu|den|truoc|xong|hoan thanh|cham nhat|muon nhat|thoi gian|du kien|trong)\b|\d ?(?:[,–-]|va) ?\d"
)
_RANGE = re.compile(r"\bden\b|[-–]")


def time_round(walked: Sequence[Place], k: int, make: DutyMaker) -> None:
    """Keep the time of the round that block ``k`` titles, if it does, for the tasks below that state none."""
    place = walked[k]
    time = _timed(place)
    if not time or not (below := children(walked, k)):
        return
    start, end = time
    inner: float | None = None  # the rank of a round inside this one, whose tasks have its time
    for task, following in zip_longest(below, below[1:]):
        if inner is not None and task.rank > inner:
            continue
        inner = task.rank if _timed(task) and task.rank < PARAGRAPH_RANK else None
        titles = task.heading and following is not None and following.rank > task.rank
        if inner is None and not titles and _takes_time(task):
            make.add_round(task.block, place.block, place.block.text[start:end], start)


def _timed(place: Place) -> tuple[int, int] | None:
    """Where the time of a round stands that a block titles, or of what a numbered title tells, in its last bracket."""
    plain = folded(place.block.text)
    round_ = _ROUND.match(plain)
    if round_ and _is_time(round_["time"]):
        return round_.span("time")
    if place.rank >= PARAGRAPH_RANK:
        return None
    whole = plain.rstrip(" .:*")
    if place.heading and _is_time(whole, alone=True):  # "2. Quý II/2025"
        return 0, len(whole)
    found = _IN_BRACKETS.match(plain)
    if found is None or not _is_time(found["time"], alone=True):
        return None
    title = place.block.text[: found.end("title")]
    named = pattern("feast_title").search(title) and not _RANGE.search(found["time"])
    return None if named or pattern("untimed_title").search(title) else found.span("time")


def _is_time(words: str, alone: bool = False) -> bool:
    """Whether folded words are a time and nothing else; ``alone``: one that no title of a round leads to.

    Such a day or year must be led ("trước …", "từ …") or have an end: "Luật Đất đai (ngày 18/01/2024)" has a
    date, and no time for what stands below.
    """
    at, forms = 0, []
    while at < len(words):
        said = date_at(words, at) if words[at] not in " (*" else None
        if said is not None:
            forms.append(said.form)
            at = said.end
            continue
        joint = _TO_EVENT.match(words, at) or _JOINTS.match(words, at)
        if joint is None:
            return False
        at = joint.end()
    if not any(map(str.isdigit, words)) and Form.QUARTER not in forms:
        return False
    return not alone or bool(_LEADS.search(words)) or any(form not in {Form.DAY, Form.YEAR} for form in forms)


def _takes_time(place: Place) -> bool:
    """Whether a block tells a task of the round; "Ngày 15/3: tổ chức bầu cử" tells a day of its own."""
    return date_at(folded(place.block.text), 0) is None and tells_work(place)
