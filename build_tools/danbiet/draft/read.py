"""An office's file → Draft: by what the bytes are, not by what the name says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from danbiet.draft import completeness, words
from danbiet.draft.body import to_markdown
from danbiet.draft.closing import read_closing
from danbiet.draft.decode import decode
from danbiet.draft.issuer import infer_issuer
from danbiet.draft.letterhead import read_head
from danbiet.draft.letterhead_reading import Reading
from danbiet.draft.plain import Heal, read_plain
from danbiet.draft.problems import Unreadable
from danbiet.draft.record import Draft, Para, Sheet, Table
from danbiet.draft.spaces import few_in_text, with_spaces
from danbiet.issues import Issue, Severity
from danbiet.text import collapse

RULE = "nhap-van-ban"
NO_YEAR = "Không rõ năm ban hành"
_PAGE = re.compile(
    rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.S
)


def read(data: bytes, name: str, heal: Heal | None = None) -> tuple[Draft | None, list[Issue]]:
    """The draft of one file, or nothing and an error that names what to do.

    ``data`` are the file's bytes, ``name`` its file name (its ending decides only where the bytes do
    not), ``heal`` makes paragraphs of a text with hard line wraps (``parse.heal``). The issues hold
    one note for each doubt, and the error where the file cannot be read.
    """
    try:
        sheet = _sheet(data, name, heal)
    except Unreadable as problem:
        return None, [_issue(name, Severity.ERROR, problem.message, problem.remedy)]
    draft = draft_of(sheet, name)
    remedy = "Đối chiếu với bản gốc rồi sửa trong tệp vừa tạo"
    return draft, [_issue(name, Severity.NOTE, doubt, remedy) for doubt in draft.doubts]


def _issue(name: str, severity: Severity, message: str, remedy: str) -> Issue:
    return Issue(rule=RULE, severity=severity, path=name, message=message, remedy=remedy, line=1, column=0)


def _sheet(data: bytes, name: str, heal: Heal | None) -> Sheet:
    ending = name.lower().rpartition(".")[2]
    # What reads Word and PDF takes a third of a second to load, and every command loads this room.
    if data[:1024].lstrip().startswith(b"%PDF") or b"%PDF-" in data[:1024]:
        from danbiet.draft.pdf import read_pdf

        return with_spaces(read_pdf(data))
    if data.startswith(b"PK\x03\x04"):
        from danbiet.draft.docx import read_docx

        return read_docx(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(
            "Tệp Word kiểu cũ (.doc) hoặc đặt mật khẩu, chưa đọc được",
            "Mở bằng Word hoặc LibreOffice, chọn Lưu thành .docx rồi nhập lại",
        )
    if data.startswith(b"{\\rtf"):
        raise Unreadable(
            "Tệp .rtf chưa đọc được", "Mở bằng Word hoặc LibreOffice, chọn Lưu thành .docx rồi nhập lại"
        )
    if _PAGE.match(data[:2000]):
        raise Unreadable(
            "Tệp là trang web (HTML), chưa đọc được",
            "Mở bằng Word hoặc LibreOffice, chọn Lưu thành .docx rồi nhập lại",
        )
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"RIFF")):
        raise Unreadable(
            "Tệp là ảnh chụp, không có chữ để đọc",
            "Nhập từ tệp Word (.docx) của văn bản, hoặc từ tệp PDF xuất từ Word",
        )
    if not data.strip():
        raise Unreadable("Tệp trống", "Chọn lại tệp có nội dung")
    odd = sum(byte < 0x20 and byte not in b"\t\n\r\f" for byte in data[:4000])
    if ending not in ("txt", "md", "markdown", "text", "") and odd * 20 > len(data[:4000]):
        raise Unreadable(f"Không đọc được tệp .{ending}", "Dùng tệp .docx, .pdf có chữ, .txt hoặc .md")
    text, notes = decode(data)
    if re.match(r"\ufeff?---\s*\n(?:.*\n)*?---\s*(?:\n|$)", text[:20000]):
        raise Unreadable(
            "Tệp đã là kế hoạch có phần khai báo ở đầu, không cần nhập", "Chép thẳng tệp vào plans/<năm>/"
        )
    return few_in_text(read_plain(text, notes, heal))


def draft_of(sheet: Sheet, name: str) -> Draft:
    """The draft of what stands on a document's pages."""
    reading, rest = read_head([_seen(item) for item in sheet.items])
    closing, body_items = read_closing(rest)
    stamps = tuple(dict.fromkeys(sheet.stamps))
    infer_issuer(reading, body_items)
    footnotes: list[Para | Table] = [Para(text=text) for text in sheet.footnotes]
    body = to_markdown([*body_items, *footnotes])
    year = _year(reading, body_items)
    doubts = [*sheet.notes, *reading.doubts, *closing.doubts, *_missing(reading, year)]
    if not closing.closing.recipients:
        doubts.append("Không tìm thấy nơi nhận")
    draft = Draft(
        source_name=name,
        head=reading.head,
        closing=closing.closing,
        body=body,
        year=year,
        stamps=stamps,
        inferred=reading.inferred,
        left_out=(*sheet.left_out, *reading.left_out, *closing.left_out),
        doubts=tuple(doubts),
    )
    return completeness.checked(draft, sheet.raw)


_UNSEEN = str.maketrans("\u2010\u2011", "--", "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


def _seen(item: Para | Table) -> Para | Table:
    """An item without the characters that nobody sees (soft hyphens, direction marks)."""
    if isinstance(item, Para):
        return replace(item, text=item.text.translate(_UNSEEN))
    return replace(item, rows=tuple(tuple(cell.translate(_UNSEEN) for cell in row) for row in item.rows))


_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.IGNORECASE)


def _year(reading: Reading, items: Sequence[Para | Table]) -> int | None:
    """The year of issue, or the one year the subject names, said to be inferred."""
    if reading.head.issued:
        return reading.head.issued.year
    if reading.head.date_line is None and (carrier := _carrier(reading, items)):
        issued = words.date_of(carrier["date"])
        if issued and issued[0]:
            reading.head = replace(reading.head, issued=issued[0])
            reading.inferred["ngày ban hành"] = f"theo văn bản ban hành kèm: {collapse(carrier['by'])}"
            return issued[0].year
    if numbered := re.search(r"/(20\d\d)/", reading.head.code or ""):
        reading.inferred["năm"] = "theo năm trong số ký hiệu, văn bản không ghi ngày ban hành"
        return int(numbered[1])
    years = set(_YEAR.findall(reading.head.subject or ""))
    if len(years) == 1:
        reading.inferred["năm"] = "theo năm nêu trong trích yếu, văn bản không ghi ngày ban hành"
        return int(years.pop())
    return None


_CARRIED = re.compile(
    r"(?:ban hành )?kèm theo "
    r"(?P<by>(?:quyết định|nghị quyết|chỉ thị|công văn|tờ trình)\s+số\s*:?\s*\d[^,;()]{0,40}?),?\s+"
    r"(?P<date>ngày\s+\d{1,2}\s*(?:tháng\s+\d{1,2}\s+năm\s+\d{4}|[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}))",
    re.IGNORECASE,
)


def _carrier(reading: Reading, items: Sequence[Para | Table]) -> re.Match[str] | None:
    """The decision that issues the document ("Ban hành kèm theo Quyết định số … ngày …"), near its title."""
    near = [item.text for item in items[:3] if isinstance(item, Para)]
    text = " ".join([reading.head.subject or "", *(kept.text for kept in reading.kept), *near])
    return _CARRIED.search(collapse(text))


def _missing(reading: Reading, year: int | None) -> list[str]:
    """What a plan must have and the document does not state."""
    head = reading.head
    found = []
    if not head.subject:
        found.append("Không tìm thấy trích yếu (tên văn bản)")
    if not head.issuer:
        found.append("Không tìm thấy cơ quan ban hành ở phần đầu văn bản")
    if head.code is None:
        found.append("Không tìm thấy số ký hiệu")
    if head.date_line is None:
        found.append("Không tìm thấy dòng địa danh, ngày tháng năm ban hành")
    if year is None:
        found.append(NO_YEAR)
    for key, why in reading.inferred.items():
        found.append(f"“{key}” là suy ra: {why}")
    return found
