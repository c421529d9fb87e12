"""What may stand between a type word and its number: "số", "số:", "Số", "sô", nothing."""

from __future__ import annotations

import re

from danbiet.cite.normalise import Reading
from danbiet.model import Repair

_GAP = re.compile(r" ?[,:]? ?(so(?: hieu| ky hieu)?|s) ?[:.]? ?(?=\d)")
_NONE = re.compile(r" ?(?=\d)")
_SPELLINGS = frozenset({"số", "sô", "so", "sồ", "sổ", "sỗ", "só", "sớ", "s", "số hiệu", "số ký hiệu"})


def read_gap(reading: Reading, at: int, *, needed: bool = False) -> tuple[int, list[Repair]] | None:
    """Where the number begins after ``at``, with the repairs; nothing where no number can stand."""
    found = _GAP.match(reading.low, at)
    if found and _spelling(reading, found) in _SPELLINGS:
        return found.end(), _repairs(reading, found)
    if needed:
        return None
    found = _NONE.match(reading.low, at)
    return (found.end(), [Repair(kind="thieu-so", printed="", read="số")]) if found else None


def _spelling(reading: Reading, found: re.Match[str]) -> str:
    return reading.words(found.start(1), found.end(1)).lower()


def _repairs(reading: Reading, found: re.Match[str]) -> list[Repair]:
    printed = reading.words(found.start(1), found.end(1))
    if printed.lower() in {"sô", "so", "sồ", "sổ", "sỗ", "só", "sớ", "s"}:
        return [Repair(kind="chu-so", printed=printed, read="số")]
    if found.group().endswith(printed[-1:]) and found.end(1) == found.end():
        return [Repair(kind="thieu-cach", printed=printed, read="số ")]
    return []
