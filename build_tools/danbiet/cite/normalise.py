r"""Step 1: a tidied copy of the text to read on, with the map back to the file.

The copy has no Markdown marks, no invisible characters and no runs of white space; letters are
composed, look-alikes are Latin and every dash is a hyphen. A line break of the file stays one
``\\n``, since a name may end there. ``low`` is the copy folded to lower-case ASCII with line breaks
as spaces: it has the same length, so that every pattern is matched on ``low`` and every spelling
is taken from ``copy``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from danbiet.text import MappedText, MappedTextBuilder, fold

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_COMBINING = "\u0300-\u036f"
_CHANGE = re.compile(
    rf"""
      (?P<space> [^\S\ ][\s{_INVISIBLE}]* | \ [\s{_INVISIBLE}]+ | [{_INVISIBLE}][\s{_INVISIBLE}]* )
    | (?P<letter> [^\W\d_]?[{_COMBINING}]+ )
    | (?P<line> ^(?:\#{{1,6}}|>)[\ \t]* )
    | (?P<link> \]\([^()\s]{{0,2000}}\) )
    | (?P<note> \[\^?\d{{1,3}}\] )
    | (?P<url> (?:https?://|www\.)[^\s<>()\[\]]+ )
    | (?P<comment> <!-- )
    | (?P<tag> </?[a-zA-Z][^<>]{{0,300}}> )
    | (?P<entity> &(?:nbsp|\#160|amp|lt|gt|quot); )
    | (?P<attributes> \{{:[^{{}}\n]{{0,300}}\}} )
    | (?P<mark> [*_`~\\\[\]]+ )
    """,
    re.VERBOSE | re.MULTILINE,
)
_ENTITIES = {"&nbsp;": " ", "&#160;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
_BREAKING_TAG = re.compile(r"</?(?:br|p|div|td|th|tr|li|ul|ol|table|h[1-6]|hr)\b", re.IGNORECASE)
_URL = "\ufffc"  # stands for an address, which is never read
_LOOK_ALIKES = str.maketrans(
    "ÐðɖƉ‐‑‒–—―−／⁄∕АВЕКМНОРСТХУаеорсхуІіЅѕЈј",
    "ĐđđĐ-------///ABEKMHOPCTXYaeopcxyIiSsJj",
)
_LOOKS_ALIKE = re.compile(r"[ÐðɖƉ‐-―−／⁄∕\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """The copy that is read: ``copy``, its folded twin ``low``, and the way back to the file."""

    source: str
    mapped: MappedText
    low: str

    @property
    def copy(self) -> str:
        """The tidied copy, as printed otherwise."""
        return self.mapped.text

    def words(self, start: int, end: int) -> str:
        """A piece of the copy with line breaks as spaces."""
        return self.mapped.text[start:end].replace("\n", " ").strip()

    def marked(self, start: int, length: int = 24) -> str:
        """The beginning of the copy at ``start`` in lower case with its marks, line breaks as spaces."""
        return self.mapped.text[start : start + length].replace("\n", " ").lower()


def normalise(text: str, start: int = 0) -> Reading:
    """The reading copy of ``text`` from offset ``start``; offsets of the map are of ``text``."""
    mapped = _copy(text, start)
    if _LOOKS_ALIKE.search(mapped.text):
        mapped = MappedText(mapped.text.translate(_LOOK_ALIKES), mapped.offsets)
    return Reading(text, mapped, mapped.text.translate(_folding()))


def _copy(text: str, start: int) -> MappedText:
    builder = MappedTextBuilder()
    done = start
    comment_end = 0
    for match in _CHANGE.finditer(text, start):
        if match.start() < done:
            continue
        builder.add(text[done : match.start()], done)
        done = match.end()
        kind = match.lastgroup
        if kind == "comment":
            if comment_end >= 0:
                comment_end = text.find("-->", done)
            done = comment_end + 3 if comment_end >= 0 else done
            continue
        builder.add(_replacement(kind, match.group()), match.start())
    builder.add(text[done:], done)
    return builder.build()


def _replacement(kind: str | None, found: str) -> str:
    if kind == "space":
        if "\n" in found or "\r" in found:
            return "\n"
        return " " if any(c.isspace() for c in found) else ""
    if kind == "letter":
        composed = unicodedata.normalize("NFC", found)
        return composed[:1] if unicodedata.combining(composed[:1]) == 0 else ""
    if kind == "url":
        return _URL
    if kind == "tag":
        return "\n" if _BREAKING_TAG.match(found) else ""
    if kind == "entity":
        return _ENTITIES[found]
    return ""


@cache
def _folding() -> dict[int, str]:
    """Every letter that folds to one other letter, upper case included, and line breaks as spaces."""
    table = {ord("\n"): " "}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        folded = fold(chr(code))
        if len(folded) == 1 and folded != chr(code):
            table[code] = folded
    return table
