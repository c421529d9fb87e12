"""A further number under a type word already printed.

"các Quyết định số 12/QĐ-UBND, số 13/QĐ-UBND và số 14/QĐ-UBND ngày 3/4/2024", "Công văn số
4643/UBND-KGVX ngày 28/8/2024; số 4975/UBND-KGVX ngày 17/09/2024", "Luật số 31/2009/QH12, 67/2014/QH13".
"""

from __future__ import annotations

import re

from danbiet.cite.codes import Code, read_listed_code
from danbiet.cite.draft import Draft
from danbiet.cite.forms.numbered import read_levelled_tail
from danbiet.cite.gaps import read_gap
from danbiet.cite.lexicon import TypeWord, types_by_symbol
from danbiet.cite.normalise import Reading
from danbiet.model import MentionKind

_LINK = re.compile(r" ?(?:[,;]|,? ?(?:va|hoac)|[,;] ?va)(?= )")


def read(reading: Reading, before: Draft) -> Draft | None:
    """The number that continues ``before``, or nothing."""
    if before.code is None or before.code.bare:
        return None
    link = _LINK.match(reading.low, before.end)
    gap = read_gap(reading, link.end()) if link else None
    code = read_listed_code(reading, gap[0]) if gap else None
    if link is None or gap is None or code is None or code.bare:
        return None
    start = link.end() + 1
    draft = Draft(
        start=start,
        end=code.end,
        core_start=start,
        core_end=code.end,
        type=_type(before, code),
        kind=MentionKind.NUMBERED,
        code=code,
        listed=True,
        repairs=code.repairs,
    )
    return read_levelled_tail(reading, draft)


def _type(before: Draft, code: Code) -> TypeWord:
    """The type word the number stands under, unless its own symbol says another ("…; số 7/VBHN-BNV")."""
    symbol = code.parts[0]
    return before.type if symbol in before.type.symbols else types_by_symbol().get(symbol, before.type)
