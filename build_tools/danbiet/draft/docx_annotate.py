"""A Word file made ready for mammoth: numbers counted out, old codes converted, looks kept as style names.

mammoth reads text, tables, notes, text boxes and tracked changes well, but gives neither automatic
numbers nor weight inherited from styles nor centring; those are written into the file first.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from danbiet.draft import legacy
from danbiet.draft.docx_numbering import Numbering, W, read_numbering
from danbiet.draft.docx_styles import Look, Styles
from danbiet.draft.problems import Unreadable

_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_MAIN_TYPE = "/officeDocument"
# Files saved as "Strict Open XML" differ in the names of their vocabularies alone.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)  # fmt: skip
_WRAPPERS = (f"{W}moveTo", f"{W}fldSimple", f"{W}customXml", f"{W}dir", f"{W}bdo")
_GONE = (f"{W}moveFrom", f"{W}del")
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MAX_PART = 80_000_000  # bytes of one part: a file that unpacks to more is no office's document


def annotate(data: bytes) -> tuple[bytes, str, list[str]]:
    """The file with its looks written in, all the words it shows, and notes in Vietnamese."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(info.file_size > MAX_PART for info in archive.infolist()):
                raise Unreadable("Tệp Word quá lớn", "Kiểm tra lại tệp, bỏ ảnh lớn rồi lưu lại")
            parts = {name: _transitional(archive.read(name)) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError):
        raise Unreadable("Tệp .docx hỏng, không mở được", "Mở bằng Word, lưu lại rồi nhập lại") from None
    try:
        return _annotated(parts, _main_part(parts))
    except (ET.ParseError, ValueError):
        raise Unreadable(
            "Tệp .docx hỏng, nội dung không đọc được", "Mở bằng Word, lưu lại rồi nhập lại"
        ) from None


def _transitional(part: bytes) -> bytes:
    """A part of the file in the vocabulary that Word and mammoth use."""
    if b"purl.oclc.org" in part:
        for strict, usual in _STRICT:
            part = part.replace(strict, usual)
    return part


def _main_part(parts: dict[str, bytes]) -> str:
    """The name of the part that holds the document's text."""
    for relation in ET.fromstring(parts.get("_rels/.rels", b"<none/>")):
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith(_MAIN_TYPE) and target in parts and target.startswith("word/"):
            return target
    if "mimetype" in parts:
        raise Unreadable(
            "Tệp .odt chưa đọc được", "Mở bằng Word hoặc LibreOffice, chọn Lưu thành .docx rồi nhập lại"
        )
    raise Unreadable("Tệp không phải văn bản Word (.docx)", "Dùng tệp .docx, .pdf có chữ, .txt hoặc .md")


def _annotated(parts: dict[str, bytes], main: str) -> tuple[bytes, str, list[str]]:
    styles = Styles(parts.get("word/styles.xml"))
    numbering = read_numbering(parts.get("word/numbering.xml"))
    roots = {name: ET.fromstring(parts[name]) for name in (main, *_NOTES) if name in parts}
    for root in roots.values():
        _unwrap(root)
    notes = _convert_fonts(roots.values(), styles)
    for name, root in roots.items():
        for paragraph in _paragraphs(root):
            look = styles.of_paragraph(paragraph)
            if name == main:
                _number(paragraph, look, numbering)
            _name_style(paragraph, look, styles)
        parts[name] = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    raw = "\n".join(_shown(root) for root in roots.values())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue(), raw, notes


def _unwrap(root: ET.Element) -> None:
    """Moved and wrapped text as plain text, deleted text gone, one of two alternatives."""
    for parent in list(root.iter()):
        children: list[ET.Element] = []
        for child in list(parent):
            if child.tag in _GONE:
                continue
            if child.tag in _WRAPPERS:
                children.extend(inner for inner in child if inner.tag not in _GONE)
            else:
                children.append(child)
        if len(children) != len(parent) or any(a is not b for a, b in zip(children, parent, strict=False)):
            parent[:] = children


def _paragraphs(root: ET.Element) -> Iterator[ET.Element]:
    return root.iter(f"{W}p")


def _runs(paragraph: ET.Element) -> Iterator[ET.Element]:
    """The runs of a paragraph that are its own: not those of a text box in it."""
    for child in paragraph:
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in (f"{W}pPr", f"{W}p"):
            yield from _runs(child)


def _text(run: ET.Element) -> str:
    return "".join(child.text or "" for child in run if child.tag == f"{W}t")


def _convert_fonts(roots: Iterable[ET.Element], styles: Styles) -> list[str]:
    """Convert runs set in fonts of an old code, where all text in that font is in the code."""
    by_font: dict[str, list[ET.Element]] = defaultdict(list)
    for root in roots:
        for paragraph in _paragraphs(root):
            look = styles.of_paragraph(paragraph)
            for run in _runs(paragraph):
                font = styles.of_run(run, look).font or ""
                if legacy.code_of_font(font) and _text(run).strip():
                    by_font[font].append(run)
    notes: list[str] = []
    families: dict[str, list[str]] = defaultdict(list)
    for font in by_font:
        families[legacy.code_of_font(font) or ""].append(font)
    for code, fonts in families.items():
        whole = " ".join(_text(run) for font in fonts for run in by_font[font])
        if not legacy.is_really(whole, code):
            continue
        for font in fonts:
            for run in by_font[font]:
                for piece in run:
                    if piece.tag == f"{W}t" and piece.text and not legacy.UNICODE_ONLY.search(piece.text):
                        piece.text = legacy.from_font(piece.text, font)
        notes.append(f"Chữ theo bảng mã cũ {code} (phông {fonts[0]}), đã chuyển sang Unicode; cần soát lại")
    return notes


def _number(paragraph: ET.Element, look: Look, numbering: Numbering) -> None:
    """Write a paragraph's automatic number before its words."""
    if not look.num_id or look.num_id == "0" or not any(_text(run).strip() for run in _runs(paragraph)):
        return
    mark = numbering.next(look.num_id, look.depth or 0)
    properties = paragraph.find(f"{W}pPr")
    number = None if properties is None else properties.find(f"{W}numPr")
    if properties is not None and number is not None:
        properties.remove(number)
    if not mark:
        return
    run = ET.Element(f"{W}r")
    ET.SubElement(run, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}).text = mark + " "
    paragraph.insert(1 if properties is not None else 0, run)


def _name_style(paragraph: ET.Element, look: Look, styles: Styles) -> None:
    """Keep a paragraph's look as the name of its style: ``danbiet-<heading><b><i><c>``."""
    runs = [(run, styles.of_run(run, look)) for run in _runs(paragraph)]
    letters = [(sum(c.isalnum() for c in _text(run)), run_look) for run, run_look in runs]
    total = sum(count for count, _look in letters)
    # Nearly all, since a number or a stop is often left in another weight than its heading.
    bold = sum(count for count, run_look in letters if run_look.bold) > 0.85 * total
    italic = sum(count for count, run_look in letters if run_look.italic) > 0.85 * total
    for run, run_look in runs:
        if run_look.caps:
            for piece in run:
                if piece.tag == f"{W}t" and piece.text:
                    piece.text = piece.text.upper()
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = ET.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    style = properties.find(f"{W}pStyle")
    if style is None:
        style = ET.Element(f"{W}pStyle")
        properties.insert(0, style)
    number = properties.find(f"{W}numPr")
    if number is not None:
        properties.remove(number)
    style.set(f"{W}val", f"danbiet-{look.heading}{bold:d}{italic:d}{bool(look.center):d}")


def _shown(root: ET.Element) -> str:
    """All words a part shows, paragraph by paragraph; of two alternatives the one mammoth reads."""
    parts: list[str] = []

    def walk(element: ET.Element) -> None:
        if element.tag == f"{_COMPATIBILITY}AlternateContent":
            fallback = element.find(f"{_COMPATIBILITY}Fallback")
            chosen = fallback if fallback is not None else element
            for child in chosen:
                walk(child)
            return
        if element.tag == f"{W}t":
            parts.append(element.text or "")
        elif element.tag in (f"{W}p", f"{W}br", f"{W}cr", f"{W}tab"):
            parts.append("\n")
        elif element.tag == f"{W}noBreakHyphen":
            parts.append("-")
        for child in element:
            walk(child)

    walk(root)
    return "".join(parts)
