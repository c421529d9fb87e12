"""Whole office files, each with quirks of real ones: the draft as it should be, and nothing lost."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pdfminer.high_level import extract_text

from danbiet import draft
from danbiet.draft import completeness
from danbiet.issues import Severity
from danbiet.text import fold

FIXTURES = Path(__file__).parent / "fixtures"
GOLDEN = Path(__file__).parents[1] / "golden" / "draft"
READABLE = sorted(p.name for p in FIXTURES.iterdir() if p.name not in ("ban-chup.pdf", "nhan-dang-hong.pdf"))
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Their words are stored in an old code, so that the letters of the file are not those of the draft.
CONVERTED = {"chu-cu.docx", "vni.txt"}


@cache
def read(name: str) -> draft.Draft:
    found, _issues = draft.read((FIXTURES / name).read_bytes(), name)
    assert found is not None
    return found


def words_in_file(name: str) -> list[str]:
    """The words of a file by another road than the one under test."""
    data = (FIXTURES / name).read_bytes()
    if name.endswith(".pdf"):
        return completeness.words_of(extract_text(BytesIO(data)))
    if name.endswith(".docx"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = [n for n in archive.namelist() if n in ("word/document.xml", "word/footnotes.xml")]
            texts = [_word_text(ET.fromstring(archive.read(part))) for part in parts]
        return completeness.words_of("\n".join(texts))
    encoding = {"utf-16.txt": "utf-16", "windows-1258.txt": "cp1258"}[name]
    return completeness.words_of(data.decode(encoding))


def _word_text(root: ET.Element) -> str:
    breaks = {f"{_W}p", f"{_W}br", f"{_W}tab", f"{_W}noBreakHyphen"}
    return "".join(
        "\n" if e.tag in breaks else e.text or "" for e in root.iter() if e.tag in breaks or e.tag == f"{_W}t"
    )


def letters(words: list[str]) -> Counter[str]:
    """Letters and figures, raised ones as figures: what a PDF keeps however its words are cut."""
    return Counter(unicodedata.normalize("NFKC", fold("".join(words))))


@pytest.mark.parametrize("name", READABLE)
def test_draft_is_as_read_by_a_person(name: str) -> None:
    assert draft.compose(read(name)) == (GOLDEN / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in READABLE if name not in CONVERTED])
def test_nothing_is_lost(name: str) -> None:
    original, drafted = words_in_file(name), completeness.draft_words(read(name))
    if name.endswith(".pdf"):
        assert not letters(original) - letters(drafted)
    else:
        assert not Counter(original) - Counter(drafted)


@pytest.mark.parametrize("name", [name for name in READABLE if name not in CONVERTED])
def test_nothing_is_invented(name: str) -> None:
    invented = set(completeness.draft_words(read(name))) - set(words_in_file(name))
    allowed = {
        "ke-hoach-in.pdf": {"1"},
        "danh-so-tu-dong.docx": {"i", "ii", "1", "2", "a", "b"},  # automatic numbers
        "ghi-chu.docx": {"1"},  # the figure of a footnote
    }
    if name == "lop-chu-loi.pdf":
        whole = fold("".join(words_in_file(name)))
        assert all(fold(word) in whole for word in invented)
    else:
        assert invented <= allowed.get(name, set())


@pytest.mark.parametrize("name", ["utf-16.txt", "windows-1258.txt", "cong-van.docx", "tieu-de-kieu.docx"])
def test_words_of_the_body_keep_their_order(name: str) -> None:
    original = iter(words_in_file(name))
    assert all(word in original for word in completeness.words_of(read(name).body.replace("\\", "")))


@pytest.mark.parametrize("name", READABLE)
def test_no_doubt_about_completeness(name: str) -> None:
    assert not [doubt for doubt in read(name).doubts if "thiếu chữ" in doubt]


@pytest.mark.parametrize(
    ("name", "said"),
    [("ban-chup.pdf", "bản chụp"), ("nhan-dang-hong.pdf", "uY BAN NHAN DAN")],
)
def test_scan_is_refused_with_what_to_do(name: str, said: str) -> None:
    found, issues = draft.read((FIXTURES / name).read_bytes(), name)
    assert found is None
    assert [issue.severity for issue in issues] == [Severity.ERROR]
    assert said in issues[0].message
    assert re.search(r"\.docx|OCR", issues[0].remedy)


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.txt", "trống"),
        (b"\xd0\xcf\x11\xe0abc", "a.doc", ".docx"),
        (b"{\\rtf1}", "a.rtf", ".docx"),
        (b"\x89PNG\r\n", "a.png", ".docx"),
        (b"RIFF\x10\x00\x00\x00WEBP", "a.webp", "ảnh"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(range(32)) * 9, "a.heic", ".heic"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html><p>x", "a.html", "trang web"),
        (b'<?xml version="1.0"?>\n<html xmlns:o="x"><p>x', "a.doc", "trang web"),
        (b"PK\x03\x04rest", "a.docx", "nhập lại"),
        (b"%PDF-1.4 broken", "a.pdf", ".docx"),
        ("---\ntrích yếu: x\n---\n\nThân".encode(), "a.md", "plans/"),
    ],
)
def test_unreadable_files_say_what_to_do(data: bytes, name: str, said: str) -> None:
    found, issues = draft.read(data, name)
    assert found is None
    assert said in f"{issues[0].message} {issues[0].remedy}"
