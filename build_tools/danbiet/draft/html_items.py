"""mammoth's HTML → paragraphs, tables with merged cells repeated, and notes."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

from danbiet.draft.record import Para, Table

_CLASS = re.compile(r"^h(\d)-([01])([01])([01])$")
_SUPERSCRIPT = str.maketrans("0123456789*", "⁰¹²³⁴⁵⁶⁷⁸⁹*")
_TAB = re.compile(r" ?(?:\t ?)+")
_SPACE = re.compile("[ \u00a0\u2000-\u200a\u202f\r\f\v]+")


def items_of(root: ET.Element) -> tuple[list[Para | Table], list[str]]:
    """The paragraphs and tables of a document, and its foot- and endnotes with their figures."""
    items: list[Para | Table] = []
    notes: list[str] = []
    for element in root:
        if element.tag == "ol" and any(
            (li.get("id") or "").startswith(("footnote", "endnote")) for li in element
        ):
            notes.extend(_notes(element))
        else:
            items.extend(_blocks(element))
    return items, [note.replace("\t", " ") for note in notes]


def _notes(element: ET.Element) -> list[str]:
    notes = []
    for at, li in enumerate(element, start=1):
        text = " ".join(_inline(p) for p in li.iter("p")).replace("↑", "").strip()
        if text:
            notes.append(f"{str(at).translate(_SUPERSCRIPT)} {_tidy(text)}")
    return notes


def _blocks(element: ET.Element) -> list[Para | Table]:
    if element.tag == "table":
        return [_table(element)]
    if element.tag in ("ul", "ol", "div", "blockquote"):
        return [block for child in element for block in _blocks(child)]
    if element.tag == "li":
        inner = [
            block for child in element for block in _blocks(child) if child.tag in ("p", "ul", "ol", "table")
        ]
        own = _tidy(_inline(element, skip=("p", "ul", "ol", "table")))
        return ([Para(text=own)] if own else []) + inner
    text = _tidy(_inline(element))
    if not text:
        return []
    found = _CLASS.match(element.get("class") or "")
    if not found:
        heading = int(element.tag[1]) if re.fullmatch(r"h[1-6]", element.tag) else 0
        return [Para(text=text, heading=heading)]
    heading, bold, italic, center = (int(part) for part in found.groups())
    return [Para(text=text, bold=bool(bold), italic=bool(italic), center=bool(center), heading=heading)]


def _inline(element: ET.Element, skip: tuple[str, ...] = ()) -> str:
    """The words of an element; a note's reference as a raised figure."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "br":
            parts.append("\n")
        elif child.tag == "sup":
            inner = _inline(child).strip()
            bare = inner.strip("[]")
            raised = bare.translate(_SUPERSCRIPT) if re.fullmatch(r"[\d*]+", bare) else inner
            parts.append(f" {raised} " if child.find(".//a") is not None else raised)
        elif child.tag not in skip:
            parts.append(_inline(child))
            if child.tag == "p":
                parts.append("\n")
        parts.append(child.tail or "")
    return "".join(parts)


def _tidy(text: str) -> str:
    """Spaces made one, no-break ones too; forced breaks and tabs kept, no space before a stop after a figure."""
    lines = (_TAB.sub("\t", _SPACE.sub(" ", line)).rstrip().strip(" ") for line in text.split("\n"))
    tidied = "\n".join(line for line in lines if line)
    return re.sub(r" (?=[,.;:)](?:\s|$))", "", tidied) if re.search("[⁰¹²³⁴-⁹] [,.;:)]", tidied) else tidied


def _table(element: ET.Element) -> Table:
    """A table on its grid, the cell that covers several places repeated in each."""
    grid: dict[tuple[int, int], list[Para]] = {}
    height = 0
    for y, row in enumerate(element.iter("tr")):
        x = 0
        height = y + 1
        for cell in row:
            while (y, x) in grid:
                x += 1
            paras = [block for child in cell for block in _blocks(child)]
            flat = [p for block in paras for p in ([block] if isinstance(block, Para) else _lines(block))]
            flat = [without_tabs(p) for p in flat]
            for dy in range(int(cell.get("rowspan", "1"))):
                for dx in range(int(cell.get("colspan", "1"))):
                    grid[y + dy, x + dx] = flat
            x += int(cell.get("colspan", "1"))
    width = max((x for _y, x in grid), default=-1) + 1
    looks = [[grid.get((y, x), []) for x in range(width)] for y in range(height)]
    rows = tuple(tuple("\n".join(p.text for p in paras) for paras in row) for row in looks)
    return Table(rows=rows, looks=looks)


def without_tabs(para: Para) -> Para:
    """A paragraph with its tabs as spaces."""
    if "\t" not in para.text:
        return para
    return replace(para, text="\n".join(line.replace("\t", " ").strip() for line in para.text.split("\n")))


def _lines(table: Table) -> list[Para]:
    """A table inside a cell: a line for each row."""
    return [Para(text=" ".join(cell.replace("\n", " ") for cell in row)) for row in table.rows]
