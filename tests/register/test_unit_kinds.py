"""What a unit most likely is, by its printed name."""

import pytest

from danbiet.model import UnitKind
from danbiet.register.unit_kinds import guess_kind, names_person


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Các phòng chuyên môn, Ban Thanh tra nhân dân phường", UnitKind.GROUP),
        ("cơ quan, đơn vị", UnitKind.GROUP),
        ("Thủ trưởng các cơ quan, đơn vị có liên quan", UnitKind.GROUP),
        ("UBND các xã, phường", UnitKind.GROUP),
        ("Uỷ ban nhân dân xã, phường", UnitKind.GROUP),
        ("Trưởng các thôn", UnitKind.GROUP),
        ("Phòng Nội vụ và các đơn vị liên quan", UnitKind.GROUP),
        ("Ủy ban MTTQ các xã, thị trấn", UnitKind.GROUP),
        ("Uỷ ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội", UnitKind.FRONT),
        ("Ban Quản lý các khu công nghiệp tỉnh", UnitKind.OTHER),
        ("Cơ quan Ủy ban Kiểm tra Đảng ủy", UnitKind.OTHER),
        ("Ban Chỉ huy Quân sự xã", UnitKind.PROFESSIONAL),
        ("Ban Giám hiệu", UnitKind.OTHER),
        ("Bản Nà Lốc", UnitKind.HAMLET),
        ("Thôn Đông", UnitKind.HAMLET),
        ("Ban Thanh tra nhân dân", UnitKind.INSPECTION),
        ("Ban Giám sát đầu tư của cộng đồng", UnitKind.COMMUNITY_SUPERVISION),
        ("Hội Liên hiệp Phụ nữ xã", UnitKind.UNION),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", UnitKind.PROFESSIONAL),
    ],
)
def test_the_kind_of_a_name(name: str, kind: UnitKind) -> None:
    assert guess_kind(name) is kind


def test_persons() -> None:
    assert names_person("Đ/c Nguyễn Văn A - Phó Chủ tịch UBND xã")
    assert not names_person("Ban Bà mẹ và trẻ em")
