"""A number without notation, made certain by its issuer.

"Chỉ thị 28 của BTV tỉnh ủy Hải Dương", "kết luận số 01 của Bộ Chính trị",
"Quyết định 13/2016 của UBND Hải Dương", "Chỉ thị 16 ngày 31/3/2020", "Nghị định 30/2020" (one body issues them).
Without issuer and date it needs the word "số" or a type whose numbers are household names, and
nothing behind it that it could count: "Chỉ thị 05 là", "đã ban hành Nghị quyết 154 về", "Công văn số 5512".
"Kế hoạch 5 năm", "Báo cáo 6 tháng", "Kế hoạch 2024" are none.
"""

from __future__ import annotations

import re

from danbiet.cite.codes import Code, read_code
from danbiet.cite.draft import Anchor, Draft, numbered
from danbiet.cite.gaps import read_gap
from danbiet.cite.normalise import Reading
from danbiet.cite.tails import read_tail

_YEARLY = frozenset({"Nghị định", "Thông tư"})  # their numbers always bear the year, and one body's
_FAMILIAR = frozenset(
    {"Nghị quyết", "Chỉ thị", "Nghị định", "Thông tư", "Công văn", "Công điện", "Pháp lệnh"}
)
_NEVER_ALONE = frozenset({"Báo cáo", "Biên bản", "Thông báo"})
_ENDS = re.compile(
    r" ?(?:[.,;:()\"]|$|ve |va |la |nay|quy dinh|ban hanh|da |duoc |co |de |theo |tren |tai |thi |neu |mot cach"
    r"|vao |cung |cua |ngay |phe duyet|huong dan|gom|nham )"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The mention by bare number at ``anchor``, or nothing."""
    if not anchor.type.bare or anchor.short:
        return None
    gap = read_gap(reading, anchor.end)
    code = read_code(reading, gap[0]) if gap else None
    if gap is None or code is None or not code.bare:
        return None
    draft = numbered(anchor, code, gap[1])
    draft = read_tail(reading, draft, year=False)
    dated = draft.date is not None and reading.copy[anchor.start].isupper()
    yearly = code.year and anchor.type.name in _YEARLY
    return draft if draft.issuer or dated or yearly or _alone(reading, draft, code) else None


def _alone(reading: Reading, draft: Draft, code: Code) -> bool:
    """Whether the number can be nothing but an instrument's though neither issuer nor date stand there."""
    if len(code.head) < 2 or code.year or draft.date or not _ENDS.match(reading.low, draft.end):
        return False
    if draft.type.name in _NEVER_ALONE:
        return False
    missing = any(repair.kind == "thieu-so" for repair in draft.repairs)
    if reading.copy[draft.start : draft.end].isupper():  # a heading, unless "SỐ" stands there, inside a line
        return not missing and draft.start > 0 and reading.copy[draft.start - 1] == " "
    if missing:
        return draft.type.name in _FAMILIAR and not _YEAR.match(code.head)
    return reading.copy[draft.start].isupper() or draft.type.name in _FAMILIAR
