"""viec.xlsx: the rows of the table as a workbook a clerk can filter."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.writer.excel import ExcelWriter

from danbiet import words
from danbiet.feeds.table import COLUMNS, Cell

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold


def xlsx_bytes(table: Iterator[tuple[Cell, ...]], today: date, title: str, note: str) -> bytes:
    """A workbook with real dates, an auto filter and a frozen header; a second sheet says what it is."""
    rows = list(table)
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = datetime(today.year, today.month, today.day)
    book.properties.creator = title
    sheet: Any = book.create_sheet("Việc")
    sheet.freeze_panes = "A2"
    for number, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(rows) + 1}"
    sheet.append([_header(sheet, header) for header, _ in COLUMNS])
    cells = _Cells(sheet)
    for row in rows:
        sheet.append([cells(number, cell) for number, cell in enumerate(row)])
    about: Any = book.create_sheet("Ghi chú")
    about.column_dimensions["A"].width = 110
    for line in (title, f"Tính đến ngày {words.day(today)}", *note.split("\n")):
        about.append([_Cells(about)(0, line)])
    return _fixed(book, today)


def _header(sheet: WriteOnlyWorksheet, text: str) -> SheetCell:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


class _Cells:
    """The cells of a row. A sheet is written row by row, so a column's dated cell serves every row."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._dates: dict[int, SheetCell] = {}

    def __call__(self, column: int, value: Cell) -> SheetCell | str | int | None:
        if isinstance(value, str):
            return self._words(ILLEGAL_CHARACTERS_RE.sub("", value))
        if not isinstance(value, date):
            return value
        if column not in self._dates:
            self._dates[column] = WriteOnlyCell(self._sheet)
        cell = self._dates[column]
        cell.value = datetime(value.year, value.month, value.day)
        cell.number_format = "dd/mm/yyyy"
        return cell

    def _words(self, text: str) -> SheetCell | str:
        if not text.startswith(("=", "#")):
            return text
        cell = WriteOnlyCell(self._sheet, value=text)
        cell.data_type = "s"  # never a formula or an error, whatever the document's words begin with
        return cell


def _fixed(book: Workbook, today: date) -> bytes:
    """The workbook's bytes, equal for equal input: openpyxl writes the clock into it."""
    loose = io.BytesIO()
    with zipfile.ZipFile(loose, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        ExcelWriter(book, archive).save()
    packed = io.BytesIO()
    day = f"{today.isoformat()}T00:00:00Z".encode()
    with (
        zipfile.ZipFile(loose) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + day + rb"\g<2>", content)
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return packed.getvalue()
