"""A small ward to build, break and build again."""

from __future__ import annotations

from pathlib import Path

import pytest

CONFIG = """\
site_name: Xã Mẫu
docs_dir: site_src
site_dir: site
theme: {name: danbiet, language: vi}
nav: [{Trang chủ: index.md}, {Giới thiệu: gioi-thieu.md}, {Hướng dẫn: huong-dan/index.md}]
plugins: [danbiet]
"""
PLAN = """\
---
trích yếu: Thực hiện dân chủ ở cơ sở năm 2026
số ký hiệu: 12/KH-UBND
cơ quan ban hành: UBND xã Mẫu
tỉnh: Quảng Ninh
ngày ban hành: 15/1/2026
địa danh: Mẫu
năm: 2026
người ký: {quyền hạn ký: TM. ỦY BAN NHÂN DÂN, chức vụ: CHỦ TỊCH, họ tên: Nguyễn Văn Mẫu}
nơi nhận: ["Văn phòng HĐND và UBND;", "Lưu: VT."]
---

Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 10/11/2022 của Quốc hội.

## I. TỔ CHỨC THỰC HIỆN

### 1. Văn phòng HĐND và UBND

Tổng hợp, báo cáo UBND xã trước ngày 20/11/2026.
"""


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """A repository with one plan."""
    root = tmp_path / "xa-mau"
    (root / "plans" / "2026").mkdir(parents=True)
    (root / "site_src").mkdir()
    for page in ("gioi-thieu", "huong-dan/index"):
        (root / "site_src" / page).parent.mkdir(exist_ok=True)
        (root / "site_src" / f"{page}.md").write_text("# Trang\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (root / "site_src" / "index.md").write_text("# Xã Mẫu\n", encoding="utf-8")
    (root / "plans" / "2026" / "dan-chu.md").write_text(PLAN, encoding="utf-8")
    return root
