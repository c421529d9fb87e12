"""viec.xlsx: the rows of the table as a workbook a clerk can filter."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from danbiet import words
from danbiet.feeds.table import COLUMNS, Address, Cell
from danbiet.text import xml_text

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_A4 = 9  # the number of the paper in the format
_LINE, _TALLEST = 15.0, 409.0  # points: a line of text, the most a row may have
_MOST_LINKS = 60_000  # a sheet that has more than 65,530 is called damaged
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold


def xlsx_bytes(table: Iterator[tuple[Cell, ...]], today: date, title: str, note: str) -> bytes:
    """A workbook with real dates, an auto filter and a frozen header; a second sheet says what it is."""
    rows = list(table)
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = datetime(today.year, today.month, today.day)
    book.properties.creator = title
    sheet: Any = book.create_sheet("Việc")
    sheet.freeze_panes = "A2"
    _for_paper(sheet)
    for number, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(rows) + 1}"
    sheet.append([_header(sheet, header) for header, _ in COLUMNS])
    cells = _Cells(sheet)
    for at, row in enumerate(rows, start=2):
        sheet.row_dimensions[at].height = _height(row)
        sheet.append([cells(number, cell) for number, cell in enumerate(row)])
    about: Any = book.create_sheet("Ghi chú")
    about.column_dimensions["A"].width = 110
    cells = _Cells(about)
    for line in (title, f"Tính đến ngày {words.day(today)}", *note.split("\n")):
        about.append([cells(0, line)])
    return _fixed(book, today)


def _header(sheet: WriteOnlyWorksheet, text: str) -> SheetCell:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


class _Cells:
    """The cells of a row. A sheet is written row by row, so one styled cell a column serves every row."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._dates: dict[int, SheetCell] = {}
        self._texts: dict[int, SheetCell] = {}
        self._links: dict[int, SheetCell] = {}
        self._linked = 0

    def __call__(self, column: int, value: Cell) -> SheetCell | None:
        if isinstance(value, str):
            cell = self._text(column, value)
            cell.value = xml_text(value)
            cell.data_type = "s"  # never a formula or an error, whatever the document's words begin with
            return cell
        if not isinstance(value, date):
            return self._number(column, value)
        fresh = column not in self._dates
        cell = self._styled(self._dates, column)
        if fresh:
            cell.number_format = "dd/mm/yyyy"
        cell.value = datetime(value.year, value.month, value.day)
        return cell

    def _text(self, column: int, value: str) -> SheetCell:
        if not isinstance(value, Address) or self._linked >= _MOST_LINKS:
            return self._styled(self._texts, column)
        self._linked += 1
        fresh = column not in self._links
        cell: Any = self._styled(self._links, column)
        if fresh:
            cell.font = Font(color="0563C1", underline="single")
        page, _, anchor = value.target.partition("#")
        cell.hyperlink = Hyperlink(ref="", target=page, location=anchor or None)
        return cast("SheetCell", cell)

    def _number(self, column: int, value: int | None) -> SheetCell | None:
        if value is None:
            return None
        cell = self._styled(self._texts, column)
        cell.value = value
        return cell

    def _styled(self, cells: dict[int, SheetCell], column: int) -> SheetCell:
        if column not in cells:
            cells[column] = WriteOnlyCell(self._sheet)
            cells[column].alignment = Alignment(wrap_text=True, vertical="top")
        return cells[column]


def _height(row: tuple[Cell, ...]) -> float:
    """Points a row needs to show its longest cell: not every program works that out on opening."""
    texts = (
        (len(cell), width) for cell, (_, width) in zip(row, COLUMNS, strict=True) if isinstance(cell, str)
    )
    return min(_TALLEST, _LINE * max((-(-length // (width - 1)) for length, width in texts), default=1))


def _for_paper(sheet: Any) -> None:
    """How the sheet prints: on its side, two pages wide, the header on each page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 2, 0
    sheet.print_title_rows = "1:1"


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
