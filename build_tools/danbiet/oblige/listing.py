"""Where a list of names goes on: after a comma, a semicolon, or the colon of "các Sở: Tài chính, …"."""

from __future__ import annotations

from collections.abc import Sequence

from danbiet.oblige.endings import ENDS, SEPARATORS, opener
from danbiet.oblige.heads import JOINTS, begins_name, level_before
from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.words import Phrases, Token

_AREA = Phrases(("trên địa bàn", "đóng trên địa bàn", "thuộc địa bàn"))
_FARTHEST = 10  # tokens from a comma to where the group is


def goes_on(words: Sequence[Token], at: int, end: int, k: int) -> bool:
    """Whether a list of names goes on after the comma, semicolon or colon at ``k``."""
    match words[k].key:
        case ",":
            return _continues(words, k + 1) or _reaches_area(words, at, k)
        case ";":
            return begins_name(words, k + 1) or (k + 1 < len(words) and words[k + 1].capital)
        case _:  # "các Sở: Tài chính, …", "UBND các xã: Đề Gi, Cát Tiến, …"
            if k != end or k + 1 >= len(words):
                return False
            several = lexicon().determiners.match(words, at) > 0
            return (several and _field_listed(words, k + 1)) or _places_listed(words, k)


def _continues(words: Sequence[Token], at: int) -> bool:
    """Whether a list of names goes on at ``at``, after a comma or a joint."""
    lex = lexicon()
    if at >= len(words):
        return False
    if words[at].key in JOINTS:
        return _continues(words, at + 1)
    return (
        words[at].capital
        or begins_name(words, at)
        or (lex.group_nouns.match(words, at) > 0)
        or lex.determiners.match(words, at) > 0
    )


def _reaches_area(words: Sequence[Token], at: int, comma: int) -> bool:
    """Whether a group's list of kinds goes on to where they are: "Các trường cao đẳng, trung cấp trên địa bàn tỉnh"."""
    lex = lexicon()
    if not lex.determiners.match(words, at):
        return False
    for k in range(comma + 1, min(len(words), comma + _FARTHEST)):
        if _AREA.match(words, k):
            return level_before(words, k + _AREA.match(words, k) + 1) > 0
        if words[k].key in SEPARATORS | ENDS - {","} or opener(words, k):
            return False
    return False


def _field_listed(words: Sequence[Token], at: int) -> bool:
    """Whether a field stands at ``at`` as one of a list: "Xây dựng, Tài chính", not "Xây dựng kế hoạch"."""
    after = at + field_size(words, at)
    return after > at and (after == len(words) or words[after].key in SEPARATORS | JOINTS | {")"})


def _places_listed(words: Sequence[Token], colon: int) -> bool:
    """Whether places' names follow "các xã:", "các phường:": two capitals or more, and no verb."""
    lex, first = lexicon(), colon + 1
    size = level_before(words, colon)
    if not size or not lex.determiners.match(words, colon - size - 1) or first + 1 >= len(words):
        return False
    return words[first].capital and words[first + 1].capital


def field_size(words: Sequence[Token], at: int) -> int:
    """Tokens of a department's field after its head: "Văn hóa, Thể thao và Du lịch"."""
    return lexicon().fields.match(words, at) if words[at].capital else 0
