"""PDF files made on the spot: margins, columns, old codes, files that cannot be read."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from danbiet import draft
from danbiet.draft.pdf import read_pdf
from danbiet.draft.problems import Unreadable
from danbiet.draft.record import Para

TCVN3 = [
    (100, 780, "ñy ban nh©n d©n"), (300, 780, "céng hßa x· héi chñ nghÜa viÖt nam"),
    (110, 765, "x· t©n lËp"), (340, 765, "§éc lËp - Tù do - H¹nh phóc"),
    (110, 745, "Sè: 12/KH-UB"), (320, 745, "T©n LËp, ngµy 05 th¸ng 3 n¨m 2004"),
    (135, 700, "Uû ban nh©n d©n x· giao V¨n phßng theo dâi, b¸o c¸o viÖc thùc hiÖn quy chÕ"),
    (85, 682, "d©n chñ ë x·, ®Þnh kú hµng quý vµ khi cã yªu cÇu cña Phßng Néi vô huyÖn."),
]  # fmt: skip


def pdf(lines: list[tuple[float, float, str]], **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True, **options)
    canvas.setFont("Helvetica", 12)
    for x, y, text in lines:
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_a_layer_in_an_old_code_is_converted_before_it_is_read() -> None:
    drafted, _issues = draft.read(pdf(TCVN3), "a.pdf")
    assert drafted is not None
    assert drafted.head.code == "12/KH-UB"
    assert drafted.head.place == "Tân Lập"
    assert "giao Văn phòng theo dõi, báo cáo việc thực hiện quy chế dân chủ ở xã, định kỳ" in drafted.body
    assert any("TCVN3" in doubt for doubt in drafted.doubts)


def test_a_locked_file_says_so() -> None:
    locked = pdf(TCVN3, encrypt=StandardEncryption("mật".encode().hex(), canPrint=0))
    with pytest.raises(Unreadable) as caught:
        read_pdf(locked)
    assert "mật khẩu" in caught.value.message


def test_a_file_without_words_is_a_scan() -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(pdf([(85, 700, "Signed by")]))
    assert "bản chụp" in caught.value.message


def test_paragraphs_end_where_the_next_word_would_have_fitted() -> None:
    words = "Uû ban nh©n d©n x· giao V¨n phßng theo dâi, b¸o c¸o viÖc thùc hiÖn quy chÕ d©n"
    lines = [
        (85, 700, words),
        (85, 684, "chñ ®óng h¹n"),
        (85, 668, "C¸c th«n phèi hîp"),
        (85, 652, words),
        (85, 636, words),
    ]
    texts = [item.text for item in read_pdf(pdf(lines)).items if isinstance(item, Para)]
    assert [text.split(" ", 1)[0] for text in texts] == ["Uỷ", "Các", "Uỷ"]
    assert texts[0].endswith("dân chủ đúng hạn")
