"""Word files made on the spot: looks, numbers, changes, tables."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from danbiet import draft
from danbiet.draft.docx import read_docx
from danbiet.draft.problems import Unreadable
from danbiet.draft.record import Para, Table


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paras(document: Any) -> list[Para]:
    return [item for item in read_docx(saved(document)).items if isinstance(item, Para)]


def test_weight_is_that_of_nearly_all_letters() -> None:
    document = docx.Document()
    deadline = document.add_paragraph("1. Giao Văn phòng báo cáo trước ngày ")
    deadline.add_run("15/11/2025").bold = True
    heading = document.add_paragraph("I. ")
    heading.add_run("MỤC ĐÍCH, YÊU CẦU").bold = True
    assert [para.bold for para in paras(document)] == [False, True]


def test_weight_and_place_come_from_styles_too() -> None:
    document = docx.Document()
    style = document.styles.add_style("Đề mục của xã", 1)
    style.font.bold = True
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("KẾ HOẠCH", style="Đề mục của xã")
    document.add_heading("Nội dung", 2)
    first, second = paras(document)
    assert (first.bold, first.center) == (True, True)
    assert second.heading == 2


def test_merged_cells_are_repeated_and_cells_keep_their_paragraphs() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for y in range(2):
        for x in range(3):
            table.cell(y, x).text = f"{y}{x}"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "gộp"
    table.cell(1, 0).add_paragraph("đoạn hai")
    items = read_docx(saved(document)).items
    rows = (("00", "gộp", "gộp"), ("10\nđoạn hai", "11", "12"))
    assert [item.rows for item in items if isinstance(item, Table)] == [rows]


def test_moved_and_changed_text_is_the_text_as_it_stands() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Giữ ")
    for tag, text in (("moveTo", "đến "), ("moveFrom", "đi "), ("ins", "thêm "), ("fldSimple", "trường")):
        run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        paragraph._p.append(parse_xml(f"<w:{tag} {nsdecls('w')}>{run}</w:{tag}>"))
    assert paras(document)[0].text == "Giữ đến thêm trường"


def test_capitals_set_by_a_look_are_capitals() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Kế hoạch").font.all_caps = True
    assert paras(document)[0].text == "KẾ HOẠCH"


def test_a_file_saved_as_strict_is_read() -> None:
    document = docx.Document()
    document.add_paragraph("Kế hoạch năm 2025")
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document))) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            for kind in (b"wordprocessingml", b"officeDocument"):
                tail = b"/main" if kind == b"wordprocessingml" else b"/relationships"
                part = part.replace(usual + kind + b"/2006" + tail, strict + kind + tail)
            target.writestr(name, part)
    assert [i.text for i in read_docx(buffer.getvalue()).items if isinstance(i, Para)] == [
        "Kế hoạch năm 2025"
    ]


@pytest.mark.parametrize(
    ("names", "said"), [(["mimetype", "content.xml"], ".odt"), (["xl/workbook.xml"], ".docx")]
)
def test_other_packages_are_named(names: list[str], said: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    with pytest.raises(Unreadable) as caught:
        read_docx(buffer.getvalue())
    assert said in caught.value.message


def test_a_document_of_pictures_is_refused() -> None:
    found, issues = draft.read(saved(docx.Document()), "a.docx")
    assert found is None
    assert "OCR" in issues[0].remedy
