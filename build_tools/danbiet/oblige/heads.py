"""Whether a unit's name begins at a word, and whose it is: one unit's own, or a common one of many."""

from __future__ import annotations

from collections.abc import Sequence

from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.words import Token, key

JOINTS = frozenset(map(key, ("và", "cùng", "hoặc", "với")))
_BODY_HEADS = frozenset(map(key, ("ubnd", "ủy")))
_INSPECTION = key("tra")  # "Thanh tra huyện" is a unit, "thanh tra việc …" is work


def begins_name(words: Sequence[Token], at: int) -> bool:
    """Whether a unit's name, or a list of them, begins at token ``at``."""
    lex = lexicon()
    person = lex.persons.match(words, at)
    if person and at + person < len(words) and words[at + person].capital:
        return True
    size = lex.determiners.match(words, at)
    at += size
    determined = size > 0 or (at > 0 and lex.determiners.match(words, at - 1) > 0)
    if at >= len(words):
        return False
    other = lex.not_units.match(words, at)
    if other > lex.heads.match(words, at) and (not determined or other > lex.group_nouns.match(words, at)):
        return False
    leader = lex.leaders.match(words, at)
    if leader and lex.verbs.match(words, at) >= leader and not determined:
        return _led(words, at + leader)  # "lãnh đạo Sở …" names people, "lãnh đạo, chỉ đạo …" is work
    if leader or lex.heads.match(words, at):
        return True
    if determined and lex.group_nouns.match(words, at):
        return lex.not_units.match(words, at) <= 1 or lex.group_nouns.match(words, at) > 0
    size = lex.ambiguous.match(words, at)
    return bool(size) and _specified(words, at + size)


def _led(words: Sequence[Token], at: int) -> bool:
    """Whether what follows a leader's title is a body: "lãnh đạo UBND xã", "lãnh đạo các cơ quan"."""
    if at >= len(words):
        return False
    return words[at].capital or begins_name(words, at) or lexicon().group_nouns.match(words, at) > 0


def _specified(words: Sequence[Token], at: int) -> bool:
    """Whether an ambiguous head is a unit's because of what follows it: a capital, a field, a list."""
    lex = lexicon()
    if at >= len(words):
        return False
    if words[at].key in {",", ";", "-"}:
        return lex.group_nouns.match(words, at + 1) > 0 or _one_of_several(words, at + 1)
    if words[at].key in JOINTS:  # "Báo và Phát thanh, Truyền hình tỉnh"
        return at + 1 < len(words) and words[at + 1].capital
    if words[at].key == ":":
        return at + 1 < len(words) and words[at + 1].capital and lex.fields.match(words, at + 1) > 0
    if words[at].capital or words[at].key.isdigit() or lex.fields.match(words, at) > 0:
        return True
    return words[at - 1].key == _INSPECTION and lex.levels.match(words, at) > 0


def _one_of_several(words: Sequence[Token], at: int) -> bool:
    """Whether a head with a capital stands bare in a list: "các Cục, Vụ, Văn phòng Bộ"."""
    listed = at < len(words) and words[at].capital and lexicon().ambiguous.match(words, at) > 0
    return listed and at + 1 < len(words) and words[at + 1].key in {",", ";"} | JOINTS


def is_group(words: Sequence[Token], at: int) -> bool:
    """Whether the name at ``at`` is a common one ("các cơ quan", "đoàn thể"), not one unit's own."""
    lex = lexicon()
    size = lex.determiners.match(words, at)
    if size:
        head = at + size
        return not (lex.heads.match(words, head) and words[head].key in _BODY_HEADS)
    if lex.leaders.match(words, at):
        return False
    size = max(lex.heads.match(words, at), lex.ambiguous.match(words, at))
    nouns = lex.group_nouns.match(words, at)
    return bool(nouns >= size and not has_own_word(words, at + nouns))


def level_before(words: Sequence[Token], at: int) -> int:
    """Tokens of the level ("tỉnh", "thị xã") that ends before ``at``; 0 where none does."""
    levels = lexicon().levels
    return next((size for size in (1, 2) if at >= size and levels.match(words, at - size) == size), 0)


def has_own_word(words: Sequence[Token], at: int) -> bool:
    """Whether a word of one unit's own follows a head: a capital that is no level's ("ngành Thành phố")."""
    return at < len(words) and words[at].capital and not lexicon().levels.match(words, at)


def decides(words: Sequence[Token], at: int) -> bool:
    """Whether the name at ``at`` is of somebody who gives work: a leader, a people's committee."""
    at += lexicon().determiners.match(words, at)
    return lexicon().leaders.match(words, at) > 0 or (at < len(words) and words[at].key in _BODY_HEADS)
