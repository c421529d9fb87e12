"""What digital signatures draw over a page: the number and day written at signing, and their own boxes.

Offices sign a PDF whose number and day are blank; both are then drawn as the appearance of a signature
field (NĐ 30/2020, Phụ lục I, mục II.3: số, and the day of signing), and so stand outside the page's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTFigure
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1

_HIDDEN = 0b100010  # flags of an annotation: hidden, not shown on a screen
_OWN = -1  # no object of a file has this number
_WRITTEN = re.compile(r"\d{1,5}[a-zđ]?", re.IGNORECASE)  # a number or a day, and nothing else


@dataclass(frozen=True, slots=True)
class Signed:
    """What belongs to the page's text, the characters of each number or day, and the words of other boxes."""

    written: tuple[tuple[LTChar, ...], ...]
    boxes: tuple[str, ...]


def signed_on(page: PDFPage, interpreter: PDFPageInterpreter, device: PDFPageAggregator) -> Signed:
    """What the signature fields of a page show; a turned page has none that are read."""
    written: list[tuple[LTChar, ...]] = []
    boxes: list[str] = []
    for appearance, place in _appearances(page) if not page.rotate else ():
        chars = tuple(_drawn(page, interpreter, device, appearance, place))
        text = "".join(char.get_text() for char in chars)
        if _WRITTEN.fullmatch("".join(text.split())):
            written.append(chars)
        elif text.strip():
            boxes.append(text)
    return Signed(tuple(written), tuple(boxes))


def _appearances(page: PDFPage) -> Iterator[tuple[PDFStream, str]]:
    """Each shown appearance of a signature field, and the operator that puts it in its place."""
    for reference in resolve1(page.annots) or ():
        field = resolve1(reference)
        if not isinstance(field, dict) or getattr(resolve1(field.get("FT")), "name", "") != "Sig":
            continue
        look = resolve1((resolve1(field.get("AP")) or {}).get("N"))
        if not isinstance(look, PDFStream) or int(resolve1(field.get("F")) or 0) & _HIDDEN:
            continue
        box, rect = _numbers(look.get("BBox")), _numbers(field.get("Rect"))
        if len(box) == len(rect) == 4 and box[2] != box[0] and box[3] != box[1]:
            across = (rect[2] - rect[0]) / (box[2] - box[0])
            up = (rect[3] - rect[1]) / (box[3] - box[1])
            left, low = rect[0] - box[0] * across, rect[1] - box[1] * up
            yield look, f"q {across:.5f} 0 0 {up:.5f} {left:.5f} {low:.5f} cm /Look Do Q"


def _numbers(value: Any) -> list[float]:
    return [float(resolve1(number)) for number in resolve1(value) or ()]


def _drawn(
    page: PDFPage, interpreter: PDFPageInterpreter, device: PDFPageAggregator, look: PDFStream, place: str
) -> Iterator[LTChar]:
    """The characters an appearance draws, where they stand on the page."""
    matrix = (1, 0, 0, 1, -page.mediabox[0], -page.mediabox[1])
    drawing = PDFStream({}, place.encode())
    drawing.set_objid(_OWN, 0)  # what has no number of its own is taken for an inline image
    device.begin_page(page, matrix)
    interpreter.render_contents({"XObject": {"Look": look}}, [drawing], ctm=matrix)
    device.end_page(page)
    yield from _chars(device.get_result())


def _chars(container: Any) -> Iterator[LTChar]:
    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTFigure):
            yield from _chars(item)
