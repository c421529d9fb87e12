"""What an issuing body is called outside its own letterhead."""

import pytest

from danbiet.register import Register, body_for, issuing_name, unit_for


@pytest.mark.parametrize(
    ("issuer", "above", "name"),
    [
        ("BAN THƯỜNG TRỰC", "ỦY BAN MTTQ VIỆT NAM XÃ A", "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ A"),
        ("Văn phòng", "UBND tỉnh B", "Văn phòng UBND tỉnh B"),
        ("BAN THƯỜNG TRỰC", None, "BAN THƯỜNG TRỰC"),
        ("UBND xã A", "UBND huyện B", "UBND xã A"),
        ("ỦY BAN NHÂN DÂN", "XÃ A", "ỦY BAN NHÂN DÂN"),
        ("Sở Y tế", "UBND tỉnh B", "Sở Y tế"),
    ],
)
def test_a_committee_is_named_with_the_body_above_it(issuer, above, name):
    assert issuing_name(issuer, above) == name


@pytest.mark.parametrize(
    ("printed", "own"),
    [
        ("Ban Thường trực Ủy ban MTTQ Việt Nam xã", True),
        ("Ban Thường trực UBMTTQ xã", True),
        ("Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Mẫu", True),
        ("Ủy ban MTTQ Việt Nam xã", False),
        ("Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", False),
        ("Ban công tác Mặt trận các thôn", False),
        ("UBND xã", False),
    ],
)
def test_the_fronts_plan_means_itself_by_its_shorter_names(printed, own):
    body = body_for("BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ MẪU", None, Register())
    unit = unit_for(printed, body, Register())
    assert (unit.id == unit_for(None, body, Register()).id) is own


@pytest.mark.parametrize(
    ("issuer", "above", "text", "name"),
    [
        (
            "BAN THƯỜNG TRỰC",
            "UỶ BAN MTTQ VIỆT NAM XÃ MẪU",
            "# BAN THƯỜNG TRỰC UỶ BAN MTTQ VIỆT NAM XÃ MẪU\nBan Thường trực  Ủy ban\nMTTQ Việt Nam xã Mẫu xây dựng",
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã Mẫu",
        ),
        ("ỦY BAN NHÂN DÂN XÃ ĐỊNH HÓA", None, "", "Ủy ban nhân dân xã Định Hóa"),
        ("UBND PHƯỜNG BÃI CHÁY", None, "Kế hoạch của UBND phường", "UBND phường Bãi Cháy"),
        ("SỞ Y TẾ", "UBND TỈNH MẪU", "Sở Y tế xây dựng kế hoạch", "Sở Y tế"),
        ("SỞ Y TẾ", "UBND TỈNH MẪU", "Các Sở Y tếđã", "SỞ Y TẾ"),
        ("CÔNG AN XÃ", None, "Giao công an xã rà soát", "Công an xã"),
        ("BỘ Y TẾ", None, "Ngày 01/3 bộ Y tế. Bộ Y tế giao", "Bộ Y tế"),
        ("UBND TỈNH HÀ NAM", None, "UBND tỉnh Hà Nam Ninh cũ; UBND tỉnh Hà Nam giao", "UBND tỉnh Hà Nam"),
        ("UBND TỈNH HÀ NAM", None, "UBND tỉnh Hà Nam Ninh cũ", "UBND tỉnh Hà Nam"),
    ],
)
def test_capitals_are_read_as_the_plan_writes_them(issuer, above, text, name):
    assert issuing_name(issuer, above, text) == name
