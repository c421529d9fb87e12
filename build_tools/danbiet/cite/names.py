"""Where the name of a law ends: known names from laws.yml first, cautious rules for others."""

from __future__ import annotations

import re
from functools import cache

from danbiet.cite.lexicon import any_of, load
from danbiet.cite.normalise import Reading
from danbiet.text import fold

_ROOMS = {"Luật": "laws", "Bộ luật": "codes", "Pháp lệnh": "ordinances"}
# "Luật Thủ đôsố 39/2024/QH15" has lost a space, "Luật Đất đai2" has a footnote
_END = r"(?:(?![a-z0-9])|(?=\d{1,2}(?![a-z0-9/.-]))|(?=(?:so|nam|ngay) ?\d))"
_REST = re.compile(r", [a-z, ]{2,80}?(?= ngay \d)")
_NOT_REST = re.compile(r" (?:luat|bo luat|phap lenh|nghi|quyet dinh|thong tu|chi thi|ke hoach)(?![a-z])")
_WORD_START = re.compile(r" (?=[a-z])")
_MOST_WORDS = 14


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(any_of(load("laws.yml")["stops"], folded=False) + r"(?!\w)")


@cache
def _not_names() -> frozenset[str]:
    return frozenset(fold(word) for word in load("laws.yml")["not_names"])


@cache
def _names(kind: str) -> tuple[str, ...]:
    data = load("laws.yml")
    return (*data[_ROOMS[kind]], *(data["other_names"] if kind == "Luật" else ()))


@cache
def _known(kind: str, *, loose: bool = False) -> re.Pattern[str]:
    return re.compile(any_of(_names(kind), loose=loose) + _END)


@cache
def _letters(kind: str) -> frozenset[str]:
    """The known names with their marks, without their spaces."""
    return frozenset(name.lower().replace(" ", "") for name in _names(kind))


@cache
def _words(kind: str) -> frozenset[str]:
    """The known names of one word, folded: "duoc", "gia"."""
    return frozenset(fold(name) for name in _names(kind) if " " not in name)


def known_name_end(reading: Reading, kind: str, at: int) -> int | None:
    """The end of the longest known name of that kind ("Luật", "Bộ luật", "Pháp lệnh") at ``at``.

    A name of one word, or one whose spaces are lost, has its own marks: "Luật Dược" and "Luật
    Hộtịch", not "các Luật được Quốc hội thông qua".
    """
    found = _known(kind).match(reading.low, at)
    doubtful = found is None or found.group() in _words(kind)
    found = found or _known(kind, loose=True).match(reading.low, at)
    if found is None:
        return None
    printed = reading.copy[at : found.end()].lower().replace(" ", "").replace("\n", "")
    if doubtful and printed not in _letters(kind):
        return None
    return _over_comma(reading, found.end())


def unknown_name_end(reading: Reading, at: int) -> int | None:
    """The end of a name no list holds: capitalised, up to punctuation or a word that cannot belong."""
    if not reading.copy[at : at + 1].isupper():
        return None
    end = at
    words = 0
    while words < _MOST_WORDS:
        word_end = _word_end(reading, end if words == 0 else end + 1)
        if word_end is None:
            break
        start = end if words == 0 else end + 1
        if _stop().match(reading.marked(start)) or (words and _breaks(reading, end, start)):
            break
        end = word_end
        words += 1
        if reading.low[at:end] in _not_names():
            return None
        if reading.low[end : end + 1] != " ":
            break
    acronym = words == 1 and end - at >= 3 and reading.copy[at:end].isupper()
    return _over_comma(reading, end) if words >= 2 or acronym else None


def _over_comma(reading: Reading, end: int) -> int:
    """``end``, or where a name goes on behind a comma up to its date.

    "Luật Thể dục, thể thao và trò chơi ngày 1/2/2030"; not "Luật Đất đai, có hiệu lực từ ngày …".
    """
    rest = _REST.match(reading.low, end)
    if rest is None or _NOT_REST.search(rest.group()) or not reading.copy[end + 2].islower():
        return end
    starts = (end + place.start() + 1 for place in _WORD_START.finditer(rest.group()))
    return end if any(_stop().match(reading.marked(start)) for start in starts) else rest.end()


def _word_end(reading: Reading, start: int) -> int | None:
    end = start
    low = reading.low
    while end < len(low) and end - start < 12 and low[end].isalpha():
        end += 1
    return end if end > start else None


def _breaks(reading: Reading, end: int, start: int) -> bool:
    """Whether a line break before a capital ends the name ("Luật Thủ đô⏎Điều 1")."""
    return reading.copy[end] == "\n" and reading.copy[start].isupper()
