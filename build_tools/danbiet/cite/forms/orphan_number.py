"""A number whose notation alone says what it is, the type word being lost or glued to a word before.

"theo số 59/2023/NĐ-CP ngày 14/8/2023", "thực hiệnNghị định số 59/2023/NĐ-CP". A letterhead's own
"Số: 12/KH-UBND", "Mẫu số 01/HĐ" and "hợp đồng số 12/HĐ-KT" are none.
"""

from __future__ import annotations

import re

from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.forms import numbered
from danbiet.cite.lexicon import TypeWord, any_of, types_by_folded_name
from danbiet.cite.normalise import Reading

_GLUED_TYPE = re.compile("(" + any_of(["x"]) + ")")


def read(reading: Reading, at: int) -> Draft | None:
    """The mention whose "số" stands at ``at`` with its type word glued to the word before, or nothing."""
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


def _type_at_end(before: str) -> tuple[TypeWord, int] | None:
    for folded, word in types_by_folded_name().items():
        if len(folded) > 5 and before.endswith(folded):
            return word, len(folded)
    return None
