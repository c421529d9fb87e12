r"""Step 1: a tidied copy of the text to read on, with the map back to the file.

The copy has no Markdown marks, no invisible characters and no runs of white space; letters are
composed, look-alikes are Latin and every dash is a hyphen. A line break of the file stays one
``\n``, since a name may end there. ``low`` is the copy folded to lower-case ASCII with line breaks
as spaces: it has the same length, so that every pattern is matched on ``low`` and every spelling
is taken from ``copy``.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from danbiet.text import MappedText, MappedTextBuilder, fold

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_COMBINING = "\u0300-\u036f"
# One set in front lets the engine skip to the next candidate without trying anything in between.
_CANDIDATE = re.compile(
    rf"[\s{_INVISIBLE}{_COMBINING}*_`~\\\[\]<>&{{#:wW](?:(?<=[^ :])|(?<= )(?=[\s{_INVISIBLE}])|(?<=:)(?=//))"
)
# After these a number alone on its line is part of a date or a body's name, not of a page; also decomposed.
_GOES_ON = (
    r"th(?:á|a\u0301)ng|n(?:ă|a\u0306)m|ng(?:à|a\u0300)y|c(?:ủ|u\u0309)a|v(?:à|a\u0300)"
    r"|\(?kh(?:óa|oá|o\u0301a|oa\u0301)"
)
_CHANGE = re.compile(
    rf"""
      (?P<page> [^\S\n]*\n\s*\d{{1,3}}[^\S\n]*(?=\n)(?!\s*(?:[-/.,;:)%]|{_GOES_ON})) )
    | (?P<space> [\s{_INVISIBLE}]+ )
    | (?P<letter> [{_COMBINING}]+ )
    | (?P<line> ^(?:\#{{1,6}}|>)[\ \t]* )
    | (?P<link> \]\([^()\s]{{0,2000}}\) )
    | (?P<note> \[\^?\d{{1,3}}\] )
    | (?P<url> (?:://|[wW]{{3}}\.)[^\s<>()\[\]]+ )
    | (?P<comment> <!-- )
    | (?P<tag> </?[a-zA-Z][^<>]{{0,300}}> )
    | (?P<entity> &(?:nbsp|\#160|amp|lt|gt|quot); )
    | (?P<attributes> \{{:[^{{}}\n]{{0,300}}\}} )
    | (?P<mark> [*_`~\\\[]+ | \] )
    """,
    re.VERBOSE | re.MULTILINE,
)
_ENTITIES = {"&nbsp;": " ", "&#160;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
_BREAKING_TAG = re.compile(r"</?(?:br|p|div|td|th|tr|li|ul|ol|table|h[1-6]|hr)\b", re.IGNORECASE)
_URL = "\ufffc"  # stands for an address, which is never read
_LOOK_ALIKES = dict(
    zip("ÐðɖƉ‐‑‒–—―−／⁄∕АВЕКМНОРСТХУаеорсхуІіЅѕЈј", "ĐđđĐ-------///ABEKMHOPCTXYaeopcxyIiSsJj", strict=True)
)
_LOOKS_ALIKE = re.compile(r"[ÐðɖƉ‐-―−／⁄∕\u0400-\u04ff]")


_MARKED = frozenset("àáâãèéêìíòóôõùúýăđĩũơư")


@dataclass(frozen=True, slots=True)
class Reading:
    """The copy that is read, its folded twin ``low``, and the way back to the file."""

    source: str
    mapped: MappedText
    copy: str
    low: str

    def words(self, start: int, end: int) -> str:
        """A piece of the copy with line breaks as spaces."""
        return self.copy[start:end].replace("\n", " ").strip()

    def marked(self, start: int, length: int = 24) -> str:
        """The beginning of the copy at ``start`` in lower case with its marks, line breaks as spaces."""
        return self.copy[start : start + length].replace("\n", " ").lower()


def normalise(text: str, start: int = 0) -> Reading:
    """The reading copy of ``text`` from offset ``start``; offsets of the map are of ``text``."""
    mapped = _tidy(text, start)
    copy = mapped.text
    for letter in set(_LOOKS_ALIKE.findall(copy)):
        copy = copy.replace(letter, _LOOK_ALIKES.get(letter, letter))
    return Reading(text, mapped, copy, _low(copy))


def _tidy(text: str, start: int) -> MappedText:
    builder = MappedTextBuilder()
    done = at = start
    comment_end = 0
    while candidate := _CANDIDATE.search(text, at):
        found = _CHANGE.match(text, candidate.start())
        if found is None:
            at = candidate.end()
            continue
        kind = found.lastgroup
        first, end = found.span()
        read = _replacement(kind, found.group())
        if kind == "letter" and first > done:
            first -= 1
            read = _composed(text[first:end])
        elif kind == "comment":
            comment_end = text.find("-->", end) if comment_end >= 0 else -1
            end = comment_end + 3 if comment_end >= 0 else end
        builder.add(text[done:first], done)
        builder.add(read, first)
        done = at = end
    builder.add(text[done:], done)
    return builder.build()


def _replacement(kind: str | None, found: str) -> str:
    if kind == "page":
        return ""  # a page number alone on its line; the line break after it is read next
    if kind == "space":
        if "\n" in found or "\r" in found:
            return "\n"
        return " " if any(c.isspace() for c in found) else ""
    if kind == "url":
        return _URL
    if kind == "tag":
        return "\n" if _BREAKING_TAG.match(found) else ""
    if kind == "entity":
        return _ENTITIES[found]
    return ""


def _composed(letter: str) -> str:
    """A base letter and its marks as one letter; marks that no letter takes are dropped."""
    return unicodedata.normalize("NFC", letter)[:1]


def _low(copy: str) -> str:
    """``copy`` folded, as long as it: through one byte a letter, which is ten times as fast as a dict.

    What stands in no Vietnamese text becomes "?".
    """
    encoding, folding = _folding()
    return codecs.charmap_encode(copy, "replace", encoding)[0].translate(folding).decode("latin-1")


@cache
def _folding() -> tuple[Any, bytes]:
    """An encoding of Vietnamese letters and common signs in one byte each, and their folding."""
    marked = [c for c in map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))) if _vietnamese(c)]
    folded = {c: fold(c) for c in marked} | {"\n": " ", "“": '"', "”": '"', "…": "."}
    letters = ["\0", "\n", *map(chr, range(32, 127)), "“", "”", "…", *marked]
    table = bytes(ord(folded.get(letter, letter.lower())) for letter in letters)
    unused = 256 - len(letters)
    return codecs.charmap_build("".join(letters) + "\ufffe" * unused), table + bytes(unused)


def _vietnamese(letter: str) -> bool:
    return letter.lower() in _MARKED or ord(letter) >= 0x1EA0
