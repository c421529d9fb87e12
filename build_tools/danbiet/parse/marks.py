"""Printed marks at the head of a paragraph: "III.", "2.1.", "a)", "(1)", "-", "Điều 5.", "Chương II"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from danbiet.records import shipped
from danbiet.text import fold

_ROMAN = r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})"
_PRINTED = re.compile(
    rf"(?P<roman>{_ROMAN})(?P<roman_end>[./\-–:]|[.]\s?[-–])(?=\s|$)"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,4})(?:[.)]|[-–](?=\s)|(?=\s+[^\W\d_a-zà-ỹđ]))(?=\s|$|[^\W\d_])"
    r"|(?P<number>\d{1,3})(?:[.)/](?=\s|$|[^\W\d_])|[-–](?=\s))"
    r"|(?P<bracket>\(\d{1,3}\)|\([a-zđ]\))(?=\s|$|[^\W\d_])"
    r"|(?P<letter>[a-zđ])(?:\)(?=\s|$|[^\W\d_])|[./](?=\s))"
    r"|(?P<capital>[A-HĐ])[.](?=\s)"
    r"|(?P<bullet>[-–—−+*•●○▪■◦·\uf0b7\uf02d])(?=\s|$|[^\W\d_])"
)
_COUNT = (
    r"(?:\d{1,3}[a-zđ]?|(?=[ivxIVX])(?:[xX]{0,3})(?:[iI][xX]|[iI][vV]|[vV]?[iI]{0,3})(?!\w)|[A-HĐ](?!\w))"
)
_ORDINAL = r"(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)"

# Depth of each style in a document: a smaller rank embraces a greater one.
ROMAN_RANK, NUMBER_RANK, LETTER_RANK = 20, 40, 60


@dataclass(frozen=True, slots=True)
class PrintedMark:
    """A mark: as printed, where the words after it begin, its number for a section's path, its rank.

    ``token`` is empty for a bullet, which opens no section. ``structural`` holds for the words
    "Chương", "Điều" … which name a part of a document by themselves.
    """

    printed: str
    end: int
    token: str
    rank: int
    structural: bool = False


@cache
def openings(kind: str) -> tuple[str, ...]:
    """Folded words that open a part of a document, from the packaged data."""
    return tuple(fold(words) for words in _data()[kind])


@cache
def words_of(kind: str) -> frozenset[str]:
    """Words of the packaged data, as spelled there."""
    return frozenset(_data()[kind])


@cache
def _data() -> dict[str, list[str]]:
    data: dict[str, list[str]] = shipped("parse", "khuon-mau.yml")
    return data


@cache
def _structure() -> tuple[re.Pattern[str], dict[str, int]]:
    words = _data()["structure"]
    longest = sorted(words, key=len, reverse=True)
    choices = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest)
    pattern = re.compile(
        rf"(?P<word>{choices})\s+(?P<count>{_COUNT}|{_ORDINAL})(?P<stop>\s?[.:]|(?=\s|$))", re.I
    )
    return pattern, {fold(word): rank for rank, word in enumerate(words)}


def read_mark(words: str) -> PrintedMark | None:
    """The printed mark at the head of a paragraph's words, or nothing."""
    if not words:
        return None
    return _structural(words) or _plain(words)


def _structural(words: str) -> PrintedMark | None:
    if not words[0].isupper():
        return None
    pattern, ranks = _structure()
    m = pattern.match(words)
    if not m:
        return None
    rest = words[m.end() :].lstrip()
    word = fold(" ".join(m["word"].split()))
    # "Điều 5 của Luật", "Chương II Nghị định này" open sentences; a title has a stop, or capitals.
    titled = not rest or rest[0] in "-–—(" or rest[:25].isupper()
    if not m["stop"] and (word == "dieu" or not titled):
        return None
    printed = words[: m.end()].strip()
    count = m["count"].upper() if not m["count"].upper().strip("IVX") else m["count"]
    name = " ".join(m["word"].split())
    token = f"{name[:1].upper()}{name[1:].lower()} {count}"
    rank = NUMBER_RANK - 5 if word == "dieu" else ranks[word]
    return PrintedMark(printed, len(words) - len(rest), token, rank, structural=True)


def _plain(words: str) -> PrintedMark | None:
    m = _PRINTED.match(words)
    if not m:
        return None
    end = len(words) - len(words[m.end() :].lstrip())
    printed = m.group().rstrip()
    if m["roman"]:
        return PrintedMark(printed, end, m["roman"], ROMAN_RANK)
    if m["capital"]:
        return PrintedMark(printed, end, m["capital"], ROMAN_RANK - 5)
    if m["decimal"]:
        return PrintedMark(printed, end, m["decimal"], NUMBER_RANK + m["decimal"].count("."))
    if m["number"]:
        return PrintedMark(printed, end, m["number"], NUMBER_RANK)
    if m["letter"]:
        return PrintedMark(printed, end, m["letter"], LETTER_RANK)
    if m["bracket"]:
        return PrintedMark(printed, end, m["bracket"], LETTER_RANK + 5)
    return PrintedMark(printed, end, "", 0)
