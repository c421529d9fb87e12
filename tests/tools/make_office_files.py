"""Make the office files under tests/draft/fixtures: each has quirks that real ones have.

Run by hand (``python tests/tools/make_office_files.py``); what it makes is committed, so that tests
need neither Chromium nor fonts. The documents are invented: no real ward, person or number.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parents[1] / "draft" / "fixtures"
FONTS = Path("/usr/share/fonts/truetype")
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


def nfd(text: str) -> str:
    """A part of a document typed with combining marks."""
    return unicodedata.normalize("NFD", text)


# ── Word ────────────────────────────────────────────────────────────────────────────────────


class Word:
    """A Word file being made, in the manner of offices: Times New Roman 14, looks set by hand."""

    def __init__(self) -> None:
        self.document = docx.Document()
        normal = self.document.styles["Normal"].font
        normal.name, normal.size = "Times New Roman", Pt(14)

    def line(self, text: str, *, bold: bool = False, center: bool = False, italic: bool = False) -> Any:
        """A paragraph in one look."""
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(text)
        run.bold, run.italic = bold, italic
        if center:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def title(self, kind: str, *lines: str) -> None:
        """Type name and subject, in bold and centred."""
        for text in (kind, *lines):
            self.line(text, bold=True, center=True)

    def columns(self, *cells: list[tuple[str, bool]]) -> Any:
        """A layout table of one row: each cell a list of (text, bold)."""
        table = self.document.add_table(rows=1, cols=len(cells))
        for cell, lines in zip(table.rows[0].cells, cells, strict=True):
            for at, (text, bold) in enumerate(lines):
                paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                paragraph.add_run(text).bold = bold
        return table

    def numbering(self, levels: list[tuple[str, str]]) -> Callable[..., None]:
        """Define an automatic list; the function returned adds a numbered paragraph to it."""
        part = self.document.part.numbering_part.element
        identifier = 90 + len(part.findall(qn("w:abstractNum")))
        inner = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for depth, (kind, text) in enumerate(levels)
        )
        abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identifier}">{inner}</w:abstractNum>'
        part.insert(0, parse_xml(abstract))
        part.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{identifier}"><w:abstractNumId w:val="{identifier}"/></w:num>'
            )
        )

        def add(depth: int, text: str, *, bold: bool = False) -> None:
            properties = self.line(text, bold=bold)._p.get_or_add_pPr()
            properties.append(
                parse_xml(
                    f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{identifier}"/></w:numPr>'
                )
            )

        return add

    def landscape(self) -> None:
        """A new section that lies on its side."""
        section = self.document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width

    def save(self, name: str) -> None:
        """Write the file, with a fixed date so that it changes only when its content does."""
        self.document.core_properties.author = ""
        self.document.save(str(ROOT / name))
        with zipfile.ZipFile(ROOT / name) as archive:
            _pack(ROOT / name, {part: archive.read(part) for part in archive.namelist()})


TASKS = [
    ["TT", "Nội dung nhiệm vụ", "Sản phẩm", "Thời hạn", "Đơn vị chủ trì", "Đơn vị phối hợp", "Theo dõi"],
    ["I", "Tuyên truyền", "Tuyên truyền", "Tuyên truyền", "Tuyên truyền", "Tuyên truyền", "Tuyên truyền"],
    [
        "1",
        "Phổ biến Luật Thực hiện dân chủ ở cơ sở",
        "Hội nghị",
        "Trước 30/6/2026",
        "Bộ phận Văn hóa",
        "MTTQ",
        "VP",
    ],
    ["2", "Niêm yết công khai", "Bảng tin", "Quý I/2026", "Văn phòng", "Các thôn", "VP"],
]


def task_table(word: Word) -> None:
    """The table of an annex, with a group's title merged over all columns and a merged last column."""
    table = word.document.add_table(rows=len(TASKS), cols=7)
    for y, row in enumerate(TASKS):
        for x, text in enumerate(row):
            if y != 1 or x < 2:
                table.cell(y, x).text = text
    table.cell(1, 1).merge(table.cell(1, 6))
    table.cell(3, 6).text = ""
    table.cell(2, 6).merge(table.cell(3, 6))


def ke_hoach_bang() -> None:
    """Letterhead over three columns with an empty one, blanks, NBSP, NFD, a footnote, an annex on its side."""
    word = Word()
    word.columns(
        [
            ("UBND HUYỆN SÔNG MÂY", False),
            ("ỦY BAN NHÂN DÂN", True),
            ("XÃ ĐỒI THÔNG", True),
            ("Số:      /KH-UBND", False),
        ],
        [("", False)],
        [(NATION, True), (MOTTO, True), ("Đồi Thông, ngày   tháng 12 năm 2025", False)],
    )
    word.title("KẾ HOẠCH", "Thực hiện dân chủ ở cơ sở", "trên địa bàn xã năm 2026")
    word.line(
        "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày\u00a010/11/2022; "
        "Nghị định số\u00a059/2023/NĐ-CP ngày\u00a014/8/2023 của Chính phủ;"
    )
    word.line(nfd("Ủy ban nhân dân xã ban hành Kế hoạch như sau:"))
    word.line("I. MỤC ĐÍCH, YÊU CẦU", bold=True)
    word.line("1. Mục đích", bold=True)
    footnoted = word.line("Phát huy quyền làm chủ của Nhân dân")
    footnoted.add_run(" theo Nghị quyết số 05-NQ/ĐU")
    vni_named = footnoted.add_run(" có hiệu quả và công khai.")
    vni_named.font.name = "VNI-Times"
    word.line("2. Yêu cầu", bold=True)
    word.line("- Bảo đảm thiết thực, hiệu quả.")
    word.line("- Không hình thức.")
    word.line("II. TỔ CHỨC THỰC HIỆN", bold=True)
    word.line("1. Giao Văn phòng HĐND và UBND theo dõi, đôn đốc, báo cáo UBND xã trước ngày 15/11/2026.")
    word.line("2. Các thôn xây dựng kế hoạch thực hiện.")
    word.line("a) Công khai")
    word.line("Niêm yết tại nhà văn hóa thôn.")
    word.line("đ) Thời gian: thường xuyên.")
    word.line("Trên đây là Kế hoạch thực hiện dân chủ ở cơ sở năm 2026./.")
    word.columns(
        [
            ("Nơi nhận:", True),
            ("- UBND huyện (b/c);", False),
            ("- TT Đảng ủy, HĐND xã;", False),
            ("- Lưu: VT.", False),
        ],
        [("", False)],
        [
            ("TM. ỦY BAN NHÂN DÂN", True),
            ("KT. CHỦ TỊCH", True),
            ("PHÓ CHỦ TỊCH", True),
            ("", False),
            ("Trần Thị Mai", True),
        ],
    )
    word.landscape()
    word.line("PHỤ LỤC", bold=True, center=True)
    word.line("DANH MỤC NHIỆM VỤ NĂM 2026", bold=True, center=True)
    word.line("(Kèm theo Kế hoạch số      /KH-UBND ngày   /12/2025)", italic=True, center=True)
    task_table(word)
    word.save("ke-hoach-bang.docx")


def danh_so_tu_dong() -> None:
    """Automatic numbers that restart in the annex; both sides in one cell; a task list by brackets."""
    word = Word()
    table = word.document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "ĐẢNG ỦY XÃ ĐỒI THÔNG\nBAN CHỈ ĐẠO\nSố: 07-KH/BCĐ"
    table.cell(0, 1).text = "ĐẢNG CỘNG SẢN VIỆT NAM\n\nĐồi Thông, ngày 05 tháng 01 năm 2026"
    word.title("KẾ HOẠCH", "thực hiện Quy chế dân chủ ở cơ sở năm 2026")
    word.line("Thực hiện Kế hoạch số 15-KH/HU ngày 02/01/2026 của Huyện ủy, Ban Chỉ đạo ban hành Kế hoạch:")
    add = word.numbering([("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")])
    add(0, "MỤC TIÊU", bold=True)
    add(1, "Mục tiêu chung", bold=True)
    word.line("Giữ vững ổn định.")
    add(1, "Mục tiêu cụ thể", bold=True)
    add(2, "Mỗi thôn có một bảng tin;")
    add(2, "Mỗi quý đối thoại một lần.")
    add(0, "NHIỆM VỤ", bold=True)
    add(1, "Tuyên truyền sâu rộng trong Nhân dân.")
    add(1, "Kiểm tra, giám sát hằng quý.")
    word.line("(1) Rà soát quy ước của thôn.")
    word.line("– Đơn vị chủ trì thực hiện: Công chức Tư pháp.")
    word.line("– Đơn vị phối hợp: Mặt trận Tổ quốc xã.")
    word.line("– Thời gian hoàn thành: trước ngày 30/9/2026.")
    closing = word.document.add_table(rows=1, cols=2)
    closing.cell(
        0, 0
    ).text = "Nơi nhận:\n- Ban Thường vụ Huyện ủy (để báo cáo),\n- Các thành viên Ban Chỉ đạo,\n- Lưu."
    closing.cell(0, 1).text = "T/M BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\n\nLê Văn Bình"
    word.document.add_page_break()
    word.line("PHỤ LỤC 1", bold=True, center=True)
    again = word.numbering([("upperRoman", "%1."), ("decimal", "%2.")])
    again(0, "BIỂU MẪU", bold=True)
    again(1, "Mẫu báo cáo quý.")
    word.save("danh-so-tu-dong.docx")


def cong_van() -> None:
    """An official letter: subject under the number, addressee, tracked changes, a text box."""
    word = Word()
    word.columns(
        [("ỦY BAN NHÂN DÂN", True), ("PHƯỜNG BẾN CÁT", True), ("Số: 124/UBND-VX", False),
         ("V/v tăng cường công khai", False), ("thủ tục hành chính", False)],
        [(NATION, True), (MOTTO, True), ("Bến Cát, ngày 09 tháng 02 năm 2026", False)],
    )  # fmt: skip
    word.line("Kính gửi: Các tổ dân phố trên địa bàn phường", center=True)
    changed = word.line("Thực hiện Công văn số 88/SNV-CCHC ngày 02/02/2026 của Sở Nội vụ, ")
    author = 'w:id="9" w:author="x" w:date="2026-02-01T00:00:00Z"'
    changed._p.append(
        parse_xml(f"<w:ins {nsdecls('w')} {author}><w:r><w:t>UBND phường yêu cầu </w:t></w:r></w:ins>")
    )
    changed._p.append(
        parse_xml(f"<w:del {nsdecls('w')} {author}><w:r><w:delText>đề nghị bỏ </w:delText></w:r></w:del>")
    )
    changed.add_run("niêm yết trước ngày 28/02/2026.")
    box = (
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>Đường dây nóng: Văn phòng UBND phường</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    word.line("Số điện thoại niêm yết tại trụ sở. ")._p.append(parse_xml(box))
    word.line("Đề nghị các tổ dân phố triển khai./.")
    word.columns(
        [("Nơi nhận:", True), ("- Như trên;", False), ("- Chủ tịch, các PCT", False), ("UBND phường;", False),
         ("- Lưu: VT, VX.", False)],
        [("TL. CHỦ TỊCH", True), ("KT. CHÁNH VĂN PHÒNG", True), ("PHÓ CHÁNH VĂN PHÒNG", True), ("(Đã ký)", False),
         ("Phạm Minh Đức", True)],
    )  # fmt: skip
    word.save("cong-van.docx")


VNI_LINES = [
    "I. MUÏC ÑÍCH, YEÂU CAÀU", "1. Muïc ñích",
    "Naâng cao nhaän thöùc cuûa caùn boä, coâng chöùc vaø Nhaân daân veà daân chuû ôû cô sôû.",
    "2. Yeâu caàu", "Vieäc thöïc hieän phaûi thieát thöïc, hieäu quaû, ñuùng quy ñònh.",
]  # fmt: skip


def chu_cu() -> None:
    """True VNI text in VNI-Times and TCVN3 in .VnTime, capitals in .VnTimeH."""
    word = Word()
    word.columns(
        [("ỦY BAN NHÂN DÂN", True), ("XÃ TÂN LẬP", True), ("Số: 12/KH-UB", False)],
        [(NATION, True), (MOTTO, True), ("Tân Lập, ngày 05 tháng 3 năm 2004", False)],
    )
    word.title("KẾ HOẠCH", "Thực hiện quy chế dân chủ ở xã năm 2004")
    for text in VNI_LINES:
        run = word.line(text, bold=text[0] in "I12").runs[0]
        run.font.name = "VNI-Times"
    for text, font in (
        ("II. tæ chøc thùc hiÖn", ".VnTimeH"),
        ("1. ñy ban nh©n d©n x· giao V¨n phßng theo dâi, b¸o c¸o tr­íc ngµy 30/11/2004.", ".VnTime"),
    ):
        run = word.line(text, bold=font.endswith("H")).runs[0]
        run.font.name = font
    word.columns(
        [("Nơi nhận:", True), ("- Huyện ủy;", False), ("- Lưu VP.", False)],
        [("TM. ỦY BAN NHÂN DÂN XÃ", True), ("CHỦ TỊCH", True), ("Đỗ Văn Hùng", True)],
    )
    word.save("chu-cu.docx")


def tieu_de_kieu() -> None:
    """Heading styles, footnotes, a soft hyphen, a letterhead typed as plain lines with tabs."""
    word = Word()
    word.line(f"SỞ NỘI VỤ\t{NATION}", bold=True)
    word.line(f"PHÒNG CẢI CÁCH\t{MOTTO}", bold=True)
    word.line("Số: 31/HD-PCC\tSông Mây, ngày 20/01/2026")
    word.title("HƯỚNG DẪN", "Chấm điểm thực hiện dân chủ")
    word.line("Để thống nhất cách chấm điểm, Phòng hướng dẫn như sau:")
    for text, depth in (("I. Nguyên tắc", 1), ("1. Công bằng", 2)):
        word.document.add_heading(text, depth)
    word.line("Chấm đúng thực\u00adtế, có minh chứng 5*3 [xem mục II](1) và tệp a_b_c.")
    word.document.add_heading("II. Thang điểm", 1)
    word.line("Tổng điểm là 100.")
    word.line("Nơi nhận:", bold=True)
    word.line("- Các xã, phường;")
    word.line("- Lưu: VT.")
    word.line("TRƯỞNG PHÒNG", bold=True)
    word.line("ThS. Nguyễn Thị Lan Anh", bold=True)
    word.save("tieu-de-kieu.docx")


def ghi_chu() -> None:
    """A real footnote, a field, a content control, a no-break hyphen, raised figures; no letterhead at all."""
    word = Word()
    word.title("KẾ HOẠCH", "Công tác dân vận năm 2025")
    paragraph = word.line("UBND xã Đồi Thông xây dựng Kế hoạch theo Nghị quyết số 05-NQ/ĐU")
    inner = [
        '<w:r {w}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>',
        "<w:r {w}><w:t>, Chỉ thị số 33</w:t><w:noBreakHyphen/><w:t>CT/TU</w:t></w:r>",
        '<w:sdt {w}><w:sdtContent><w:r><w:t xml:space="preserve"> trong ô nhập</w:t></w:r></w:sdtContent></w:sdt>',
        '<w:fldSimple {w} w:instr="DATE"><w:r><w:t xml:space="preserve"> và trường ngày,</w:t></w:r></w:fldSimple>',
        '<w:r {w}><w:t xml:space="preserve"> rộng 45 m</w:t></w:r>',
        '<w:r {w}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>',
        "<w:r {w}><w:t>.</w:t><w:br/><w:t>Dòng sau ngắt dòng.</w:t></w:r>",
    ]
    for xml in inner:
        paragraph._p.append(parse_xml(xml.replace("{w}", nsdecls("w"))))
    word.save("ghi-chu.docx")
    _add_footnote(ROOT / "ghi-chu.docx", "Nghị quyết về tăng cường công tác dân vận.")


def _add_footnote(path: Path, text: str) -> None:
    """Give a Word file a part for footnotes, which python-docx cannot make."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/></Types>'.encode()
    )
    relations = "word/_rels/document.xml.rels"
    parts[relations] = parts[relations].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
    )
    parts["word/footnotes.xml"] = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">'
        f'<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    ).encode()
    _pack(path, parts)


def _pack(path: Path, parts: dict[str, bytes]) -> None:
    """Write a Word file whose parts all bear one date."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            part = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            archive.writestr(part, data, zipfile.ZIP_DEFLATED)


# ── PDF ─────────────────────────────────────────────────────────────────────────────────────

PDF_HTML = """<!doctype html><html lang="vi"><meta charset="utf-8"><style>
@page {{ size: A4; margin: 20mm 15mm 20mm 30mm }}
@page ngang {{ size: A4 landscape; margin: 20mm }}
body {{ font: 13pt/1.35 "DejaVu Serif Condensed", "DejaVu Serif"; margin: 0 }}
p {{ margin: 0 0 6pt; text-align: justify; text-indent: 12.7mm }}
.dau, .cuoi {{ display: flex; justify-content: space-between }} .dau div, .cuoi div {{ text-align: center }}
.cuoi div:first-child {{ text-align: left; font-size: 11pt }} .cuoi {{ margin-top: 12pt }}
h1 {{ font-size: 14pt; text-align: center; margin: 12pt 0 }}
.d {{ font-weight: bold }} sup {{ font-size: 8pt; line-height: 0 }}
.cu {{ font-size: 10pt; text-indent: 0; border-top: .5pt solid; margin-top: 24pt }}
.treo {{ padding-left: 18mm; text-indent: -6mm }}
.ngang {{ page: ngang; break-before: page }} td, th {{ border: .5pt solid; padding: 2pt 4pt; vertical-align: top }}
table {{ border-collapse: collapse; width: 100%; font-size: 12pt }}
</style><body>{body}</body></html>"""


def pdf_from_html(name: str, body: str) -> None:
    """Print HTML with Chromium, as offices print from Word."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "p.html")
        page.write_text(PDF_HTML.format(body=body), encoding="utf-8")
        command = [
            "/usr/bin/chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
        ]
        command += ["--disable-background-networking", f"--print-to-pdf={ROOT / name}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=60)


def ke_hoach_in() -> None:
    """A plan of three pages: columns, wraps, footnote, hanging lists, annex table on its side."""
    long = (
        "Tiếp tục quán triệt, triển khai các văn bản của Trung ương, của tỉnh về thực hiện dân chủ ở cơ sở; nâng cao "
        "nhận thức của cán bộ, công chức và Nhân dân về dân chủ và thực hành dân chủ, bảo đảm phát huy quyền làm chủ "
        "của Nhân dân theo Nghị quyết số 09/2025/NQ-HĐND ngày 12/12/2025 của Hội đồng nhân dân tỉnh Quảng Thịnh"
    )
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in [TASKS[0], *TASKS[2:]]
    )
    body = (Path(__file__).parent / "office_plan.html").read_text(encoding="utf-8")
    pdf_from_html("ke-hoach-in.pdf", body.format(long=long, rows=rows))


def _fonts() -> None:
    for name, file in (
        ("Chu", "dejavu/DejaVuSerif.ttf"),
        ("ChuDam", "dejavu/DejaVuSerif-Bold.ttf"),
    ):
        pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))


def _draw(canvas: Canvas, lines: list[tuple[float, float, str, str, float]]) -> None:
    for x, y, text, font, size in lines:
        canvas.setFont(font, size * 0.85)
        canvas.drawString(x, y, text)


def lop_chu_loi() -> None:
    """A text layer with its slips: columns drawn line by line, broken numbers, lost spaces, Ð, NFD, stamps."""
    _fonts()
    canvas = Canvas(str(ROOT / "lop-chu-loi.pdf"), pagesize=A4, invariant=True)
    head = [
        (100, 780, "ỦY BAN NHÂN DÂN", "ChuDam", 12), (280, 780, NATION, "ChuDam", 12),
        (105, 765, "TỈNH LÂM SƠN", "Chu", 12), (335, 765, MOTTO, "ChuDam", 12),
        (110, 750, "SỞ NỘI VỤ", "ChuDam", 12),
        (85, 728, "Số:", "Chu", 13), (150, 728, "/SNV-CCHC&VTLT", "Chu", 13),
        (320, 728, "Lâm Sơn, ngày", "Chu", 13), (430, 728, "tháng", "Chu", 13), (485, 728, "năm 2025", "Chu", 13),
        (80, 708, "V/v hướng dẫn thực hiện", "Chu", 12), (80, 694, "dân chủ ở cơ sở", "Chu", 12),
        (220, 660, "Kính gửi: UBND các xã, phường", "Chu", 14),
    ]  # fmt: skip
    body = [
        (135, 630, "Căn cứ Luật Thực hiện dân chủ ở cơ sở và Công văn số 1849/BGDĐT-"),
        (85, 612, "GDPT ngày 06/5/2025 của BộGiáo dục và Đào tạo, Công văn số1866/BTP-PLHSHC của BộTư"),
        (85, 594, nfd("pháp về việc triển khai thực hiện; SởNội vụ đề nghị Ðảng ủy, UBND các xã chỉ đạo")),
        (85, 576, "thực hiện."),
        (135, 550, "1. Rà soát, báo cáo vềviệc thực hiện trước ngày 30/11/2025 theo Quyết định số"),
        (85, 532, "12/2025/QĐ-UBND ngày 03/3/2025 của UBND tỉnh về phân công nhiệm vụ của"),
        (85, 514, "các sở, ngành."),
    ]
    foot = [
        (85, 470, "Nơi nhận:", "ChuDam", 12), (380, 470, "KT. GIÁM ĐỐC", "ChuDam", 13),
        (85, 456, "- Như trên;", "Chu", 11), (372, 454, "PHÓ GIÁM ĐỐC", "ChuDam", 13),
        (85, 442, "- Lưu: VT, CCHC&VTLT.", "Chu", 11),
        (370, 380, "Vũ Quốc Khánh", "ChuDam", 14),
    ]  # fmt: skip
    _draw(canvas, head)
    _draw(canvas, [(x, y, text, "Chu", 13) for x, y, text in body])
    _draw(canvas, foot)
    _draw(canvas, [(85, 40, "2025-05-20T09:12:33+07:00", "Chu", 8)])
    canvas.showPage()
    _draw(
        canvas,
        [
            (290, 800, "2", "Chu", 13),
            (200, 770, "PHỤ LỤC", "ChuDam", 13),
            (85, 740, "Mẫu báo cáo của xã.", "Chu", 13),
        ],
    )
    _draw(canvas, [(85, 40, "2025-05-20T09:12:33+07:00", "Chu", 8)])
    canvas.showPage()
    canvas.save()


def nhieu_trang() -> None:
    """Running foot, page numbers in dashes, a table over two pages, the look of a digital signature."""
    _fonts()
    canvas = Canvas(str(ROOT / "nhieu-trang.pdf"), pagesize=A4, invariant=True)
    _draw(canvas, [
        (100, 790, "UBND XÃ ĐỒI THÔNG", "ChuDam", 13), (290, 790, NATION, "ChuDam", 12),
        (110, 772, "Số: 09/BC-UBND", "Chu", 13), (345, 772, MOTTO, "ChuDam", 12),
        (330, 752, "Đồi Thông, ngày 02 tháng 12 năm 2025", "Chu", 12),
        (380, 738, "Người ký: Ủy ban nhân dân xã Đồi Thông", "Chu", 7), (380, 730, "Email: xa@vi.du", "Chu", 7),
        (380, 722, "Thời gian ký: 02.12.2025 16:05:09 +07:00", "Chu", 7),
        (270, 700, "BÁO CÁO", "ChuDam", 14), (180, 682, "Kết quả thực hiện dân chủ ở cơ sở", "ChuDam", 14),
        (135, 650, "1. Người ký tên dưới đây báo cáo kết quả như sau.", "Chu", 13),
    ])  # fmt: skip
    _grid(
        canvas,
        600,
        [("TT", "Nội dung", "Kết quả"), ("1", "Họp thôn", "12 cuộc"), ("2", "Đối thoại", "04 cuộc")],
    )
    _draw(canvas, [(85, 30, "Báo cáo dân chủ xã Đồi Thông", "Chu", 9)])
    canvas.showPage()
    _draw(canvas, [(285, 805, "- 2 -", "Chu", 12)])
    _grid(canvas, 780, [("TT", "Nội dung", "Kết quả"), ("3", "Niêm yết", "20 lượt")])
    _draw(canvas, [
        (135, 690, "2. Báo cáo tiếp tục thực hiện trong năm sau.", "Chu", 13),
        (85, 650, "Nơi nhận:", "ChuDam", 12), (380, 650, "CHỦ TỊCH", "ChuDam", 13),
        (85, 636, "- HĐND xã;", "Chu", 11), (85, 622, "- Lưu: VT.", "Chu", 11),
        (365, 560, "Mai Văn Phúc", "ChuDam", 14), (85, 30, "Báo cáo dân chủ xã Đồi Thông", "Chu", 9),
    ])  # fmt: skip
    canvas.showPage()
    canvas.save()


def _grid(canvas: Canvas, top: float, rows: list[tuple[str, str, str]]) -> None:
    """A ruled table of three columns."""
    xs = (85.0, 130.0, 350.0, 530.0)
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            canvas.rect(xs[x], top - 22 * (y + 1), xs[x + 1] - xs[x], 22)
            _draw(canvas, [(xs[x] + 4, top - 22 * (y + 1) + 7, text, "ChuDam" if y == 0 else "Chu", 12)])


def cot_hep() -> None:
    """Quốc hiệu broken in a narrow column, a table without rules, two signers, recipients on the next page."""
    _fonts()
    canvas = Canvas(str(ROOT / "cot-hep.pdf"), pagesize=A4, invariant=True)
    _draw(canvas, [
        (105, 780, "UBND XÃ ĐỒI THÔNG - ỦY", "ChuDam", 12), (325, 780, "CỘNG HÒA XÃ HỘI CHỦ", "ChuDam", 12),
        (115, 765, "BAN MTTQ VIỆT NAM XÃ", "ChuDam", 12), (350, 765, "NGHĨA VIỆT NAM", "ChuDam", 12),
        (120, 750, "Số: 05/KHLT", "Chu", 12), (335, 750, MOTTO, "ChuDam", 12),
        (310, 735, "Đồi Thông, ngày 20 tháng 3 năm 2025", "Chu", 12),
        (250, 700, "KẾ HOẠCH LIÊN TỊCH", "ChuDam", 14), (210, 682, "Giám sát thực hiện dân chủ", "ChuDam", 14),
        (135, 650, "I. PHÂN CÔNG", "ChuDam", 13), (135, 632, "Phân công theo bảng sau:", "Chu", 13),
        (90, 610, "TT", "ChuDam", 12), (150, 610, "Nội dung", "ChuDam", 12), (330, 610, "Đơn vị", "ChuDam", 12),
        (440, 610, "Thời hạn", "ChuDam", 12),
        (92, 592, "1", "Chu", 12), (120, 592, "Niêm yết công khai tại trụ sở,", "Chu", 12),
        (320, 592, "Công chức", "Chu", 12), (440, 592, "Trước 30/3/2025", "Chu", 12),
        (120, 577, "nhà văn hóa các thôn", "Chu", 12), (320, 577, "Địa chính", "Chu", 12),
        (92, 559, "2", "Chu", 12), (120, 559, "Đối thoại với Nhân dân", "Chu", 12),
        (320, 559, "Văn phòng", "Chu", 12), (440, 559, "Tháng 9/2025", "Chu", 12),
        (135, 530, "Yêu cầu các đơn vị thực hiện./.", "Chu", 13),
        (95, 500, "TM. BAN THƯỜNG TRỰC", "ChuDam", 12), (350, 500, "TM. ỦY BAN NHÂN DÂN", "ChuDam", 12),
        (130, 484, "CHỦ TỊCH", "ChuDam", 12), (365, 484, "TRƯỞNG PHÒNG VĂN HÓA -", "ChuDam", 12),
        (410, 468, "XÃ HỘI", "ChuDam", 12),
        (115, 400, "Phạm Thị Hòa", "ChuDam", 13), (385, 400, "Bùi Văn Nam", "ChuDam", 13),
    ])  # fmt: skip
    canvas.showPage()
    _draw(canvas, [
        (290, 805, "2", "Chu", 13),
        (85, 780, "Nơi nhận:", "ChuDam", 12), (85, 766, "- UBND huyện;", "Chu", 11), (85, 752, "- Lưu: VT.", "Chu", 11),
    ])  # fmt: skip
    canvas.showPage()
    for place in ("thôn Một", "thôn Hai"):
        _draw(canvas, [
            (105, 780, "UBND XÃ ĐỒI THÔNG - ỦY", "ChuDam", 12), (325, 780, "CỘNG HÒA XÃ HỘI CHỦ", "ChuDam", 12),
            (115, 765, "BAN MTTQ VIỆT NAM XÃ", "ChuDam", 12), (350, 765, "NGHĨA VIỆT NAM", "ChuDam", 12),
            (85, 720, f"Mẫu báo cáo của {place}.", "Chu", 13),
        ])  # fmt: skip
        canvas.showPage()
    canvas.save()


def hai_cot_bang_tab() -> None:
    """Letterhead, recipients and signature set in two columns by tabs alone."""
    word = Word()
    for left, right in (("UBND XÃ BÌNH AN", NATION), ("VĂN PHÒNG", MOTTO)):
        word.line(f"\t{left}\t{right}", bold=True)
    word.line("\tSố: 14/TB-VP\tBình An, ngày 22 tháng 5 năm 2025")
    word.title("THÔNG BÁO", "Lịch tiếp công dân quý II năm 2025")
    word.line("Văn phòng thông báo lịch tiếp công dân như sau:")
    word.line("1.\tChủ tịch tiếp công dân vào ngày 10 hằng tháng.")
    word.line("Văn phòng thông báo để các đơn vị thực hiện./.")
    word.line("Nơi nhận:\tTL. CHỦ TỊCH", bold=True)
    word.line("- Như trên;\tCHÁNH VĂN PHÒNG")
    word.line("-\tĐài Truyền thanh xã;")
    word.line("- Lưu: VP.")
    word.line("\tCao Thị Ngọc Bích", bold=True)
    word.save("hai-cot-bang-tab.docx")


def ban_chup() -> None:
    """A scan: a picture of text and no text; and one with an OCR layer that knows no Vietnamese."""
    picture = Image.new("L", (600, 800), 255)
    ImageDraw.Draw(picture).text((50, 50), "UY BAN NHAN DAN", fill=0)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "a.png"))
        picture.save(path)
        for name, layer in (("ban-chup.pdf", []), ("nhan-dang-hong.pdf", OCR_LINES)):
            canvas = Canvas(str(ROOT / name), pagesize=A4, invariant=True)
            canvas.drawImage(path, 0, 0, *A4)
            _draw(canvas, [(60, 780 - 16 * at, text, "Helvetica", 11) for at, text in enumerate(layer)])
            canvas.showPage()
            canvas.save()


OCR_LINES = [
    "uY BAN NHAN DAN CQNG HOA XA HQI CHU NGHIA VIET NAM", "riNu LAM DONG DQc lap - Ty do - Hanh phuc",
    "s6.fi,lL /eD-UBND Ldm D6ng, ngdy 12 thdng 3 ndm 2025", "KE HOACH", "Thpc hiQn quy ch6 ddn chu 6 co so ndm 2025",
    "Cdn cu LuQt Thpc hiQn ddn chu 6 co so ngdy 10 thdng 11 ndm 2022",
]  # fmt: skip


# ── Text ────────────────────────────────────────────────────────────────────────────────────

PLAN_TEXT = """ỦY BAN NHÂN DÂN	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHƯỜNG HẢI ĐÔNG	Độc lập - Tự do - Hạnh phúc
Số: 18/KH-UBND	Hải Đông, ngày 07 tháng 3 năm 2025

KẾ HOẠCH
Thực hiện dân chủ ở cơ sở năm 2025

Căn cứ Luật Thực hiện dân chủ ở cơ sở năm 2022;
I. MỤC ĐÍCH
Nâng cao ý thức của cán bộ.
II. TỔ CHỨC THỰC HIỆN
1. Giao Văn phòng theo dõi, báo cáo trước ngày 15/11/2025.

Nơi nhận:
- Đảng ủy phường;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Bùi Thị Hạnh
"""


def van_ban_chu() -> None:
    """One plan in UTF-16, in Windows-1258, and partly in the old codes."""
    (ROOT / "utf-16.txt").write_bytes(PLAN_TEXT.replace("\n", "\r\n").encode("utf-16"))
    decomposed = "".join(map(_for_1258, PLAN_TEXT))
    (ROOT / "windows-1258.txt").write_bytes(decomposed.encode("cp1258"))
    (ROOT / "vni.txt").write_bytes("\n".join(VNI_LINES).encode("cp1252"))


def _for_1258(letter: str) -> str:
    """A letter as Windows-1258 writes it: its tone as a mark of its own where it has no code."""
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        base = unicodedata.normalize("NFD", letter)
        tones = [c for c in base if c in "\u0300\u0301\u0303\u0309\u0323"]
        rest = unicodedata.normalize("NFC", "".join(c for c in base if c not in tones))
        return rest + "".join(tones)
    return letter


def main() -> int:
    """Make every file."""
    ROOT.mkdir(parents=True, exist_ok=True)
    for make in (
        ke_hoach_bang,
        danh_so_tu_dong,
        cong_van,
        chu_cu,
        tieu_de_kieu,
        ghi_chu,
        ke_hoach_in,
        lop_chu_loi,
        nhieu_trang,
        cot_hep,
        hai_cot_bang_tab,
        ban_chup,
        van_ban_chu,
    ):
        make()
    return 0


if __name__ == "__main__":
    sys.exit(main())
