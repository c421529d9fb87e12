"""Spaces that a text layer lost between two syllables, set again before anything is read."""

from __future__ import annotations

import re
from dataclasses import replace

from danbiet.draft.record import Para, Sheet, Table
from danbiet.syllables import ends_in_tone, is_syllable, lost_spaces
from danbiet.text import nfc

_SLIPS = 3  # so few in a text file are an author's own, and stay
_SHOWN = 6
_BEFORE_FIGURE = re.compile(r"(?<![^\W_])([^\W\d_]{2,})(?=\d)")  # "số1866"


def with_spaces(sheet: Sheet, few: int = 0) -> Sheet:
    """The sheet with the spaces its text layer lost, and a note that names the first of them.

    Where there are no more than ``few`` such places they are the author's slips and stay as they are.
    """
    lost = [found for text in _texts(sheet) for found in parted(text)[1]]
    if len(lost) <= few:
        return sheet
    shown = ", ".join(f"“{words}”" for words in dict.fromkeys(lost[:_SHOWN]))
    return replace(
        sheet,
        items=tuple(_parted_item(item) for item in sheet.items),
        footnotes=tuple(parted(text)[0] for text in sheet.footnotes),
        notes=(*sheet.notes, f"Đã tách {len(lost)} chỗ chữ dính liền: {shown}"),
    )


def few_in_text(sheet: Sheet) -> Sheet:
    """The same for a text file, which an author may have typed."""
    return with_spaces(sheet, _SLIPS)


def parted(text: str) -> tuple[str, list[str]]:
    """A text (then NFC) with its lost spaces, and each word that was parted, as it reads now."""
    text = nfc(text)
    cuts = sorted({*lost_spaces(text), *_before_figures(text)})
    pieces, at = [], 0
    for cut in cuts:
        pieces.append(text[at:cut])
        at = cut
    whole = " ".join([*pieces, text[at:]])
    found = []
    for number, cut in enumerate(cuts):
        at = cut + number
        start, end = whole.rfind(" ", 0, at) + 1, whole.find(" ", at + 1)
        found.append(whole[start : end if end > 0 else None] if whole[at + 1].isalpha() else whole[start:at])
    return whole, found


def _before_figures(text: str) -> list[int]:
    words = _BEFORE_FIGURE.finditer(text)
    return [word.end() for word in words if ends_in_tone(word[0]) and is_syllable(word[0])]


def _texts(sheet: Sheet) -> list[str]:
    found = list(sheet.footnotes)
    for item in sheet.items:
        found += [item.text] if isinstance(item, Para) else [cell for row in item.rows for cell in row]
    return found


def _parted_item(item: Para | Table) -> Para | Table:
    if isinstance(item, Para):
        return replace(item, text=parted(item.text)[0])
    return replace(item, rows=tuple(tuple(parted(cell)[0] for cell in row) for row in item.rows))
