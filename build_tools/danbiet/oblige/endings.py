"""What ends a unit's name: a verb, a command, a colon, the end of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from danbiet.oblige.heads import level_before
from danbiet.oblige.lexicon import lexicon
from danbiet.oblige.words import Token

SEPARATORS = frozenset({",", ";", ":"})
ENDS = frozenset({".", "...", "?", "!", "“", '"', "/"})


class After(Enum):
    """What follows a name."""

    OPENER = "opener"  # a verb, or a word between name and verb
    COMMAND = "command"  # "giao", "yêu cầu": the name is of whoever gives the work
    COLON = "colon"
    STOP = "stop"  # the end of a sentence
    END = "end"  # the end of the text


@dataclass(frozen=True, slots=True)
class Name:
    """A name or list of names: tokens ``start:end``, what follows and at which token that begins."""

    start: int
    end: int
    after: After
    next: int


def opener(words: Sequence[Token], at: int) -> bool:
    """Whether the name ends at ``at``: a verb, or a word between name and verb, begins there.

    A capital is part of a name, save after one that is complete: "Công an tỉnh Chỉ đạo …".
    """
    lex = lexicon()
    if words[at].capital:
        return complete_before(words, at) and lex.verbs.match(words, at) > 1
    return bool(lex.verbs.match(words, at) or lex.links.match(words, at) or lex.commands.match(words, at))


def complete_before(words: Sequence[Token], at: int) -> bool:
    """Whether a name is complete before ``at``: it ends in a level ("tỉnh") or a department's field."""
    if level_before(words, at):
        return True
    fields = lexicon().fields
    return any(
        at >= size and words[at - size].capital and fields.match(words, at - size) == size
        for size in range(2, 8)
    )


def ended(words: Sequence[Token], at: int, end: int, k: int) -> Name | None:
    """The name that ends before ``k``, by what stands there."""
    word = words[k].key
    if word == ":":
        return Name(at, end, After.COLON, k)
    if word == ".":
        return Name(at, end, After.STOP, k)
    if word == "," and k + 1 < len(words) and opener(words, k + 1):
        return Name(at, end, After.OPENER, k + 1)
    if word in SEPARATORS | ENDS:
        return None
    responsible = _responsible_after(words, at, k)
    if responsible:
        return Name(at, responsible, After.OPENER, responsible)
    after = After.COMMAND if lexicon().commands.match(words, k) else After.OPENER
    return Name(at, end, after, k)


def _responsible_after(words: Sequence[Token], at: int, verb: int) -> int:
    """Where "có trách nhiệm" stands soon after a ``verb`` that is part of the name at ``at``; 0 where it does not.

    For one of several it may be "chủ động" too: "Các đơn vị chủ trì nhiệm vụ được giao chủ động …".
    """
    lex = lexicon()
    if lex.links.match(words, verb):
        return 0
    several = lex.determiners.match(words, at) > 0 and lex.relating.match(words, verb) > 0
    for k in range(verb + 1, min(len(words) - 2, verb + 14)):
        if words[k].key in {",", ";", ".", ":", "("}:
            return 0
        if lex.responsible.match(words, k) or (several and lex.urging.match(words, k)):
            return k
    return 0


def later_opener(words: Sequence[Token], at: int) -> bool:
    """Whether another opener follows before the next comma or stop."""
    for k in range(at, min(len(words), at + 20)):
        if words[k].key in {",", ";", ".", ":", "("}:
            return False
        if opener(words, k):
            return True
    return False
