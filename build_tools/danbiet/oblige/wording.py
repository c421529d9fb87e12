"""What kind of sentence a text is: a thing to do, an introduction to a list, a remark, a label."""

from __future__ import annotations

import re
from functools import cache

from danbiet.oblige.dates import folded
from danbiet.oblige.lexicon import lexicon, patterns
from danbiet.oblige.words import Token, enumerator, tokens

_SHORT = 14


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(patterns("wording.yml")[name])


def begins_with_verb(text: str) -> bool:
    """Whether a text begins with a verb, or with an adverb that leads to one: "Thường xuyên kiểm tra …"."""
    words = tokens(text)
    if _verb_at(words, 0):
        return True
    for k, word in enumerate(words[:16]):
        if word.key == ":":
            return _verb_at(words, k + 1)
    return False


def opens_with_verb(text: str) -> bool:
    """Whether the first word of a text is a verb, or an adverb that leads to one."""
    return _verb_at(tokens(text), 0)


def _verb_at(words: tuple[Token, ...], at: int) -> bool:
    lex = lexicon()
    at += enumerator(words, at)
    return bool(lex.verbs.match(words, at) or lex.openers.match(words, at) or lex.links.match(words, at))


def is_pure_introduction(rest: str) -> bool:
    """Whether the words after a unit's name, up to the colon, only lead to the list below."""
    plain = folded(rest).strip(" :*.-")
    return len(plain.split()) <= _SHORT or (
        bool(_pattern("introduction").search(plain)) and len(plain.split()) <= 60
    )


def asks(text: str) -> bool:
    """Whether a text begins by giving work: "Đề nghị các cơ quan …", "Nhận được Kế hoạch này, yêu cầu …"."""
    words = tokens(text[:160])
    return lexicon().commands.match(words, 0) > 0 or (
        bool(_pattern("received").match(folded(text[:40])))
        and any(lexicon().commands.match(words, k) for k in range(1, len(words)))
    )


def is_remark(text: str) -> bool:
    """Whether a sentence says something of the plan, its money or its form, and gives nobody work."""
    return bool(_pattern("remark").match(folded(text)))


def is_quota(text: str) -> bool:
    """Whether words say how many, and no work: "Không quá 05 cá nhân"."""
    return bool(_pattern("quota").match(folded(text)))


def is_label(text: str) -> bool:
    """Whether a block only names who leads, who helps or when: "Đơn vị chủ trì: …"."""
    return bool(_pattern("label").match(folded(text)))
