"""What stands below a PDF's text: notes whose figures are raised, or printed on the line."""

from __future__ import annotations

import pytest

from danbiet.draft.pdf_margins import clear
from danbiet.draft.pdf_page import PageContent, Row, Word


def row(base: float, text: str, size: float = 13, mark: str = "") -> Row:
    words = [
        Word(word, 85 + 40 * at, 120 + 40 * at, size, False, False) for at, word in enumerate(text.split())
    ]
    words += [Word(mark, 500, 505, 8, False, False, mark=True)] if mark else []
    return Row(0, base, tuple(words))


def page(*rows: Row) -> PageContent:
    return PageContent(0, 595, 842, rows, (), 0)


@pytest.mark.parametrize("note", ["¹ Nghị quyết về dân vận.", "1 Nghị quyết về dân vận."])
def test_note_at_the_foot_of_a_page(note: str) -> None:
    found = clear([page(row(700, "Căn cứ Nghị quyết của Đảng ủy xã", mark="1"), row(60, note, 10))])
    assert found.footnotes == ["¹ Nghị quyết về dân vận."]
    assert len(found.rows) == 1


def test_small_print_with_a_number_of_its_own_is_no_note() -> None:
    found = clear(
        [page(row(700, "Căn cứ Nghị quyết của Đảng ủy xã"), row(60, "1 bản lưu tại Văn phòng", 10))]
    )
    assert found.footnotes == []
    assert len(found.rows) == 2


def test_a_letterhead_printed_again_is_no_running_head() -> None:
    letterhead = row(780, "UBND XÃ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    head = row(800, "Kế hoạch của xã")
    found = clear([page(head, letterhead, row(700, "Một hai")), page(head, letterhead, row(700, "Ba bốn"))])
    assert [left.words for left in found.left_out] == [head.text, head.text]
    assert [one.text for one in found.rows].count(letterhead.text) == 2
