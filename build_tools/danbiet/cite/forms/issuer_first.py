"""The issuer between the type word and the number.

"Quyết định của Thủ tướng Chính phủ số 1719/QĐ-TTg ngày 14/10/2021", "Nghị quyết của Quốc hội số
43/2022/QH15".
"""

from __future__ import annotations

from danbiet.cite.codes import read_code
from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.gaps import read_gap
from danbiet.cite.issuers import read_issuer_after
from danbiet.cite.normalise import Reading
from danbiet.cite.tails import read_tail
from danbiet.model import MentionKind


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The mention whose type word is ``anchor``, or nothing."""
    issuer = read_issuer_after(reading, anchor.end, joint=anchor.type.joint)
    gap = read_gap(reading, issuer.end, needed=True) if issuer else None
    code = read_code(reading, gap[0]) if gap else None
    if issuer is None or gap is None or code is None or code.bare:
        return None
    draft = Draft(
        start=anchor.start,
        end=code.end,
        core_start=anchor.start,
        core_end=code.end,
        type=anchor.type,
        kind=MentionKind.NUMBERED,
        code=code,
        issuer=reading.words(issuer.start, issuer.end),
        repairs=gap[1] + code.repairs,
    )
    return read_tail(reading, draft)
