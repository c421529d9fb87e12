"""Units given work without being sent the plan; a plural recipient holds only units of its own kind."""

from __future__ import annotations

import pytest

from danbiet.check.don_vi_khong_nhan_ke_hoach import check

from .assigned import BODY, plan, site


@pytest.mark.parametrize(
    ("recipients", "count"),
    [
        ("['Thường trực Đảng ủy;', 'Lưu: VT.']", 1),
        ("['Công an xã;', 'Lưu: VT.']", 0),
        ("['CA xã;', 'Lưu: VT.']", 0),
        ("['Các ban, ngành liên quan;', 'Lưu: VT.']", 0),
        ("['Các phòng chuyên môn thuộc UBND xã;', 'Lưu: VT.']", 1),
        ("['Chủ tịch, các PCT UBND xã;', 'Lưu: VT.']", 1),
        ("['Như trên;']", 0),
        ("[]", 0),
    ],
)
def test_recipients(recipients: str, count: int) -> None:
    text = f"{BODY}1. Giao Công an xã chủ trì.\n\n2. Giao Văn phòng UBND xã theo dõi.\n"
    found = list(check(site(plan("2025/a", text, recipients=recipients))))
    assert [issue.quote for issue in found] == ["Công an xã"] * count


@pytest.mark.parametrize(
    ("recipient", "left_out"),
    [
        (
            "Các phòng, ban;",
            {
                "Công an xã",
                "Ủy ban MTTQ Việt Nam xã",
                "Hội Nông dân xã",
                "Trường Tiểu học Mẫu Một",
                "Thôn Đông",
            },
        ),
        ("MTTQ và các đoàn thể xã;", {"Phòng Kinh tế", "Công an xã", "Trường Tiểu học Mẫu Một", "Thôn Đông"}),
        (
            "Các trường học trên địa bàn;",
            {"Phòng Kinh tế", "Công an xã", "Ủy ban MTTQ Việt Nam xã", "Hội Nông dân xã", "Thôn Đông"},
        ),
        (
            "Trưởng các thôn;",
            {
                "Phòng Kinh tế",
                "Công an xã",
                "Ủy ban MTTQ Việt Nam xã",
                "Hội Nông dân xã",
                "Trường Tiểu học Mẫu Một",
            },
        ),
        ("Các ban, ngành, đoàn thể;", {"Ủy ban MTTQ Việt Nam xã", "Trường Tiểu học Mẫu Một", "Thôn Đông"}),
        (
            "Các cơ quan CM, đơn vị SN thuộc xã;",
            {"Công an xã", "Ủy ban MTTQ Việt Nam xã", "Hội Nông dân xã", "Thôn Đông"},
        ),
        (
            "Cán bộ, công chức UBND xã;",
            {
                "Công an xã",
                "Ủy ban MTTQ Việt Nam xã",
                "Hội Nông dân xã",
                "Trường Tiểu học Mẫu Một",
                "Thôn Đông",
            },
        ),
        ("Các cơ quan, đơn vị có liên quan;", set()),
        ("Các thành viên Ban Chỉ đạo;", set()),
    ],
)
def test_a_plural_covers_its_own_kind(recipient: str, left_out: set[str]) -> None:
    units = (
        "Phòng Kinh tế",
        "Công an xã",
        "Ủy ban MTTQ Việt Nam xã",
        "Hội Nông dân xã",
        "Trường Tiểu học Mẫu Một",
        "Thôn Đông",
    )
    text = BODY + "\n".join(
        f"{n}. Giao {unit} báo cáo trước ngày 31/10/2025.\n" for n, unit in enumerate(units, 1)
    )
    found = check(site(plan("2025/a", text, recipients=f"['{recipient}', 'Lưu: VT.']")))
    assert {issue.quote for issue in found} == left_out


@pytest.mark.parametrize(
    ("unit", "recipient"),
    [
        ("Phòng Văn hóa - Xã hội", "Phòng VH-XH;"),
        ("Ban Chỉ huy Quân sự xã", "BCHQS xã;"),
        ("Hội Liên hiệp Phụ nữ xã", "Hội LHPN, Hội Nông dân xã;"),
        ("Trạm Y tế xã Mẫu Một", "TYT xã;"),
    ],
)
def test_abbreviated_names(unit: str, recipient: str) -> None:
    text = f"{BODY}1. Giao {unit} báo cáo trước ngày 31/10/2025.\n"
    assert list(check(site(plan("2025/a", text, recipients=f"['{recipient}']")))) == []
    assert len(list(check(site(plan("2025/a", text, recipients="['Thường trực Đảng ủy;']"))))) == 1


def test_words_of_the_place_tell_nothing() -> None:
    text = f"{BODY}1. Giao Trạm Y tế xã Mẫu Một báo cáo trước ngày 31/10/2025.\n"
    assert len(list(check(site(plan("2025/a", text, recipients="['Thường trực Đảng ủy xã Mẫu Một;']"))))) == 1


def test_the_front_by_its_other_names() -> None:
    text = f"{BODY}1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã giám sát.\n"
    assert list(check(site(plan("2025/a", text, recipients="['UBMTTQ xã;']")))) == []
    assert len(list(check(site(plan("2025/a", text, recipients="['Đảng ủy xã;']"))))) == 1


@pytest.mark.parametrize("several", ["các cơ quan, đơn vị", "các thôn", "các ban, ngành, đoàn thể xã"])
def test_of_several_named_together_nothing_certain_can_be_said(several: str) -> None:
    text = f"{BODY}1. Giao {several} báo cáo trước ngày 31/10/2025.\n"
    made = site(plan("2025/a", text, recipients="['Thường trực Đảng ủy;', 'Lưu: VT.']"))
    assert any(made.obligations.values())
    assert list(check(made)) == []
