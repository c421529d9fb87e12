"""Whether a duty can be held against anything: a time, a number, or something that is to be there afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from danbiet.model import Deadline, Recurrence
from danbiet.oblige.lexicon import patterns


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(patterns("measures.yml")[name])


def measurable(work: str, deadlines: Sequence[Deadline], repeats: Sequence[Recurrence]) -> bool:
    """Whether a duty names a time, a number or a product; ``work`` are its words from the unit's name on.

    Only words that a list knows as general make a duty vague: what is not known is not called so.
    """
    if deadlines or any(repeat is not Recurrence.AD_HOC for repeat in repeats):
        return True
    lower = " ".join(work.lower().replace("*", "").split())
    if not _pattern("vague").match(lower):
        return True
    return bool(_pattern("concrete").search(lower) or _pattern("number").search(lower))
