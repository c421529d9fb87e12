"""Blanks left by a new plan are told; a document with words, dots among them too, is not."""

from __future__ import annotations

from danbiet.check.chua_dien import check

from .assigned import BODY, plan, site


def test_a_new_plan() -> None:
    body = "\nCăn cứ …\n\n## I. MỤC ĐÍCH, YÊU CẦU\n\n## II. TỔ CHỨC THỰC HIỆN\n\n### 1. Văn phòng\n"
    found = list(check(site(plan("2025/a", body))))
    assert [(issue.line, issue.quote) for issue in found] == [(12, "Căn cứ …"), (12, "Căn cứ …")]
    assert "chưa có nội dung" in found[1].message


def test_half_filled() -> None:
    found = list(check(site(plan("2025/a", f"\nCăn cứ ...;\n{BODY}1. Giao Công an xã chủ trì.\n"))))
    assert [issue.message for issue in found] == ["chỗ này chưa điền"]


def test_silent() -> None:
    text = f"\nCăn cứ Luật …;\n{BODY}1. Giao Công an xã chủ trì các việc về an ninh, trật tự, …\n"
    assert list(check(site(plan("2025/a", text)))) == []
