"""Vietnamese text: folding, slugs, positions, and maps from a tidied copy back to its source.

Folding has its one home here. Search, register look-up, slugs and front-matter keys all use it,
so that "Hoà giải", "HÒA GIẢI" typed in NFD and "hoa giai" meet in one spelling.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_D_LETTERS = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})


def _fold_slowly(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.translate(_D_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


# Latin letters → folded, marks that follow their letter → nothing: one pass over nearly every text.
_LATIN = {code: _fold_slowly(chr(code)) for code in (*range(0x250), *range(0x1E00, 0x1F00))}
_FOLDED: dict[int, str | None] = {code: letter for code, letter in _LATIN.items() if letter != chr(code)}
_FOLDED |= dict.fromkeys((*range(0x300, 0x34F), *range(0x350, 0x370)))
_BEYOND = re.compile("[^\x00-\u036f\u1e00-\u1eff\u2000-\u206f]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_ALNUM = re.compile(r"[^a-z0-9]+")


def nfc(text: str) -> str:
    """The text in NFC, with Ð (U+00D0, a common slip of the keyboard) as Đ (U+0110)."""
    return unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("ð", "đ")


def fold(text: str) -> str:
    """The text in lower case without tone and letter marks: "Đối thoại" → "doi thoai".

    Punctuation and spaces stay. The result is ASCII wherever the input was Vietnamese, and has as
    many code points as the NFC form of the input.
    """
    if text.isascii():
        return text.lower()
    return _fold_slowly(text) if _BEYOND.search(text) else text.translate(_FOLDED)


def slug(text: str) -> str:
    """An address or anchor: "Phòng Nội vụ (thị xã)" → "phong-noi-vu-thi-xa"."""
    return _NOT_ALNUM.sub("-", fold(text)).strip("-")


def collapse(text: str) -> str:
    """The text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def xml_text(text: str) -> str:
    """The text without the characters that XML 1.0 has no way to write: controls, U+FFFE, U+FFFF, surrogates."""
    return _NOT_XML.sub("", text)


def not_xml(text: str, start: int = 0) -> int | None:
    """Where the first character stands that ``xml_text`` leaves out, from ``start`` on."""
    found = _NOT_XML.search(text, start)
    return found.start() if found else None


def position(source: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of a code-point offset in a file as read."""
    offset = max(0, min(offset, len(source)))
    starts = _line_starts(source)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=16)  # places are asked file by file
def _line_starts(source: str) -> array[int]:
    return array("L", (0, *(found.end() for found in re.finditer("\n", source))))


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each code point of a tidied copy stands in its source.

    Kept as break points (``copy[i]`` ↔ ``source[i]`` where a new run begins), since most of a
    copy runs parallel to its source.
    """

    copy: array[int]
    source: array[int]

    def at(self, index: int) -> int:
        """The source offset of the copy's code point ``index``."""
        k = bisect_right(self.copy, index) - 1
        return self.source[k] + index - self.copy[k] if k >= 0 else index

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the copy's ``start:end`` (end exclusive, as in slicing)."""
        if end <= start:
            return self.at(start), self.at(start)
        return self.at(start), self.at(end - 1) + 1


@dataclass(frozen=True, slots=True)
class MappedText:
    """A tidied copy of a text together with the map back to its source."""

    text: str
    offsets: OffsetMap

    def printed(self, start: int, end: int) -> str:
        """The copy's ``start:end`` as the source has it: without spaces that only the copy has."""
        runs = self.offsets.copy
        kept, at = [], start
        for k in range(bisect_right(runs, start), bisect_right(runs, end)):
            space = runs[k] - 1  # a space of the copy's own ends a run
            if self._only_here(space):
                kept.append(self.text[at:space])
                at = space + 1
        return "".join((*kept, self.text[at:end])) if kept else self.text[start:end]

    def _only_here(self, i: int) -> bool:
        """Whether what stands at ``i`` is a space that parts two letters which follow one another in the source."""
        if not 0 < i < len(self.text) - 1 or self.text[i] != " " or not self.text[i - 1].isalpha():
            return False
        return self.offsets.at(i) == self.offsets.at(i + 1) == self.offsets.at(i - 1) + 1


class MappedTextBuilder:
    """Builds a MappedText piece by piece, each piece with the source offset it comes from."""

    __slots__ = ("_copy", "_length", "_pieces", "_source")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._copy: array[int] = array("L")
        self._source: array[int] = array("L")
        self._length = 0

    def add(self, piece: str, source_offset: int) -> None:
        """Append ``piece``, whose first code point stands at ``source_offset`` in the source.

        Code points after the first are taken to run parallel to the source; a replacement of
        another length than its original is added one piece at a time.
        """
        if not piece:
            return
        expected = self._source[-1] + self._length - self._copy[-1] if self._copy else None
        if source_offset != expected:
            self._copy.append(self._length)
            self._source.append(source_offset)
        self._pieces.append(piece)
        self._length += len(piece)

    def build(self) -> MappedText:
        """The copy and its map; the builder may go on being used."""
        return MappedText("".join(self._pieces), OffsetMap(self._copy[:], self._source[:]))
