"""Words of a Vietnamese text with their places, and sets of phrases to match against them.

Full folding would make "cần" and "cán" one word, or "tổ" and "to"; here only what two careful
writers differ in is levelled: case, and where the tone mark stands ("uỷ", "ủy").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_DASHES = frozenset("–—−‑")
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[./:]\d+)*|\.\.\.|\S")


class Token(NamedTuple):
    """A word, number or punctuation mark: its span in the text, its key, whether it begins with a capital."""

    start: int
    end: int
    key: str
    capital: bool


@lru_cache(maxsize=20000)
def key(word: str) -> str:
    """The word in lower case, its tone after its letters: "uỷ" and "Ủy" give one key."""
    if word in _DASHES:
        return "-"
    letters: list[str] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFD", word.lower().replace("ð", "đ")):
        (tones if char in _TONES else letters).append(char)
    return unicodedata.normalize("NFC", "".join(letters)) + "".join(tones)


@lru_cache(maxsize=512)  # the blocks of one plan: each is asked about several times
def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order; dashes of every length have one key."""
    return tuple(
        Token(*match.span(), key(word), word[0].isupper())
        for match in _TOKEN.finditer(text)
        for word in (match[0],)
    )


_ROMAN = frozenset("ivx")


def enumerator(words: Sequence[Token], at: int) -> int:
    """Tokens of a mark inside a sentence that counts its parts, "(1)", "(ii)", "(b)"; 0 where none stands."""
    if at + 2 >= len(words) or words[at].key != "(" or words[at + 2].key != ")":
        return 0
    mark = words[at + 1].key
    return 3 if len(mark) == 1 or (mark.isdigit() and len(mark) < 3) or set(mark) <= _ROMAN else 0


class Phrases:
    """A set of phrases; tells how many tokens the longest phrase that begins at a place takes.

    ``firsts`` are the keys that any of them begins with.
    """

    __slots__ = ("_by_first", "firsts")

    def __init__(self, phrases: Iterable[str]) -> None:
        by_first: dict[str, set[tuple[str, ...]]] = {}
        for phrase in phrases:
            keys = tuple(token.key for token in tokens(str(phrase)))
            if keys:
                by_first.setdefault(keys[0], set()).add(keys)
        self.firsts = frozenset(by_first)
        self._by_first = {
            first: tuple(sorted(group, key=len, reverse=True)) for first, group in by_first.items()
        }

    def match(self, words: Sequence[Token], at: int) -> int:
        """The number of tokens of the longest phrase at ``words[at]``; 0 where there is none."""
        if not 0 <= at < len(words):
            return 0
        for keys in self._by_first.get(words[at].key, ()):
            if len(keys) == 1:
                return 1
            if len(keys) <= len(words) - at and _stands(keys, words, at):
                return len(keys)
        return 0


def _stands(keys: tuple[str, ...], words: Sequence[Token], at: int) -> bool:
    for part in keys:
        if words[at].key != part:
            return False
        at += 1
    return True
