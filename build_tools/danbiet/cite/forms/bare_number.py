"""A number without notation, made certain by its issuer.

"Chỉ thị 28 của BTV tỉnh ủy Hải Dương", "kết luận số 01 của Bộ Chính trị",
"Quyết định 13/2016 của UBND Hải Dương", "Chỉ thị 16 ngày 31/3/2020", "Nghị định 30/2020" (one body issues them).
"Kế hoạch 5 năm", "Báo cáo 6 tháng" are none.
"""

from __future__ import annotations

from danbiet.cite.codes import read_code
from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.gaps import read_gap
from danbiet.cite.normalise import Reading
from danbiet.cite.tails import read_tail
from danbiet.model import MentionKind

_YEARLY = frozenset({"Nghị định", "Thông tư"})  # their numbers always bear the year, and one body's


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The mention by bare number at ``anchor``, or nothing."""
    if not anchor.type.bare or anchor.short:
        return None
    gap = read_gap(reading, anchor.end)
    code = read_code(reading, gap[0]) if gap else None
    if gap is None or code is None or not code.bare:
        return None
    draft = Draft(
        start=anchor.start,
        end=code.end,
        core_start=anchor.start,
        core_end=code.end,
        type=anchor.type,
        kind=MentionKind.NUMBERED,
        code=code,
        repairs=gap[1] + code.repairs,
    )
    draft = read_tail(reading, draft, year=False)
    dated = draft.date is not None and reading.copy[anchor.start].isupper()
    return draft if draft.issuer or dated or (code.year and anchor.type.name in _YEARLY) else None
