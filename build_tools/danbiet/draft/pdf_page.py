"""One page of a PDF → its rows of words with their places (points, from the lower left corner)."""

from __future__ import annotations

import io
import logging
import re
import statistics
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from danbiet.draft.pdf_signed import Signed, signed_on

SUPERSCRIPT = str.maketrans("0123456789*", "⁰¹²³⁴⁵⁶⁷⁸⁹*")
_GAP = 0.18  # of the size: room between two glyphs that is a space though no space was drawn


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn character: its place, size, weight and the height of its line."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    italic: bool
    alone: bool = False  # a word of its own, whatever stands near


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs without a space between them."""

    text: str
    x0: float
    x1: float
    size: float
    bold: bool
    italic: bool
    mark: bool = False  # a raised figure: the mark of a footnote


@dataclass(frozen=True, slots=True)
class Row:
    """The words on one line of one page, from left to right."""

    page: int
    base: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces; a footnote's mark as a raised figure."""
        text = ""
        after_mark = False
        for word in self.words:
            shown = word.text.translate(SUPERSCRIPT) if word.mark else word.text
            glued = not text or (after_mark and shown[0] in ",.;:)")
            text += shown if glued else " " + shown
            after_mark = word.mark
        return text

    @property
    def x0(self) -> float:
        """Where the first word begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where the last word ends."""
        return self.words[-1].x1

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return statistics.median_high([word.size for word in self.words for _ in word.text])

    @property
    def bold(self) -> bool:
        """Whether its words are in bold: nearly all, since a fallback font hides its weight."""
        letters = [word.bold for word in self.words for c in word.text if c.isalnum()]
        return bool(letters) and sum(letters) > 0.75 * len(letters)

    @property
    def italic(self) -> bool:
        """Whether all its words are in italics."""
        return all(word.italic for word in self.words)


@dataclass(frozen=True, slots=True)
class Box:
    """A drawn rectangle or line, as the rules of tables are."""

    x0: float
    y0: float
    x1: float
    y1: float
    stroked: bool = False


@dataclass(frozen=True, slots=True)
class PageContent:
    """What is drawn on one page."""

    number: int
    width: float
    height: float
    rows: tuple[Row, ...]
    boxes: tuple[Box, ...]
    images: int
    sideways: str = ""  # text that does not run along the page
    signatures: tuple[str, ...] = ()  # the words of each digital signature's box


def read_page(page: Any, number: int, signed: Signed) -> PageContent:
    """The rows, rules and number of pictures of a page that pdfminer has laid out (no LAParams).

    What was written at signing stands among the rows.
    """
    glyphs: list[Glyph] = []
    boxes: list[Box] = []
    images = 0
    sideways: list[str] = []
    for chars in signed.written:
        glyphs.extend(_in_one_piece([glyph for char in chars for glyph in _glyph(char)]))
    for item in _flat(page):
        if isinstance(item, LTChar):
            if item.upright or abs(item.matrix[1]) < 0.01:
                glyphs.extend(_glyph(item))
            else:
                sideways.append(item.get_text())
        elif isinstance(item, LTImage):
            images += 1
        else:
            x0, y0, x1, y1 = item.bbox
            boxes.append(Box(x0, y0, x1, y1, bool(item.stroke)))
    rows = tuple(row for row in _rows(glyphs, number) if row.words)
    return PageContent(
        number, page.width, page.height, rows, tuple(boxes), images, "".join(sideways), signed.boxes
    )


def _flat(container: Iterable[Any]) -> Iterator[Any]:
    for item in container:
        if isinstance(item, LTFigure):
            yield from _flat(item)
        elif isinstance(item, LTChar | LTCurve | LTImage):
            yield item


def _glyph(item: Any) -> Iterator[Glyph]:
    text = item.get_text()
    if not text or text == "\x00":
        return
    name = item.fontname.lower()
    # An underlined or shaded run keeps its size; a raised one is set smaller.
    yield Glyph(
        text, item.x0, item.x1, item.matrix[5], item.size, "bold" in name or "black" in name, "italic" in name
    )


def _in_one_piece(glyphs: list[Glyph]) -> Iterator[Glyph]:
    """The glyphs of a number written at signing as one: it covers the blanks that were left for it."""
    if glyphs:
        text = "".join(glyph.text for glyph in sorted(glyphs, key=lambda g: g.x0)).strip()
        yield replace(
            glyphs[0], text=text, x0=min(g.x0 for g in glyphs), x1=max(g.x1 for g in glyphs), alone=True
        )


def _rows(glyphs: list[Glyph], page: int) -> Iterator[Row]:
    """The glyphs by lines, from the top; a raised mark belongs to the line it hangs on."""
    lines: list[list[Glyph]] = []
    for glyph in sorted((g for g in glyphs if g.text.strip()), key=lambda g: -g.base):
        line = lines[-1] if lines else None
        if line and abs(line[0].base - glyph.base) <= 0.3 * max(line[0].size, glyph.size):
            line.append(glyph)
        else:
            lines.append([glyph])
    lines = _with_raised(lines)
    spaces = [g for g in glyphs if g.text.isspace()]
    for line in lines:
        base = statistics.median([g.base for g in line])
        near = [s for s in spaces if abs(s.base - base) <= 0.3 * max(s.size, 1)]
        yield Row(page, base, tuple(_words(line, near)))


def _with_raised(lines: list[list[Glyph]]) -> list[list[Glyph]]:
    """Lines that hold only small glyphs just above another line become a part of it."""
    merged: list[list[Glyph]] = []
    for line in lines:
        above = merged[-1] if merged else None
        size = max(g.size for g in line)
        if (
            above is not None
            and max(g.size for g in above) < 0.8 * size
            and above[0].base - line[0].base < 0.7 * size
            and all("".join(g.text).strip("0123456789*()[]") == "" for g in above)
        ):
            merged[-1] = above + line
        else:
            merged.append(line)
    return merged


def _words(line: list[Glyph], spaces: list[Glyph]) -> Iterator[Word]:
    size = statistics.median_high([g.size for g in line])
    base = statistics.median([g.base for g in line if g.size > 0.8 * size])
    run: list[Glyph] = []
    run_mark = False
    edges = sorted((s.x0 + s.x1) / 2 for s in spaces)
    for glyph in sorted(_marks_after_letters(line), key=lambda g: g.x0):
        mark = glyph.size < 0.8 * size and glyph.base > base + 0.1 * size and glyph.text in "0123456789*"
        if run:
            end = max(g.x1 for g in run)
            spaced = any(run[-1].x0 < edge < glyph.x1 and edge > run[-1].x0 + 0.1 for edge in edges) and any(
                end - 0.35 * size <= edge <= glyph.x0 + 0.35 * size for edge in edges
            )
            alone = glyph.alone or run[-1].alone
            if spaced or alone or glyph.x0 - end > _GAP * size or mark != run_mark:
                yield _word(run, run_mark)
                run = []
        run.append(glyph)
        run_mark = mark
    if run:
        yield _word(run, run_mark)


def _marks_after_letters(line: list[Glyph]) -> list[Glyph]:
    """Combining marks drawn by themselves, placed after the letter they were drawn with."""
    placed: list[Glyph] = []
    for glyph in line:
        if placed and unicodedata.combining(glyph.text[0]):
            last = placed[-1]
            placed[-1] = replace(last, text=last.text + glyph.text)
        else:
            placed.append(glyph)
    return placed


def _word(run: list[Glyph], mark: bool) -> Word:
    text = unicodedata.normalize("NFC", "".join(g.text for g in run))
    text = re.sub("[\ufb00-\ufb06]", lambda m: unicodedata.normalize("NFKC", m.group()), text)
    lettered = [g for g in run if g.text.isalnum()] or run
    return Word(
        text,
        run[0].x0,
        max(g.x1 for g in run),
        statistics.median_high([g.size for g in run]),
        sum(g.bold for g in lettered) * 2 > len(lettered),
        sum(g.italic for g in lettered) * 2 > len(lettered),
        mark,
    )


def pages_of(data: bytes) -> Iterator[PageContent]:
    """The pages of a PDF file."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its English is not for an officer
    resources = PDFResourceManager(caching=True)
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    for number, page in enumerate(PDFPage.get_pages(io.BytesIO(data))):
        interpreter.process_page(page)
        drawn = device.get_result()
        yield read_page(drawn, number, signed_on(page, interpreter, device))
