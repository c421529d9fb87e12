"""The symbols a notation is made of ("UBND", "TTg", "QĐi"), and how far a printed one is from them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from danbiet.cite.lexicon import load, type_words
from danbiet.text import fold


@cache
def known_parts() -> Mapping[str, str]:
    """Known symbols by their upper-case form: "QĐI" → "QĐi"."""
    symbols = load("symbols.yml")
    words = [s for word in type_words() for s in (*word.symbols, *word.short)]
    words += symbols["checked"] + [s for row in symbols["known"] for s in row]
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(word.upper(), word)
    return found


@cache
def known_folded() -> Mapping[str, str]:
    """Known symbols by their folded form: "hdnd" → "HĐND"."""
    found: dict[str, str] = {}
    for word in known_parts().values():
        found.setdefault(fold(word), word)
    return found


@cache
def type_symbols() -> frozenset[str]:
    """The symbols that say a type: a notation that stops there is not finished."""
    return frozenset(s for word in type_words() for s in word.symbols)


@cache
def checked_symbols() -> tuple[str, ...]:
    """The symbols that a slip of one letter is reported for."""
    return tuple(load("symbols.yml")["checked"])


def one_letter_off(letters: str) -> str | None:
    """The checked symbol that differs by one letter, where the printed one is long enough to tell."""
    if sorted(letters) in _sorted_checked():
        return next(known for known in checked_symbols() if sorted(known.upper()) == sorted(letters))
    for known in checked_symbols():
        if len(known) >= 4 and abs(len(known) - len(letters)) <= 1 and _near(known.upper(), letters):
            return known
    return None


@cache
def _sorted_checked() -> tuple[list[str], ...]:
    """The letters of the checked symbols: two letters swapped ("UBDN") is one slip."""
    return tuple(sorted(known.upper()) for known in checked_symbols() if len(known) >= 4)


def _near(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    i = 0
    while i < len(one) and one[i] == other[i]:
        i += 1
    if len(one) == len(other):
        return one[i + 1 :] == other[i + 1 :]
    return one[i:] == other[i + 1 :]
