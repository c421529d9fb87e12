"""Old Vietnamese codes: recognise TCVN 3 (ABC) and VNI text and turn it into Unicode.

Both were stored as look-alikes of Western letters ("§iÒu 1", "Ñieàu 1"). Documents mix them with
Unicode, often only the title being retyped, so the decision falls line by line.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from danbiet.records import shipped

# Letters that exist in Unicode Vietnamese alone: a line that holds one is not in an old code.
UNICODE_ONLY = re.compile("[ăĂđĐĩĨũŨơƠưƯẠ-ỹ\u0300\u0301\u0303\u0309\u0323]")
_SIGNS = "¡-©ª«¬\u00ad®µ¶·¸¹»¼½¾"
_LETTER = "A-Za-zÀ-ÖØ-öø-ÿ"
_TCVN3_SIGN = re.compile(f"(?<=[{_LETTER}])[{_SIGNS}]|[{_SIGNS}](?=[{_LETTER}])")
_TCVN3_DOUBTFUL = re.compile("[\u00ad«»·]")  # also marks of ordinary text
_VNI_PAIR = re.compile("[aeouyôöAEOUYÔÖ][øûïåäëüØÛÏÅÄËÜ]|[ñÑ](?=[aeiouyôö])|[öÖ](?=[ùøûõïôaicmnpt])")
_WORD = re.compile(r"\S+")


@cache
def _tables() -> dict[str, Any]:
    """The packaged tables of codes."""
    tables: dict[str, Any] = shipped("draft", "legacy.yml")
    return tables


@cache
def _tcvn3_map() -> dict[int, str]:
    return {ord(old): new for old, new in _tables()["tcvn3"].items()}


@cache
def _vni_map() -> dict[str, str]:
    """Every letter or pair of VNI, both cases, to its Unicode letter."""
    vni = _tables()["vni"]
    pairs: dict[str, str] = dict(vni["singles"])
    for base, letter in vni["bases"].items():
        marks = dict(vni["tones"])
        if base in "aeo":
            marks |= vni["circumflex"]
        if base == "a":
            marks |= vni["breve"]
        for sign, mark in marks.items():
            pairs[base + sign] = unicodedata.normalize("NFC", letter + mark)
    upper = {old.upper(): new.upper() for old, new in pairs.items()}
    mixed = {old[0].upper() + old[1:]: new.upper() for old, new in pairs.items()}
    return {**mixed, **upper, **pairs}


@cache
def _vni_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _vni_map()), key=len, reverse=True)))


def from_tcvn3(text: str) -> str:
    """TCVN 3 text as Unicode."""
    return text.translate(_tcvn3_map())


def from_vni(text: str) -> str:
    """VNI text as Unicode."""
    return _vni_pattern().sub(lambda m: _vni_map()[m.group()], text)


def is_tcvn3(text: str) -> bool:
    """Whether a line alone shows that it is TCVN 3."""
    if UNICODE_ONLY.search(text):
        return False
    hits = _TCVN3_SIGN.findall(text)
    return sum(not _TCVN3_DOUBTFUL.fullmatch(hit) for hit in hits) >= 1 and len(hits) >= 2


def is_vni(text: str) -> bool:
    """Whether a line alone shows that it is VNI."""
    return not UNICODE_ONLY.search(text) and len(_VNI_PAIR.findall(text)) >= 2


def convert(lines: list[str]) -> tuple[list[str], str | None]:
    """The lines in Unicode, and the name of the old code if some were in one.

    Lines in the code show themselves by letters no Vietnamese word has; once some have, the others
    without a letter of Unicode Vietnamese follow them. In a line that mixes both, the words decide.
    """
    tcvn3 = sum(map(is_tcvn3, lines))
    vni = sum(map(is_vni, lines))
    if not tcvn3 and not vni:
        return lines, None
    name, change, sign = ("TCVN3", from_tcvn3, _TCVN3_SIGN) if tcvn3 >= vni else ("VNI", from_vni, _VNI_PAIR)

    def one(line: str) -> str:
        if not UNICODE_ONLY.search(line):
            return change(line)
        if not sign.search(line):
            return line
        return _WORD.sub(
            lambda m: (
                change(m.group())
                if sign.search(m.group()) and not UNICODE_ONLY.search(m.group()) and "\u00ad" not in m.group()
                else m.group()
            ),
            line,
        )

    return [one(line) for line in lines], name


def code_of_font(font: str) -> str | None:
    """Which old code a font is made for: ``.VnTime`` TCVN3, ``VNI-Times`` VNI."""
    name = font.lower()
    if name.startswith(".vn"):
        return "TCVN3"
    return "VNI" if name.startswith("vni") else None


def from_font(text: str, font: str) -> str:
    """Text set in a font of an old code, as Unicode; fonts in H show small letters as capitals."""
    if code_of_font(font) == "VNI":
        return from_vni(text)
    changed = from_tcvn3(text)
    return changed.upper() if font.upper().endswith("H") else changed


def is_really(text: str, code: str) -> bool:
    """Whether all the text a document sets in one font is in the font's code, and not Unicode."""
    sign = _TCVN3_SIGN if code == "TCVN3" else _VNI_PAIR
    return len(sign.findall(text)) > len(UNICODE_ONLY.findall(text))
