"""Words of a stretch of a file as a reader sees them, with the map back to the file.

White space is collapsed, Markdown's marks (emphasis, escapes, links) are gone, letters are NFC and
characters that cannot be seen are left out. A space that a text layer lost between two syllables is
there again. What is not a Markdown mark on the page stays: a lone
asterisk, angle brackets, entities and backticks are words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from danbiet.syllables import lost_spaces
from danbiet.text import MappedText, MappedTextBuilder, OffsetMap, nfc

_TOKEN = re.compile(
    r"(?P<space>\s{2,}|[^\S ])"  # a single space between words stays where it is
    r"|(?P<escape>\\[\\`*_{}\[\]()>#+\-.!|])"
    r"|(?P<run>\*+|_+)"
    r"|(?P<link>(?<!!)\[(?P<label>[^\[\]\n]{1,300})\]\((?:[^()\s<>]{0,500})(?:\s\"[^\"\n]{0,200}\")?\))"
    r"|(?P<hidden>[\u00ad\u200b\u200e\u200f\u2060\ufeff]+)"
)
_PARTS = re.compile(r"\S+|\s+")
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_D_SLIPS = re.compile("[Ðð]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words, and whether every one of them is emphasised (a heading typed in bold)."""

    mapped: MappedText
    emphasised: bool


def read_words(source: str, start: int, end: int) -> Words:
    """The words of ``source[start:end]``; offsets are of ``source``. Linear in the length."""
    tokens = list(_TOKEN.finditer(source, start, end))
    dropped, pairs = _emphasis(source, start, end, tokens)
    writer = _Writer(source)
    done = start
    for token in tokens:
        writer.words(done, token.start())
        done = token.end()
        if token["space"]:
            writer.space(token.start())
        elif token["escape"]:
            writer.words(token.start() + 1, token.end())
        elif token["link"]:
            writer.spaced_words(token.start("label"), token.end("label"))
        elif token["run"]:
            for at in range(token.start(), token.end()):
                if at not in dropped:
                    writer.words(at, at + 1)
    writer.words(done, end)
    return Words(writer.builder.build(), _covers(source, start, end, pairs))


class _Writer:
    """Writes pieces of a source, one space where there was any between two of them."""

    def __init__(self, source: str) -> None:
        self.builder = MappedTextBuilder()
        self._source = source
        self._filled = False
        self._pending: int | None = None

    def space(self, at: int) -> None:
        if self._pending is None:
            self._pending = at

    def words(self, start: int, end: int) -> None:
        if start < end and self._source[start] == " ":
            self.space(start)
            start += 1
        last = end - 1 if start < end and self._source[end - 1] == " " else end
        if start < last:
            if self._pending is not None and self._filled:
                self.builder.add(" ", self._pending)
            self._pending = None
            self._filled = True
            _add(self.builder, self._source[start:last], start)
        if last < end:
            self.space(last)

    def spaced_words(self, start: int, end: int) -> None:
        for part in _PARTS.finditer(self._source, start, end):
            if part.group().isspace():
                self.space(part.start())
            else:
                self.words(part.start(), part.end())


def cut(mapped: MappedText, begin: int) -> MappedText:
    """The mapped text from code point ``begin`` on."""
    if begin <= 0:
        return mapped
    builder = MappedTextBuilder()
    text = mapped.text
    if begin < len(text):
        offsets = mapped.offsets
        breaks = [begin, *(c for c in offsets.copy if c > begin), len(text)]
        for left, right in pairwise(breaks):
            builder.add(text[left:right], offsets.at(left))
        return builder.build()
    empty = OffsetMap(mapped.offsets.copy[:0], mapped.offsets.source[:0])
    return MappedText("", empty)


def _add(builder: MappedTextBuilder, piece: str, at: int) -> None:
    if unicodedata.is_normalized("NFC", piece) and not _D_SLIPS.search(piece):
        done = 0
        for cut_at in lost_spaces(piece):
            builder.add(piece[done:cut_at], at + done)
            builder.add(" ", at + cut_at)
            done = cut_at
        builder.add(piece[done:], at + done)
        return
    for cluster in _CLUSTER.finditer(piece):
        builder.add(nfc(cluster.group()), at + cluster.start())


def _emphasis(
    source: str, start: int, end: int, tokens: list[re.Match[str]]
) -> tuple[set[int], list[tuple[int, int]]]:
    """Offsets of asterisks and underscores that are emphasis, and the stretches they embrace."""
    open_runs: dict[str, list[list[int]]] = {"*": [], "_": []}  # [end of what is left, count left]
    dropped: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for token in tokens:
        if not token["run"]:
            continue
        left, count = token.start(), token.end() - token.start()
        char = token["run"][0]
        before = source[left - 1] if left > start else " "
        after = source[token.end()] if token.end() < end else " "
        opens, closes = not after.isspace(), not before.isspace()
        if char == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        stack = open_runs[char]
        while closes and count and stack:
            top = stack[-1]
            used = min(count, top[1])
            dropped.update(range(top[0] - used, top[0]), range(left, left + used))
            pairs.append((top[0] - used, left + used))
            top[0] -= used
            top[1] -= used
            left += used
            count -= used
            if not top[1]:
                stack.pop()
        if opens and count:
            stack.append([token.end(), count])
    return dropped, pairs


def _covers(source: str, start: int, end: int, pairs: list[tuple[int, int]]) -> bool:
    at = start
    for left, right in sorted(pairs):
        if source[at:left].strip(" \t\r\n:.") if left > at else "":
            return False
        at = max(at, right)
    return bool(pairs) and not source[at:end].strip(" \t\r\n:.")
