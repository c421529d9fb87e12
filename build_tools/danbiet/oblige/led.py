"""Who leads a task, where that stands behind the task itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from danbiet.oblige.heads import is_group
from danbiet.oblige.lexicon import lexicon, patterns
from danbiet.oblige.names import scan_name
from danbiet.oblige.reporting import reported_to
from danbiet.oblige.split import split_names
from danbiet.oblige.subjects import find_subjects, heading_units
from danbiet.oblige.wording import begins_with_verb
from danbiet.oblige.words import Phrases, Token, key, tokens

_DO = key("do")
_DO_BEFORE = re.compile(r"[,:] do ")
_TIMES = frozenset(map(key, ("thường", "hằng", "hàng", "định", "quý", "tháng", "năm")))
_GIVEN_BY = frozenset(map(key, ("do", "giao")))


@cache
def leading(after_do: bool) -> Phrases:
    """Words that say that the unit before them leads; ``after_do``: behind "do", where more do."""
    return Phrases(patterns("tasks.yml")["leading after do" if after_do else "leading"])


def led_by(text: str) -> tuple[str, ...]:
    """Who leads a task, where that is told after it.

    "… (Sở Tư pháp chủ trì, phối hợp …)", "…, do … chủ trì", "(02 lớp) do … chủ trì", "…: do … thực hiện",
    and at a task's end the name alone: "Rà soát thủ tục hành chính (Văn phòng, xong trước 28/02)."
    """
    if "(" not in text and not _DO_BEFORE.search(text):
        return ()
    words = tokens(text)
    last = max((k for k, word in enumerate(words) if word.key == "("), default=-1)
    for k in range(2, len(words) - 2):
        after_do = words[k - 1].key in {",", ":", ")"} and words[k].key == _DO
        if not after_do and (words[k].key != "(" or k < 3):
            continue
        at = k + 1 + (words[k + 1].key in _GIVEN_BY)
        units = _leader(text, words, at, words[k - 1].key != ":" if after_do else False)
        if not units and k == last:
            units = _alone_in_brackets(text, words, k, at)
        if units:
            subjects = find_subjects(text)
            own = bool(subjects) and subjects[0].at == 0
            return () if own else units
    return ()


def _leader(text: str, words: Sequence[Token], at: int, strictly: bool) -> tuple[str, ...]:
    """The units named at ``at``, if words that say they lead follow."""
    name = scan_name(words, at)
    if name is None or not leading(strictly).match(words, name.next):
        return ()
    if name.end - name.start == lexicon().heads.match(words, name.start) and is_group(words, name.start):
        return ()  # "Sở Tài chính (cơ quan chủ trì)" names nobody in the brackets
    return split_names(text, words, name.start, name.end)


def _alone_in_brackets(text: str, words: Sequence[Token], opening: int, at: int) -> tuple[str, ...]:
    """Units that stand in the brackets at a task's end, alone or before a time; not those a report goes through."""
    closing = next((k for k in range(at, len(words)) if words[k].key == ")"), len(words) - 1)
    if any(word.key not in {".", ";", "/", ","} for word in words[closing + 1 :]) or heading_units(text):
        return ()
    end = next(
        (k for k in range(at, closing) if words[k].key in {",", ";"} and _time_follows(words, k)), closing
    )
    if end <= at or not (begins_with_verb(text) or words[at - 1].key in _GIVEN_BY):
        return ()
    inner = text[words[at].start : words[end - 1].end]
    if (
        reported_to(text[: words[closing].end]) != (None, None)
        and reported_to(text[: words[opening].start])[0]
    ):
        return ()  # "báo cáo UBND tỉnh (Sở Nội vụ)"
    return heading_units(inner)


def _time_follows(words: Sequence[Token], comma: int) -> bool:
    rest = words[comma + 1 : comma + 6]
    return any(word.key[0].isdigit() for word in rest) or any(word.key in _TIMES for word in rest[:2])
