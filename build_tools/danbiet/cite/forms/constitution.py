"""The constitution: "Hiến pháp năm 2013", "hiến pháp", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"."""

from __future__ import annotations

from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.normalise import Reading
from danbiet.cite.tails import read_tail
from danbiet.model import MentionKind

_NATION = " nuoc cong hoa xa hoi chu nghia viet nam"


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The constitution at ``anchor``, or nothing."""
    if anchor.type.name != "Hiến pháp" or reading.low[anchor.end : anchor.end + 1].isalnum():
        return None
    printed = reading.words(anchor.start, anchor.end).lower()
    if printed != "hiến pháp" or reading.low.startswith(" nay", anchor.end):
        return None  # "thực hiện Pháp lệnh" folds to the same letters
    end = anchor.end
    if reading.low.startswith(_NATION, end):
        end += len(_NATION)
    draft = Draft(
        start=anchor.start,
        end=end,
        core_start=anchor.start,
        core_end=end,
        type=anchor.type,
        kind=MentionKind.NAMED,
        name=reading.words(anchor.start, end),
    )
    return read_tail(reading, draft)
