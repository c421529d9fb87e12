"""Reading costs what the text is long: no hostile text takes much more than an ordinary one."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danbiet.cite import find

ORIGINALS = Path(__file__).parents[1] / "plans" / "originals"
LENGTH = 100_000
HOSTILE = [
    "số ", "số số 1 ", "1", "-", "/", "1/", "1-", "(", "và số 1, ", "ngày ", "Luật ", "Luật A ", "Quyết định ",
    "Luật sửa đổi, bổ sung một số điều của ", "Quyết định số ", "Quyết định số 12/QĐ-", "khoản 1 ", "Điều 1, ",
    "Điều 1, 2, 3 Luật A B ", "A-", "của UBND tỉnh ", "Quyết định số 12/QĐ-UBND, huyện A, ", "*", "_", "<", "<a",
    "[", "](", "<!--", "&", " ", "\n", "\n1\n", "\u200b", "\u0301", "a\u0301", "{:", "://", "www.",
    "Nghị quyết Trung ương ", "Nghị quyết Đại hội ", "Quyết định số 1/QĐ-A của Ban Chỉ đạo ", "các ", "số 1/QĐ-A, ",
    "quy định về trách nhiệm ", "Luật Đất đai và số ", "Luật an toàn a b c d e f g ",
]  # fmt: skip


def seconds(text: str) -> float:
    start = time.process_time()
    find(text)
    return time.process_time() - start


@pytest.fixture(scope="module")
def ordinary() -> float:
    """Seconds for 100 kB of ordinary plans."""
    text = "".join(path.read_text("utf-8") for path in sorted(ORIGINALS.glob("*.txt")))
    find(text[:1000])
    return seconds((text * 3)[:LENGTH])


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_in_time(piece, ordinary):
    assert seconds((piece * (LENGTH // len(piece) + 1))[:LENGTH]) < 60 * ordinary + 1


@given(st.text(alphabet="sốngàyLuậtĐQ/-123 .,();\n*[]u\u0301–", max_size=300))
@settings(max_examples=150)
def test_offsets_are_of_the_text_and_in_order(text):
    end = 0
    for mention in find(text):
        assert end <= mention.start <= mention.core_start < mention.core_end <= mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.raw
        end = mention.end


def test_reading_from_an_offset_keeps_offsets_of_the_whole():
    text = "---\nsố ký hiệu: 1/KH-UBND\n---\nCăn cứ Nghị định số 59/2023/NĐ-CP."
    (mention,) = find(text, text.index("Căn"))
    assert text[mention.start : mention.end] == "Nghị định số 59/2023/NĐ-CP"
