"""A Word file → Sheet: mammoth reads it, the paragraphs and tables of its HTML are what is printed."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace
from xml.etree import ElementTree as ET

import mammoth

from danbiet.draft import legacy, words
from danbiet.draft.closing import is_name
from danbiet.draft.docx_annotate import annotate
from danbiet.draft.html_items import items_of, without_tabs
from danbiet.draft.lines import lines_of
from danbiet.draft.problems import Unreadable
from danbiet.draft.record import Para, Sheet, Table
from danbiet.text import collapse, nfc

_STYLES = "\n".join(
    f"p.danbiet-{heading}{look} => p.h{heading}-{look}:fresh"
    for heading in range(10)
    for look in ("000", "001", "010", "011", "100", "101", "110", "111")
)


def read_docx(data: bytes) -> Sheet:
    """The paragraphs and tables of a .docx; raises Unreadable where it is none or is broken."""
    prepared, raw, notes = annotate(data)
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(prepared),
            style_map=_STYLES,
            include_default_style_map=True,
            convert_image=mammoth.images.img_element(lambda _image: {"src": ""}),
        ).value
        root = ET.fromstring(f"<body>{_entities(html)}</body>")
    except Exception as error:  # a broken file can fail anywhere inside mammoth; all of it means the same
        raise Unreadable(
            f"Tệp .docx không đọc được ({type(error).__name__})",
            "Mở bằng Word, lưu lại thành .docx rồi nhập lại",
        ) from None
    if root.find(".//img") is not None:
        notes.append("Văn bản có hình ảnh; bản nhập chỉ giữ chữ, cần xem lại chỗ có hình")
    if not any(c.isalpha() for c in raw):
        raise Unreadable(
            "Tệp Word không có chữ (chỉ có ảnh chụp?)",
            "Dùng tệp Word gốc có chữ; nếu chỉ có bản chụp, hãy nhận dạng chữ tiếng Việt (OCR) rồi nhập",
        )
    items, footnotes = items_of(root)
    items = _tabs_read(_flatten(items))
    items, code = _unicode(items)
    if code:
        notes.append(f"Chữ theo bảng mã cũ {code}, đã chuyển sang Unicode; cần soát lại tên riêng")
        raw = "\n".join(legacy.convert(raw.split("\n"))[0])
    return Sheet(
        items=tuple(items), footnotes=tuple(nfc(note) for note in footnotes), notes=tuple(notes), raw=raw
    )


def _entities(html: str) -> str:
    """The HTML as XML: empty elements closed, control signs gone."""
    closed = re.sub(r"<(img|br|hr)((?:\s[^<>]*?)?)\s*/?>", r"<\1\2/>", html)
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", closed)


def _flatten(items: Sequence[Para | Table]) -> list[Para | Table]:
    """Layout tables as lines: the letterhead's, the recipients', and frames of one cell."""
    flat: list[Para | Table] = []
    titled = False
    cell = 0
    for item in items:
        if isinstance(item, Table):
            if all(len(row) == 1 for row in item.rows) or _is_layout(item, titled=titled):
                for text_cell in _cells(item):
                    cell += 1
                    flat.extend(replace(para, cell=cell) for para in text_cell)
                    titled = titled or any(words.type_of(line.text) for line in lines_of(text_cell))
                continue
        elif words.type_of(collapse(item.text)):
            titled = True
        flat.append(item)
    return flat


def _tabs_read(items: Sequence[Para | Table]) -> list[Para | Table]:
    """The items without tabs; a closing that tabs set in two columns, one column after the other."""
    start = next((i for i, item in enumerate(items) if _opens_tabbed(item)), len(items))
    cell = 1 + max((item.cell for item in items if isinstance(item, Para)), default=0)
    left: list[Para] = []
    right: list[Para] = []
    at = start
    while at < len(items):
        item = items[at]
        if isinstance(item, Table) or item.cell or words.ANNEX.match(item.text.strip()):
            break
        if right and "\t" not in item.text and _is_signer(right[-1].text):
            break
        for line in item.text.split("\n"):
            near, _tab, far = line.partition("\t")
            if words.is_rule(near) and near:  # "-⇥Như trên;"
                near, far = f"{near} {far}", ""
            left += [replace(item, text=near.strip(), cell=cell)] if near.strip() else []
            far = collapse(far)
            right += [replace(item, text=far, cell=cell + 1)] if far else []
        at += 1
    whole = [*items[:start], *left, *right, *items[at:]]
    return [without_tabs(item) if isinstance(item, Para) else item for item in whole]


def _is_signer(text: str) -> bool:
    return is_name(text) and not words.begins_with(text, words.vocabulary().positions)


def _opens_tabbed(item: Para | Table) -> bool:
    """Whether "Nơi nhận:" stands before a tab, and the first line of a signature after it."""
    if isinstance(item, Table) or item.cell or not words.RECIPIENTS.match(item.text):
        return False
    far = collapse(item.text.split("\n")[0].partition("\t")[2])
    return bool(far) and words.is_upper(far)


def _cells(table: Table) -> list[list[Para]]:
    """Each cell's paragraphs once, though a merged cell stands in several places."""
    cells: list[list[Para]] = []
    seen: set[int] = set()
    for row in table.looks or ():
        for paras in row:
            if id(paras) not in seen and paras:
                seen.add(id(paras))
                cells.append(list(paras))
    return cells


def _is_layout(table: Table, *, titled: bool) -> bool:
    """Whether a table only sets letterhead or closing side by side."""
    lines = [collapse(line) for row in table.rows for cell in row for line in cell.split("\n")]
    if any(words.RECIPIENTS.match(line) for line in lines):
        return len(table.rows) <= 6
    if titled:
        return (
            any(words.AUTHORITY.match(line) and words.is_upper(line) for line in lines)
            and len(table.rows) <= 4
        )
    return any(words.is_nation(line) or words.is_motto(line) for line in lines) or (
        any(words.code_of(line) for line in lines) and len(table.rows) <= 6
    )


def _unicode(items: Sequence[Para | Table]) -> tuple[list[Para | Table], str | None]:
    """The items in NFC, old codes without a telling font converted by their look."""
    texts, code = legacy.convert([item.text if isinstance(item, Para) else "" for item in items])
    tidy: list[Para | Table] = []
    for item, text in zip(items, texts, strict=True):
        if isinstance(item, Para):
            tidy.append(replace(item, text=nfc(text)))
        else:
            tidy.append(Table(rows=tuple(tuple(nfc(cell) for cell in row) for row in item.rows)))
    return tidy, code
