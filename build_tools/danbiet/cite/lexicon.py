"""The words that reading knows, loaded from cite/data/*.yml, and one pattern made of many words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from danbiet.records import shipped
from danbiet.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeWord:
    """A type of instrument as types.yml describes it; ``extended`` is folded."""

    name: str
    short: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    extended: tuple[str, ...] = ()
    bare: bool = False
    vague: bool = False
    joint: bool = False
    examples: tuple[str, ...] = ()


def load(name: str) -> Any:
    """One packaged data file, as YAML reads it."""
    return shipped("cite", name)


@cache
def type_words() -> tuple[TypeWord, ...]:
    """Every type word, in the order of types.yml."""
    lists = ("short", "symbols", "examples")
    return tuple(
        TypeWord(
            name=entry["name"],
            bare=entry.get("bare", False),
            vague=entry.get("vague", False),
            joint=entry.get("joint", False),
            extended=tuple(fold(words) for words in entry.get("extended", ())),
            **{key: tuple(entry.get(key, ())) for key in lists},
        )
        for entry in load("types.yml")
    )


@cache
def types_by_folded_name() -> Mapping[str, TypeWord]:
    """Folded type words and their abbreviations, longest names not preferred: keys are exact."""
    found: dict[str, TypeWord] = {}
    for word in type_words():
        for name in (word.name, *word.short):
            found.setdefault(fold(name), word)
    return found


@cache
def full_names() -> frozenset[str]:
    """The folded type words without their abbreviations."""
    return frozenset(fold(word.name) for word in type_words())


@cache
def types_by_symbol() -> Mapping[str, TypeWord]:
    """The type a symbol stands for where it stands for one alone ("KL" → Kết luận)."""
    found: dict[str, TypeWord] = {}
    for word in type_words():
        for symbol in word.symbols:
            found.setdefault(symbol, word)
    return found


def any_of(words: Iterable[str], *, folded: bool = True, loose: bool = False) -> str:
    """A pattern matching the longest of many words: one trie, so that nothing is tried twice.

    The words are folded, for matching on ``Reading.low``, or else lower-case with their marks. Where
    ``loose``, spaces may be lost ("Thủ tướng Chínhphủ"), as they are in the text layers of many PDFs.
    """
    trie: dict[str, Any] = {}
    for word in words:
        node = trie
        for char in fold(word) if folded else word.lower():
            node = node.setdefault(char, {})
        node[""] = {}
    pattern = _trie_pattern(trie)
    return pattern.replace("\\ ", " ?") if loose else pattern


def _trie_pattern(node: dict[str, Any]) -> str:
    ends = "" in node
    branches = [re.escape(char) + _trie_pattern(child) for char, child in sorted(node.items()) if char]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if ends:
        return f"(?:{joined})?"
    return joined
