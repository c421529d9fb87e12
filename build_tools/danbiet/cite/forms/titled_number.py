"""A few words of title between the type word and the number.

"Quyết định thành lập trường số 12/QĐ-UB ngày 01/9/1995", "Kế hoạch cải cách hành chính số 05/KH-UBND".
The symbol has to be the type's own, and no other type word may stand between.
"""

from __future__ import annotations

import re
from functools import cache

from danbiet.cite.codes import read_code
from danbiet.cite.draft import Anchor, Draft, numbered
from danbiet.cite.gaps import read_gap
from danbiet.cite.lexicon import any_of, type_words
from danbiet.cite.normalise import Reading
from danbiet.cite.tails import read_tail

_TITLE = re.compile(r" [a-z][a-z -]{2,80}?(?= so ?:? ?\d)")


@cache
def _other_type() -> re.Pattern[str]:
    return re.compile(r" (?:" + any_of(word.name for word in type_words()) + r"|mau|bieu|hop dong)(?![a-z])")


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The mention whose type word is ``anchor``, or nothing."""
    if anchor.short or not reading.copy[anchor.start].isupper():
        return None
    title = _TITLE.match(reading.low, anchor.end)
    if title is None or " cua " in title.group() or _other_type().search(title.group()):
        return None
    gap = read_gap(reading, title.end(), needed=True)
    code = read_code(reading, gap[0]) if gap else None
    if gap is None or code is None or code.bare or code.parts[0] not in anchor.type.symbols:
        return None
    draft = numbered(anchor, code, gap[1])
    return read_tail(reading, draft)
