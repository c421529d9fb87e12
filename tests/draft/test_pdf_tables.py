"""Tables over a page's end, and tables without rules."""

from __future__ import annotations

import pytest

from danbiet.draft.pdf_columns import take_unruled
from danbiet.draft.pdf_page import PageContent, Row, Word
from danbiet.draft.pdf_tables import merged
from danbiet.draft.record import Table

HEAD = ("TT", "Nội dung", "Đơn vị")


def test_a_row_cut_by_the_end_of_a_page_is_one_row() -> None:
    first = Table(rows=(HEAD, ("1", "Kiểm tra việc thực hiện", "Văn phòng")))
    second = Table(rows=(HEAD, ("", "dân chủ tại các thôn", ""), ("2", "Sơ kết", "Văn phòng")))
    whole = merged(first, second)
    assert whole is not None
    assert whole.rows[1:] == (
        ("1", "Kiểm tra việc thực hiện dân chủ tại các thôn", "Văn phòng"),
        ("2", "Sơ kết", "Văn phòng"),
    )


def test_without_a_number_above_a_row_goes_on_only_where_every_cell_does() -> None:
    first = Table(rows=(HEAD, ("", "Lập báo cáo đánh", "Ban Quản lý quy")))
    whole = merged(first, Table(rows=(("", "giá môi trường", "hoạch"),)))
    assert whole is not None
    assert whole.rows[-1] == ("", "Lập báo cáo đánh giá môi trường", "Ban Quản lý quy hoạch")
    apart = merged(first, Table(rows=(("", "giá môi trường", "Văn phòng"),)))
    assert apart is not None
    assert len(apart.rows) == 3


@pytest.mark.parametrize("cut", [("", "Tuyên truyền", ""), ("2", "dân chủ", ""), ("", "", "các thôn")])
def test_what_may_be_a_row_of_its_own_stays_one(cut: tuple[str, str, str]) -> None:
    first = Table(rows=(HEAD, ("1", "Kiểm tra.", "Văn phòng.")))
    whole = merged(first, Table(rows=(cut,)))
    assert whole is not None
    assert whole.rows[-1] == cut


def row(base: float, *cells: tuple[float, str]) -> Row:
    words = []
    for x, text in cells:
        for at, word in enumerate(text.split()):
            words.append(Word(word, x + 30 * at, x + 27 * (at + 1) + 3 * at, 12, False, False))
    return Row(0, base, tuple(words))


def page(*rows: Row) -> PageContent:
    return PageContent(0, 595, 842, rows, (), 0)


def test_columns_without_rules_are_a_table() -> None:
    read, tables = take_unruled(
        page(
            row(700, (85, "Phân công như sau:")),
            row(680, (90, "TT"), (150, "Nội dung"), (330, "Đơn vị")),
            row(662, (92, "1"), (130, "Niêm yết tại"), (330, "Công chức")),
            row(647, (130, "nhà văn hóa"), (330, "Địa chính")),
            row(629, (92, "2"), (130, "Đối thoại"), (330, "Văn phòng")),
            row(600, (120, "Yêu cầu các đơn vị thực hiện nghiêm túc nội dung trên")),
        ),
        3,
    )
    assert [table.rows for table in tables] == [
        (HEAD, ("1", "Niêm yết tại nhà văn hóa", "Công chức Địa chính"), ("2", "Đối thoại", "Văn phòng"))
    ]
    assert [one.text for one in read.rows][1:2] == ["\ue0003"]
    assert len(read.rows) == 3


def test_room_between_words_alone_is_no_table() -> None:
    content = page(
        row(700, (85, "UBND XÃ"), (330, "CỘNG HÒA")), row(680, (85, "TT Đảng ủy"), (330, "CHỦ TỊCH")),
        row(660, (85, "TT HĐND"), (330, "Nguyễn Văn")),
    )  # fmt: skip
    assert take_unruled(content, 0) == (content, [])
