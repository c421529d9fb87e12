"""A type word with a full date and an issuer, the number left out.

"Nghị quyết ngày 12/3/2020 của Bộ Chính trị", "Công văn ngày 05 tháng 6 năm 2024 của Sở Nội vụ".
"""

from __future__ import annotations

from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.normalise import Reading
from danbiet.cite.tails import read_tail
from danbiet.model import MentionKind


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The mention by date and issuer at ``anchor``, or nothing."""
    if not anchor.type.vague or anchor.short or not reading.copy[anchor.start].isupper():
        return None
    if not reading.low.startswith((" ngay ", ", ngay ", " ban hanh ngay "), anchor.end):
        return None
    draft = Draft(
        start=anchor.start,
        end=anchor.end,
        core_start=anchor.start,
        core_end=anchor.end,
        type=anchor.type,
        kind=MentionKind.VAGUE,
    )
    draft = read_tail(reading, draft, year=False)
    return draft if draft.date and draft.issuer else None
