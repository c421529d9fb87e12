"""A national instrument cited by its title alone.

"quy định về trách nhiệm của người đứng đầu cấp ủy trong việc tiếp dân, đối thoại trực tiếp với dân và
xử lý những phản ánh, kiến nghị của dân". A title that a number in brackets follows, "(Quy định số
124-QĐ/TW …)", is none of its own, nor one that only explains a number before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.lexicon import any_of, load
from danbiet.cite.normalise import Reading
from danbiet.model import MentionKind

_BRACKETED_NUMBER = re.compile(r"[^();]{0,300}\([^()]{0,30}so ?\d")


class _Title(NamedTuple):
    type_name: str
    short: re.Pattern[str]
    rest: re.Pattern[str] | None


@cache
def _titles() -> tuple[_Title, ...]:
    return tuple(
        _Title(
            entry["type"],
            re.compile(" " + any_of([entry["short"]])),
            re.compile(",? " + any_of([entry["rest"]])) if "rest" in entry else None,
        )
        for entry in load("titles.yml")
    )


def read(reading: Reading, anchor: Anchor) -> Draft | None:
    """The instrument whose type word is ``anchor`` and whose title follows, or nothing."""
    if anchor.follows or anchor.type.name not in {title.type_name for title in _titles()}:
        return None
    for title in _titles():
        found = title.short.match(reading.low, anchor.end) if title.type_name == anchor.type.name else None
        if found is None:
            continue
        rest = title.rest.match(reading.low, found.end()) if title.rest else None
        if title.rest and not rest:
            continue
        end = rest.end() if rest else found.end()
        if _BRACKETED_NUMBER.match(reading.low, end, end + 340):
            return None
        return Draft(
            start=anchor.start,
            end=end,
            core_start=anchor.start,
            core_end=found.end(),
            type=anchor.type,
            kind=MentionKind.VAGUE,
            name=reading.words(anchor.start, end),
        )
    return None
