"""Type word and number with notation.

"Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ", "Quyết định số181/QĐ-UBND",
"Kết luận 114-KL/TW", "Quy định số 124- QĐ/TW", "Luật số 47/2024/QH15", "Quyết định số 769/TTg",
"Nghị quyết sô 45-NQ/HĐND phường" (the issuer's level after its symbol),
"Chương trình hành động số 12-CTr/TU", "Công văn số 1866/BTP-PLHSHC".
"""

from __future__ import annotations

from danbiet.cite.codes import read_listed_code
from danbiet.cite.draft import Anchor, Draft, numbered
from danbiet.cite.gaps import read_gap
from danbiet.cite.issuers import read_issuer_after
from danbiet.cite.normalise import Reading
from danbiet.cite.places import read_level
from danbiet.cite.tails import read_tail

_LEVELLED = frozenset({"UBND", "HĐND", "HDND"})


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The mention whose type word is ``anchor``, or nothing."""
    at = _after_extension(reading, anchor)
    gap = read_gap(reading, at)
    if gap is None:
        return None
    code = read_listed_code(reading, gap[0])
    if code is None or code.bare:
        return None
    draft = numbered(anchor, code, gap[1])
    return read_levelled_tail(reading, draft)


def _after_extension(reading: Reading, anchor: Anchor) -> int:
    """Behind words like "hành động", "phối hợp" between the type word and "số"."""
    for words in anchor.type.extended:
        if reading.low.startswith(words, anchor.end + 1):
            return anchor.end + 1 + len(words)
    return anchor.end


def read_levelled_tail(reading: Reading, draft: Draft) -> Draft:
    """``draft`` with its tail, before which the level of a council or committee may stand.

    "Nghị quyết số 10/2016/NQ-HĐND tỉnh ngày 07/12/2016 của HĐND tỉnh" names its issuer twice.
    """
    draft = read_tail(reading, _with_level(reading, draft))
    again = read_issuer_after(reading, draft.end, any_case=True) if draft.issuer else None
    if again and reading.words(again.start, again.end) == draft.issuer:
        draft.end = again.end
    return draft


def _with_level(reading: Reading, draft: Draft) -> Draft:
    """``draft`` with the level that stands right after a council's or committee's symbol."""
    code = draft.code
    if code is None or code.parts[-1] not in _LEVELLED or reading.low[code.end : code.end + 1] != " ":
        return draft
    end = read_level(reading, code.end + 1)
    if end is not None:
        draft.issuer = f"{code.parts[-1]} {reading.words(code.end + 1, end)}"
        draft.end = end
    return draft
