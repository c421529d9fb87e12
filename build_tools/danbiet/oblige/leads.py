"""Whom the words behind a label, or in a table's column of leaders, name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from danbiet.oblige.endings import After, Name, complete_before
from danbiet.oblige.heads import begins_name
from danbiet.oblige.labels import parts_of
from danbiet.oblige.led import leading
from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.names import scan_name
from danbiet.oblige.split import split_names
from danbiet.oblige.words import Token, tokens

_LONGEST_NAME = 25  # words
# "Trách nhiệm: UBND xã; hoàn thành trước 15/8/2025"
_TIME_BEHIND = re.compile(
    r"(?:[;,(]|\s)\s*(?:thực hiện )?(?:hoàn thành|xong|trước ngày|trước \d|chậm nhất|thời gian|thời hạn)\b.*",
    re.I | re.S,
)
# "Thực hiện: Các thôn đạt 95%", "Giao: UBND xã 20 triệu đồng", "Phân công: Đồng chí A làm Trưởng ban"
_RESULT = re.compile(
    r"\b(?:đã|đạt|làm (?:tổ |đoàn )?(?:trưởng|phó)|do (?:cơ quan|đơn vị))\b"
    r"|\d ?(?:%|(?:triệu|tỷ|đồng|lớp|người|hộ|km|buổi)\b)"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_COUNTED = re.compile(r"(?:^|[;,.] ?)(?:\(\d{1,2}\) ?)+")


def named_units(words: str) -> tuple[str, ...]:
    """The units named in a label's or a cell's words; the words themselves where no name is known."""
    words = _without_time(words).strip(" .;,:-–")
    if not words or _tells_result(words):
        return ()
    several = _leads_within(words)
    if several:
        return tuple(dict.fromkeys(name for part in several for name in named_units(part)))
    found = tokens(words)
    name = scan_name(found, 0)
    if name is not None and (_at_work(found, name) or leading(True).match(found, name.next)):
        return split_names(words, found, 0, name.end)
    if begins_name(found, 0):
        end = next((k for k, token in enumerate(found) if token.key == "."), len(found))
        return split_names(words, found, 0, end)
    parts = [part.strip() for part in words.split(";") if part.strip()]
    return tuple(parts) if all(len(part.split()) <= _LONGEST_NAME for part in parts) else ()


def _without_time(words: str) -> str:
    """The words of a label before a time that stands behind the name; a bracket with one stays whole."""
    time = _TIME_BEHIND.search(words)
    before = words[: time.start()] if time else words
    return before if before.count("(") == before.count(")") else words


def _tells_result(words: str) -> bool:
    """Whether a label's or a cell's words tell what was done or how much, not who does it."""
    return _RESULT.search(_BRACKETS.sub("", words).lower()) is not None


def _leads_within(words: str) -> list[str]:
    """The parts of a cell that name leaders: "Chủ trì: A; B. Phối hợp: C", "(1) A; (2) B"."""
    labelled = [part for part in parts_of(words) if part.role == "lead"]
    if labelled:
        return [words[part.start : part.end] for part in labelled]
    counted = [part for part in _COUNTED.split(words) if part.strip()]
    return counted if _COUNTED.match(words) else []


def _at_work(words: Sequence[Token], name: Name) -> bool:
    """Whether a complete name is followed by what its bearer does: "Sở Tài chính theo dõi, báo cáo"."""
    working = name.after is After.OPENER and lexicon().verbs.match(words, name.next) > 0
    return working and complete_before(words, name.end)
