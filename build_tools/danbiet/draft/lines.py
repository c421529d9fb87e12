"""The lines of a letterhead or closing: paragraphs cut where one printed line holds two things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from danbiet.draft.record import Para, Table
from danbiet.draft.words import DATE, MOTTO, NATION, date_of, is_nation
from danbiet.text import collapse, fold


def lines_of(items: Sequence[Para | Table]) -> Iterator[Para]:
    """Each printed line of the paragraphs as a paragraph of its own."""
    for item in items:
        if isinstance(item, Para):
            yield from _cut(item)


def _cut(para: Para) -> Iterator[Para]:
    first = True
    for text in re.split(r"[\n\t]|(?<=\S)\s+[-_*=]{3,}\s*|\s{2,}(?=số\s*:)", para.text, flags=re.IGNORECASE):
        for piece in _columns(text):
            if tidy := collapse(piece.replace("\u200e", "").replace("\u200f", "")):
                yield replace(para, text=tidy, gap=para.gap and first)
                first = False


def _columns(text: str) -> Iterator[str]:
    """One line that holds the left and the right column: cut before the right one begins."""
    folded = fold(text)
    cut = 0
    if len(folded) == len(text):
        for pattern in (NATION, MOTTO):
            found = pattern.search(folded)
            if found and found.start() > 3 and (pattern is MOTTO or is_nation(text)):
                cut = found.start()
                break
    if not cut and (found := DATE.search(text)):
        cut = _before_place(text, found.start())
    if cut:
        yield text[:cut]
        yield text[cut:]
    else:
        yield text


def _before_place(text: str, date_start: int) -> int:
    """Where the place of a date line begins, if a number stands before it: "Số: 1/KH-UBND Hạ Long, ngày"."""
    head = re.match(
        r"\s*\S*\s*số\s*:?[\s\d.…/]*\S*[A-ZĐ]{2}\S*\s+(?=[^\W\d_])", text[:date_start], re.IGNORECASE
    )
    if not head or date_of(text) is None:
        return 0
    return head.end()
