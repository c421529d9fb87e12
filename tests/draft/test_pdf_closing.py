"""Where a PDF's list of recipients ends, also over the end of a page."""

from __future__ import annotations

from danbiet.draft.pdf_closing import closing_end
from danbiet.draft.pdf_page import Row, Word


def row(page: int, base: float, text: str) -> Row:
    words = [Word(word, 80 + 20 * at, 97 + 20 * at, 12, False, False) for at, word in enumerate(text.split())]
    return Row(page, base, tuple(words))


def test_a_recipient_cut_by_the_end_of_a_page_goes_on_after_it() -> None:
    rows = [
        row(0, 40, "Nơi nhận:"),
        row(0, 30, "- VPCP: các Vụ, đơn vị"),
        row(1, 800, "trực thuộc, Công báo;"),
        row(1, 790, "- Lưu: VT."),
    ]
    assert closing_end(rows, 0, 595) == 4


def test_after_the_last_recipient_another_page_is_another_text() -> None:
    rows = [row(0, 40, "Nơi nhận:"), row(0, 30, "- Lưu: VT."), row(1, 800, "danh mục nhiệm vụ")]
    assert closing_end(rows, 0, 595) == 2
