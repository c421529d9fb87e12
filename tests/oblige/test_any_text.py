"""Whatever stands in a file, reading ends, and what it finds stands there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from danbiet.oblige import read
from danbiet.parse import read_blocks

SAID = """Giao Sở Nội vụ Phòng các cơ quan, đơn vị; UBND xã có trách nhiệm: chủ trì - + 1. a) | trước ngày 5/6
hằng năm (qua Văn phòng) . Căn cứ để và đề nghị Đồng chí Tổ chức thực hiện báo cáo về Thời gian: thì ## III. **"""
LINES = ["\n", "\n\n", "\n- ", "\n## IV. TỔ CHỨC THỰC HIỆN\n", " | ", "\n| Nhiệm vụ | Đơn vị chủ trì |\n"]
WORDS = st.sampled_from([*SAID.split(), *LINES])


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_reading_ends_and_spans_stand_in_the_text(text):
    for duty in read(read_blocks(text), year=2025, issued=None):
        assert 0 <= duty.start <= duty.end <= len(text)
        assert duty.text
        for deadline in duty.deadlines:
            assert 0 <= deadline.start < deadline.end <= len(text)
