"""A number whose type word is glued to the word before, or said only by its symbol.

"thực hiệnNghị định số 59/2023/NĐ-CP", "… quy định chế độ công tác phí; số 97/2010/TT-BTC ngày 06/7/2010".
A letterhead's own "Số: 12/KH-UBND", "Mẫu số 01/HĐ" and "hợp đồng số 12/HĐ-KT" are none.
"""

from __future__ import annotations

from functools import cache

from danbiet.cite.codes import read_code
from danbiet.cite.dates import read_date
from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.forms import numbered
from danbiet.cite.gaps import read_gap
from danbiet.cite.lexicon import TypeWord, types_by_folded_name, types_by_symbol
from danbiet.cite.normalise import Reading
from danbiet.cite.tails import read_tail
from danbiet.model import MentionKind

_BEFORE = (";", ",", "(", " va", " theo", " tai")


def read(reading: Reading, at: int) -> Draft | None:
    """The mention whose "số" stands at ``at``, or nothing."""
    return _glued(reading, at) or _by_symbol(reading, at)


def _glued(reading: Reading, at: int) -> Draft | None:
    window = max(0, at - 24)
    before = reading.low[window:at].rstrip(" ")
    glued = _type_at_end(before)
    if glued is None:
        return None
    word, length = glued
    start = window + len(before) - length
    if not reading.copy[start].isupper() or not reading.low[start - 1 : start].isalpha():
        return None
    return numbered.read(reading, Anchor(start, window + len(before), word))


@cache
def _names() -> tuple[str, ...]:
    return tuple(name for name in types_by_folded_name() if len(name) > 5)


def _type_at_end(before: str) -> tuple[TypeWord, int] | None:
    if not before.endswith(_names()):
        return None
    for folded, word in types_by_folded_name().items():
        if len(folded) > 5 and before.endswith(folded):
            return word, len(folded)
    return None


def _by_symbol(reading: Reading, at: int) -> Draft | None:
    """A further number in a list whose type word stands far before: it must bear year and symbol."""
    before = reading.low[max(0, at - 8) : at].rstrip(" ")
    if not before.endswith(_BEFORE if reading.copy[at].islower() else ";"):
        return None
    gap = read_gap(reading, at, needed=True)
    code = read_code(reading, gap[0]) if gap else None
    if gap is None or code is None or len(code.parts) < 2:
        return None
    if not code.year and not (before.endswith(";") and read_date(reading, code.end)):
        return None
    word = types_by_symbol().get(code.parts[0])
    if word is None:
        return None
    draft = Draft(
        start=at,
        end=code.end,
        core_start=at,
        core_end=code.end,
        type=word,
        kind=MentionKind.NUMBERED,
        code=code,
        repairs=gap[1] + code.repairs,
    )
    return read_tail(reading, draft)
