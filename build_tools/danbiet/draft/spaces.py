"""Spaces that a text layer lost between two syllables, set again before anything is read."""

from __future__ import annotations

from dataclasses import replace

from danbiet.draft.record import Para, Sheet, Table
from danbiet.syllables import lost_spaces, respaced

_SLIPS = 3  # so few are an author's own, and stay


def with_spaces(sheet: Sheet) -> Sheet:
    """The sheet with the spaces its text layer lost, and a note that says how many and shows one.

    A few glued words are the author's slips and stay as they are.
    """
    lost = [found for text in _texts(sheet) for found in _glued(text)]
    if len(lost) <= _SLIPS:
        return sheet
    note = (
        f"Lớp chữ của tệp mất {len(lost)} dấu cách giữa hai chữ, đã tách lại, "
        f"thí dụ “{lost[0]}” thành “{respaced(lost[0])}”"
    )
    return replace(
        sheet,
        items=tuple(_respaced(item) for item in sheet.items),
        footnotes=tuple(respaced(text) for text in sheet.footnotes),
        notes=(*sheet.notes, note),
    )


def _texts(sheet: Sheet) -> list[str]:
    found = list(sheet.footnotes)
    for item in sheet.items:
        found += [item.text] if isinstance(item, Para) else [cell for row in item.rows for cell in row]
    return found


def _glued(text: str) -> list[str]:
    return [word for word in text.split() if lost_spaces(word)]


def _respaced(item: Para | Table) -> Para | Table:
    if isinstance(item, Para):
        return replace(item, text=respaced(item.text))
    looks = item.looks and [
        [[replace(para, text=respaced(para.text)) for para in cell] for cell in row] for row in item.looks
    ]
    return replace(item, rows=tuple(tuple(respaced(cell) for cell in row) for row in item.rows), looks=looks)
