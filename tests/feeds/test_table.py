"""viec.csv and viec.xlsx, read back by other readers."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from danbiet import feeds
from danbiet.feeds import workbook
from danbiet.feeds.table import COLUMNS, Address, csv_bytes
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
    assert row["Ngày báo cáo gần nhất"] == "2024-05-18"
    assert row["Báo cáo gần nhất"].startswith("Văn phòng UBND phường Mẫu: đã hoàn thành. Đã gửi")
    assert row["Đo được bằng thời hạn, con số hoặc sản phẩm"] == "có"
    assert row["Địa chỉ"] == "https://mau.example.invalid/kh/ke-hoach/2024/dan-chu/#viec-00000001"
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
    assert rest[-1][HEADERS.index("Đo được bằng thời hạn, con số hoặc sản phẩm")] == "không"


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
    assert sheet.auto_filter.ref == f"A1:V{sheet.max_row}"
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


@pytest.mark.parametrize(
    ("today", "reported", "confirmed"),
    [
        ("2024-05-17", "", False),
        ("2024-05-18", "2024-05-18", False),
        ("2024-05-29", "2024-05-18", False),
        ("2024-05-30", "2024-05-18", True),
    ],
)
def test_what_is_said_on_the_day_is_in_it_and_what_is_said_after_it_is_not(
    site: Site, settings: Settings, today: str, reported: str, confirmed: bool
) -> None:
    then = artifact(replace(site, today=date.fromisoformat(today)), settings, "viec.csv")
    _, first, *_ = list(csv.reader(io.StringIO(then.decode("utf-8-sig"), newline="")))
    assert first[HEADERS.index("Ngày báo cáo gần nhất")] == reported
    assert bool(first[HEADERS.index("Báo cáo gần nhất")]) is bool(reported)
    assert bool(first[HEADERS.index("Xác nhận")]) is confirmed


def test_links_can_be_followed(site: Site, settings: Settings) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(artifact(site, settings, "viec.xlsx")))["Việc"]
    for row in range(2, sheet.max_row + 1):
        cell = sheet.cell(row, HEADERS.index("Địa chỉ") + 1)
        assert f"{cell.hyperlink.target}#{cell.hyperlink.location}" == cell.value
        assert cell.hyperlink.ref == cell.coordinate
    evidence = sheet.cell(2, HEADERS.index("Minh chứng") + 1).hyperlink
    assert evidence.target == "https://mau.example.invalid/kh/du-lieu/tien-do/minh-chung/bc-12.pdf"
    confirmed = sheet.cell(2, HEADERS.index("Xác nhận") + 1).hyperlink
    assert confirmed.target.endswith("/minh-chung/bb-3.pdf")


def test_without_a_public_address_the_place_within_the_site_is_told(
    site: Site, without_address: Settings
) -> None:
    text = artifact(site, without_address, "viec.csv").decode("utf-8-sig")
    assert "../" not in text
    first = next(csv.DictReader(io.StringIO(text, newline="")))
    assert first["Địa chỉ"] == "ke-hoach/2024/dan-chu/#viec-00000001"
    assert first["Minh chứng"] == "Báo cáo số 12 (du-lieu/tien-do/minh-chung/bc-12.pdf)"
    book = openpyxl.load_workbook(io.BytesIO(artifact(site, without_address, "viec.xlsx")))
    assert all(cell.hyperlink is None for row in book["Việc"] for cell in row)
    assert "địa chỉ trong bảng tính từ trang đầu" in book["Ghi chú"]["A5"].value


def test_links_stop_before_a_sheet_is_called_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_LINKS", 2)
    row = (*[None] * (len(COLUMNS) - 1), Address("trang", "https://a.example/#x"))
    made = workbook.xlsx_bytes(iter([row] * 4), date(2024, 1, 1), "Mẫu", "")
    sheet = openpyxl.load_workbook(io.BytesIO(made))["Việc"]
    assert [bool(sheet.cell(row, len(COLUMNS)).hyperlink) for row in range(2, 6)] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["viec.csv", "viec.xlsx"])
def test_another_office_reads_days_as_days(name: str, site: Site, settings: Settings, tmp_path: Path) -> None:
    """LibreOffice writes real dates in the format asked for; what is text it leaves as it stands."""
    (tmp_path / name).write_bytes(artifact(site, settings, name))
    reading = ["--infilter=CSV:44,34,76,1,,1066,false,true"] if name.endswith(".csv") else []
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", *reading),
            *("--convert-to", "fods", "--outdir", str(tmp_path), str(tmp_path / name)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    sheet = (tmp_path / "viec.fods").read_text("utf-8")
    for day in ("2024-05-20", "2024-05-18", "2024-06-01"):
        assert f'office:value-type="date" office:date-value="{day}"' in sheet
    assert "=Tổng hợp; báo cáo, ngày 31 hàng tháng" in sheet
    assert "table:formula" not in sheet
    assert ("xlink:href" in sheet) is name.endswith(".xlsx")


@pytest.mark.parametrize("mark", ["\x0b", "\ufffe", "\uffff"])
def test_characters_that_xml_cannot_write_do_not_break_the_workbook(mark: str) -> None:
    row: tuple[workbook.Cell, ...] = (f"Báo cáo{mark} kết quả",)
    data = workbook.xlsx_bytes(
        iter([row + (None,) * (len(COLUMNS) - 1)]), date(2024, 7, 1), "Xã", f"Ghi{mark} chú"
    )
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book["Việc"]["A2"].value == "Báo cáo kết quả"
