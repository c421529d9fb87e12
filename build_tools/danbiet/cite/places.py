"""Levels and place names behind a body's name: "phường", "tỉnh Hải Dương", "Bà Rịa - Vũng Tàu"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from danbiet.cite.lexicon import any_of, load
from danbiet.cite.normalise import Reading

_COMMA = re.compile(r" ?, ?")
_LEVEL_NUMBER = re.compile(r" (?:so )?(\d{1,2})(?![\d/.-])")
_CAPITALS_END = re.compile(r"(?:ve|quy dinh|ban hanh|lan|khoa|nhiem|ngay|nam|va|so|phe duyet|cua|tai)\b")
_GOES_ON = re.compile(r"/|[a-z]|\d(?!\d?(?![a-z0-9/.-]))")  # "V/v", "B12a"; not a footnote: "Quảng Ngãi3"
_MOST_WORDS = 5


class _Patterns(NamedTuple):
    level: re.Pattern[str]
    no_place: re.Pattern[str]
    line_start: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = load("issuers.yml")
    return _Patterns(
        re.compile(any_of(data["levels"]) + r"(?![a-z0-9])"),
        *(
            re.compile(any_of(data[words], folded=False) + r"(?!\w)")
            for words in ("no_places", "line_starts")
        ),
    )


def read_level(reading: Reading, at: int) -> int | None:
    """The end of a level word with its place name that stands at ``at`` ("phường", "tỉnh Hải Dương")."""
    level = _patterns().level.match(reading.low, at)
    if level is None:
        return None
    end = read_place(reading, level.end())
    while True:
        link = _COMMA.match(reading.low, end)
        further = _patterns().level.match(reading.low, link.end()) if link else None
        if further is None or (place := read_place(reading, further.end())) == further.end():
            return end
        end = place


def read_place(reading: Reading, at: int) -> int:
    """The end of a capitalised place name after ``at``: "Hải Dương", "Bà Rịa - Vũng Tàu", "12"."""
    number = _LEVEL_NUMBER.match(reading.low, at)
    if number:
        return number.end()
    end = at
    for _ in range(_MOST_WORDS):
        word = _name_word(reading, end)
        if word is None:
            break
        end = word
    return end


def _name_word(reading: Reading, at: int) -> int | None:
    start = at
    low = reading.low
    if low[start : start + 1] != " ":
        return None
    start += 1
    if low[start : start + 2] == "- ":
        start += 2
    if not reading.copy[start : start + 1].isupper():
        return None
    if _patterns().no_place.match(reading.marked(start)):
        return None
    if begins_line(reading, at + 1):
        return None
    end = start
    while end < len(low) and end - start < 12 and low[end].isalpha():
        end += 1
    word = reading.copy[start:end]
    if _GOES_ON.match(low, end):
        return None
    if len(word) > 1 and word.isupper():
        in_capitals = reading.copy[at - 1].isupper()
        return end if in_capitals and not _CAPITALS_END.match(low, start) else None
    return end


def begins_line(reading: Reading, at: int) -> bool:
    """Whether a sentence or item begins at ``at``: a capital first on its line that goes on with no name."""
    if reading.copy[at - 1] != "\n" or not reading.copy[at : at + 1].isupper():
        return False
    return _patterns().line_start.match(reading.marked(at)) is not None
