"""Work given to nobody by name."""

from __future__ import annotations

from danbiet.check.viec_khong_ro_don_vi import check

from .assigned import BODY, plan, site


def test_a_sentence_without_a_unit() -> None:
    (found,) = check(site(plan("2025/a", f"{BODY}1. Tổ chức đối thoại với Nhân dân mỗi quý một lần.\n")))
    assert found.quote.startswith("Tổ chức đối thoại")


def test_named_units_and_sections_on_reporting_are_in_order() -> None:
    text = f"{BODY}1. Giao Công an xã tổ chức đối thoại.\n\n## IV. CHẾ ĐỘ BÁO CÁO\n\nĐịnh kỳ báo cáo UBND huyện.\n"
    assert list(check(site(plan("2025/a", text)))) == []


def test_a_unit_set_by_hand_is_in_order() -> None:
    text = f'{BODY}1. Tổ chức đối thoại với Nhân dân.\n{{: .viec don-vi="cong-an" }}\n'
    assert list(check(site(plan("2025/a", text)))) == []
