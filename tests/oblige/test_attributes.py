"""An attribute list overrides the reading where a person knows better."""

from danbiet.oblige import read
from danbiet.parse import read_blocks


def duties(text):
    return read(read_blocks(text), year=2025, issued=None)


HEAD = "## III. TỔ CHỨC THỰC HIỆN\n\n"


def test_not_a_duty():
    assert duties(HEAD + "1. Giao Văn phòng UBND xã theo dõi.\n{: .khong-phai-viec }\n") == ()


def test_unit_and_id_by_hand():
    (one,) = duties(HEAD + '1. Giao Văn phòng UBND xã theo dõi.\n{: .viec don-vi="cong-an" ma="0a1b2c3d" }\n')
    assert (one.unit_hint, one.id_hint) == ("cong-an", "0a1b2c3d")


def test_a_duty_nobody_would_read():
    text = "## II. NỘI DUNG\n\nHòm thư góp ý đặt tại trụ sở.\n{: .viec }\n"
    (one,) = duties(text)
    assert one.text == "Hòm thư góp ý đặt tại trụ sở."
    assert one.unit is None


def test_vague_duties_are_kept_and_marked():
    text = (
        HEAD + "1. Giao Công an xã nâng cao tinh thần trách nhiệm.\n\n2. Công an xã báo cáo trước ngày 5/5.\n"
    )
    assert [one.measurable for one in duties(text)] == [False, True]
