"""A PDF with a text layer → Sheet: letterhead and closing by columns, paragraphs by the margins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

from danbiet.draft import legacy
from danbiet.draft.pdf_closing import closing_end, closing_paras, closing_start
from danbiet.draft.pdf_columns import take_unruled
from danbiet.draft.pdf_head import head_paras, head_rows, holds_nation
from danbiet.draft.pdf_layout import (
    Frame,
    frame_of,
    paragraphs,
)
from danbiet.draft.pdf_margins import clear, times
from danbiet.draft.pdf_page import PageContent, Row, pages_of
from danbiet.draft.pdf_tables import PLACE, merged, place_of, take_tables
from danbiet.draft.problems import Unreadable
from danbiet.draft.record import Dropped, LeftOut, Para, Sheet, Table
from danbiet.text import nfc

_WHAT_TO_DO = (
    "Nhập từ tệp Word (.docx) của văn bản hoặc tệp PDF xuất thẳng từ Word; nếu chỉ có bản chụp, "
    "hãy nhận dạng chữ tiếng Việt (OCR), soát lại, lưu thành .docx hoặc .txt rồi nhập"
)
_MARKED = re.compile("[À-ỹ]")
_FEW = 25  # words: fewer on a page with a picture are not a text layer
_SHOWN = 6
_COLUMNS = 2  # of a letterhead, of a closing
_ANNEX = 100  # no document numbers so many cells before its annex


def read_pdf(data: bytes) -> Sheet:
    """The paragraphs of a PDF; raises Unreadable for a scan, a useless text layer, a locked file."""
    try:
        pages = list(pages_of(data))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise Unreadable(
            "Tệp PDF đặt mật khẩu, không đọc được", "Bỏ mật khẩu của tệp hoặc dùng tệp Word rồi nhập lại"
        ) from None
    except Exception as error:  # a broken file can fail anywhere inside pdfminer; all of it means the same
        raise Unreadable(
            f"Tệp PDF hỏng hoặc không đúng định dạng ({type(error).__name__})", _WHAT_TO_DO
        ) from None
    _refuse_scan(pages)
    pages, code = _unicode(pages)
    raw = "\n".join([row.text for page in pages for row in page.rows] + [page.sideways for page in pages])
    tables: list[Table] = []
    for at, page in enumerate(pages):
        pages[at], found = take_tables(page, len(tables))
        tables += found
        pages[at], found = take_unruled(pages[at], len(tables))
        tables += found
    margins = clear(pages)
    items, repeated = _with_tables(_items(margins.rows, pages), tables)
    margins.left_out += [LeftOut(head, Dropped.RUNNING_HEAD) for head in repeated]
    notes = [f"Chữ trong tệp theo bảng mã cũ {code}, đã chuyển sang Unicode"] if code else []
    return Sheet(
        items=tuple(_tidy(items)),
        footnotes=tuple(nfc(note) for note in margins.footnotes),
        stamps=(*margins.stamps, *(time for page in pages for box in page.signatures for time in times(box))),
        left_out=tuple(margins.left_out),
        notes=tuple(notes),
        raw=raw,
    )


def _refuse_scan(pages: Sequence[PageContent]) -> None:
    """Refuse a scan, and a text layer made without knowledge of Vietnamese."""
    text = [word.text for page in pages for row in page.rows for word in row.words]
    if len(text) < _FEW:
        raise Unreadable("Tệp PDF là bản chụp (ảnh), không có lớp chữ để đọc", _WHAT_TO_DO)
    plain = " ".join(text)
    if legacy.is_tcvn3(plain) or legacy.is_vni(plain):
        return
    lettered = [word for word in text if sum(c.isalpha() for c in word) > 1]
    marked = sum(bool(_MARKED.search(word)) for word in lettered)
    unmapped = plain.count("(cid:")
    if marked < 0.35 * len(lettered) or unmapped > len(text) // 10:
        sample = " ".join(text[:_SHOWN])
        raise Unreadable(
            f"Lớp chữ của tệp PDF không dùng được, không phải chữ Việt đọc được: “{sample}”", _WHAT_TO_DO
        )


def _unicode(pages: Sequence[PageContent]) -> tuple[list[PageContent], str | None]:
    """The pages with rows of an old code in Unicode, and the code's name if there were some."""
    lines, code = legacy.convert([row.text for page in pages for row in page.rows])
    if code is None:
        return list(pages), None
    converted = iter(lines)
    changed = []
    for page in pages:
        rows = []
        for row in page.rows:
            texts = next(converted).split(" ")
            if len(texts) == len(row.words):
                words_of_row = zip(row.words, texts, strict=True)
                row = replace(row, words=tuple(replace(word, text=text) for word, text in words_of_row))
            rows.append(row)
        changed.append(replace(page, rows=tuple(rows)))
    return changed, code


def _items(rows: Sequence[Row], pages: Sequence[PageContent]) -> list[Para | Table]:
    """Letterhead, text, closing and annexes in reading order."""
    if not rows:
        return []
    width = {page.number: page.width for page in pages}
    frames = _frames(rows, width)
    first = [row for row in rows if row.page == rows[0].page]
    cut = head_rows(first)
    items: list[Para | Table] = [*head_paras(first[:cut])]
    rest = list(rows[cut:])
    cells = _COLUMNS
    # The document's own closing, then those of the forms in its annexes.
    while (start := closing_start(rest, width[rest[0].page] if rest else 0.0)) is not None:
        end = closing_end(rest, start, width[rest[start].page])
        items += _text(rest[:start], frames)
        items += closing_paras(rest[start:end], width[rest[start].page], cells)
        rest = rest[end:]
        cells += _COLUMNS
    return [*items, *_text(rest, frames)]


def _text(rows: Sequence[Row], frames: dict[int, Frame]) -> list[Para]:
    """The paragraphs of the text; a letterhead that an annex prints again by its columns."""
    found: list[Para] = []
    at = 0
    for index, row in enumerate(rows):
        if index < at or not holds_nation(row):
            continue
        page = [later for later in rows[index:] if later.page == row.page]
        count = head_rows(page)
        if count:
            found += paragraphs(rows[at:index], frames)
            found += head_paras(page[:count], before=_ANNEX)
            at = index + count
    return [*found, *paragraphs(rows[at:], frames)]


def _frames(rows: Sequence[Row], width: Mapping[int, float]) -> dict[int, Frame]:
    """The margins of each page: one frame for all pages of a width, since a last page may hold a few words."""
    frames: dict[int, Frame] = {}
    for size in {round(width[row.page]) for row in rows}:
        alike = [row for row in rows if round(width[row.page]) == size and not row.text.startswith(PLACE)]
        frame = frame_of(alike) if alike else Frame(0.0, float(size))
        frames |= {number: frame for number in width if round(width[number]) == size}
    return frames


def _with_tables(
    items: Sequence[Para | Table], tables: Sequence[Table]
) -> tuple[list[Para | Table], list[str]]:
    """The items with the tables in their places, one that runs over a page's end in one piece.

    Also the heads of tables that were printed again on the next page.
    """
    placed: list[Para | Table] = []
    repeated: list[str] = []
    for item in items:
        number = place_of(item.text) if isinstance(item, Para) else None
        table = item if number is None else tables[number]
        last = placed[-1] if placed else None
        if isinstance(table, Table) and isinstance(last, Table) and (whole := merged(last, table)):
            placed[-1] = whole
            if len(whole.rows) < len(last.rows) + len(table.rows):
                repeated.append(" ".join(table.rows[0]))
        else:
            placed.append(table)
    return placed, repeated


def _tidy(items: Sequence[Para | Table]) -> list[Para | Table]:
    """The items in NFC."""
    return [
        replace(item, text=nfc(item.text))
        if isinstance(item, Para)
        else Table(rows=tuple(tuple(nfc(cell) for cell in row) for row in item.rows))
        for item in items
    ]
