"""Step 6: dates and issuers printed once for several numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from danbiet.cite.draft import Draft
from danbiet.cite.normalise import Reading

_LINK = re.compile(r" ?(?:[,;]|,? ?(?:va|hoac)|[,;] va) ?(?:cac )?$")
_AND = re.compile(r" va (?:cac )?$")
_NEAR = 5  # numbers of one register this close may be of one day


def share(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Give each mention without issuer or date those of the next, where one phrase joins them."""
    for i in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[i], drafts[i + 1]
        between = reading.low[draft.end : following.start]
        if draft.code is None or following.code is None or len(between) > 8 or draft.issuer:
            continue
        if not _LINK.match(between):
            continue
        same = draft.type is following.type and draft.code.notation == following.code.notation
        if same or following.listed or (_AND.match(between) and following.code.bare):
            draft.issuer = following.issuer
        if same and draft.date is None and _close(draft, following):
            draft.date = following.date


def _close(draft: Draft, following: Draft) -> bool:
    """Whether two numbers stand so near in their register that one day may be meant for both."""
    if draft.code is None or following.code is None or draft.code.year != following.code.year:
        return False
    if draft.code.year and not following.listed:
        return False
    heads = (draft.code.head, following.code.head)
    return all(h.isdigit() for h in heads) and abs(int(heads[0]) - int(heads[1])) <= _NEAR
