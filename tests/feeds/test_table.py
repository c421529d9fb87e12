"""viec.csv and viec.xlsx, read back by other readers."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from danbiet import feeds
from danbiet.feeds.table import COLUMNS, csv_bytes
from danbiet.model import Site
from danbiet.output import Settings

HEADERS = [header for header, _ in COLUMNS]


def artifact(site: Site, settings: Settings, name: str) -> bytes:
    return next(one.content for one in feeds.artifacts(site, settings) if one.address == f"du-lieu/{name}")


def test_csv_opens_right_in_excel(site: Site, settings: Settings) -> None:
    raw = artifact(site, settings, "viec.csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    header, first, *rest = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert header == HEADERS
    row = dict(zip(header, first, strict=True))
    assert row["Thời hạn"] == "2024-05-20"
    assert row["Đơn vị"] == "Văn phòng"
    assert row["Tình trạng"] == "đã xác nhận"
    assert row["Báo cáo gần nhất"].startswith("18/5/2024, Văn phòng UBND phường Mẫu: đã hoàn thành. Đã gửi")
    assert row["Minh chứng"] == (
        "Báo cáo số 12 (https://mau.example.invalid/kh/du-lieu/tien-do/minh-chung/bc-12.pdf)"
    )
    assert row["Xác nhận"] == (
        "30/5/2024, Ban Thanh tra nhân dân phường Mẫu: đúng như báo cáo "
        "(3/BB, https://mau.example.invalid/kh/du-lieu/tien-do/minh-chung/bb-3.pdf)"
    )
    assert rest[0][HEADERS.index("Báo cáo gần nhất")] == ""
    assert len(rest) == 10 + 1  # ten months from March on, and the duty without a deadline
    assert rest[-1][HEADERS.index("Thời hạn (nguyên văn)")] == "kế hoạch không nêu thời hạn"


def test_no_cell_of_the_csv_is_run_as_a_formula(site: Site, settings: Settings) -> None:
    text = artifact(site, settings, "viec.csv").decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_would_be_a_formula_begins_with_an_apostrophe(words: str) -> None:
    assert f"'{words}".encode() in csv_bytes(iter([(words,)]))


def test_xlsx_has_real_dates_a_filter_and_a_frozen_header(site: Site, settings: Settings) -> None:
    raw = artifact(site, settings, "viec.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(raw))
    sheet = book["Việc"]
    assert [cell.value for cell in sheet[1]] == HEADERS
    due = sheet.cell(2, HEADERS.index("Thời hạn") + 1)
    assert due.is_date
    assert due.value == datetime(2024, 5, 20)
    assert due.number_format == "dd/mm/yyyy"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:T{sheet.max_row}"
    assert sheet.column_dimensions["G"].width == 70
    assert book["Ghi chú"]["A2"].value == "Tính đến ngày 01/6/2024"


def test_xlsx_can_be_read_on_screen_and_on_paper(site: Site, settings: Settings) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(artifact(site, settings, "viec.xlsx")))["Việc"]
    assert all(cell.alignment.wrap_text for row in sheet for cell in row if isinstance(cell.value, str))
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (2, 0)
    assert sheet.print_title_rows == "$1:$1"
    heights = [sheet.row_dimensions[row].height for row in range(2, sheet.max_row + 1)]
    assert all(15 <= height <= 409 for height in heights)


def test_words_that_look_like_a_formula_stay_words(site: Site, settings: Settings) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(artifact(site, settings, "viec.xlsx")))["Việc"]
    cell = sheet.cell(3, HEADERS.index("Nội dung việc (nguyên văn)") + 1)
    assert (cell.data_type, str(cell.value)[0]) == ("s", "=")


def test_the_workbook_holds_no_clock(site: Site, settings: Settings) -> None:
    with zipfile.ZipFile(io.BytesIO(artifact(site, settings, "viec.xlsx"))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2024-06-01T00:00:00Z") == 2


def test_what_is_said_after_the_day_is_not_in_it_yet(site: Site, settings: Settings) -> None:
    early = replace(site, today=date(2024, 5, 19))
    _, first, *_ = list(
        csv.reader(io.StringIO(artifact(early, settings, "viec.csv").decode("utf-8-sig"), newline=""))
    )
    assert first[HEADERS.index("Báo cáo gần nhất")].startswith("18/5/2024")
    assert first[HEADERS.index("Xác nhận")] == ""
    earlier = replace(site, today=date(2024, 5, 17))
    _, first, *_ = list(
        csv.reader(io.StringIO(artifact(earlier, settings, "viec.csv").decode("utf-8-sig"), newline=""))
    )
    assert first[HEADERS.index("Báo cáo gần nhất")] == ""
