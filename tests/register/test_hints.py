"""Units named by hand in an attribute list: by code, by name, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from danbiet import parse, register
from danbiet import site as whole
from danbiet.model import Site

HEAD = """---
trích yếu: Thực hiện dân chủ
cơ quan ban hành: UBND xã Mẫu
tỉnh: Nghệ An
ngày ban hành: 2025-03-10
năm: 2025
---

## I. TỔ CHỨC THỰC HIỆN

1. Giao Phòng Kinh tế theo dõi.

2. Giao Công an xã chủ trì.
"""
REGISTER = """đơn vị:
  - {mã: van-phong, tên: Văn phòng HĐND và UBND, tên khác: [Văn phòng], thuộc: nghe-an-xa-mau}
  - {mã: ban-thanh-tra-nhan-dan, tên: Ban Thanh tra nhân dân, thuộc: nghe-an-xa-mau}
"""


def made(hint: str) -> Site:
    local, issues = register.read_local({"don-vi.yml": REGISTER.encode()})
    plan, faults = parse.read_plan("plans/2025/a.md", f'{HEAD}{{: .viec don-vi="{hint}" }}\n'.encode())
    assert plan is not None
    assert not issues + faults
    known = register.merge(register.packaged(), local)
    return whole.assemble([whole.read_words(plan)], known, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("hint", "unit_id", "name"),
    [
        ("van-phong", "van-phong--nghe-an-xa-mau", "Văn phòng HĐND và UBND"),
        ("van-phong--nghe-an-xa-mau", "van-phong--nghe-an-xa-mau", "Văn phòng HĐND và UBND"),
        ("Văn phòng", "van-phong--nghe-an-xa-mau", "Văn phòng HĐND và UBND"),
        ("phong-kinh-te", "phong-kinh-te--nghe-an-xa-mau", "Phòng Kinh tế"),
        ("ubnd-xa", "ubnd-xa--nghe-an-xa-mau", "UBND xã Mẫu"),
        ("Trạm Y tế xã", "tram-y-te-xa--nghe-an-xa-mau", "Trạm Y tế xã"),
    ],
)
def test_a_code_or_a_name(hint: str, unit_id: str, name: str) -> None:
    site = made(hint)
    unit = site.units[site.obligations["2025/a"][1].unit_id]
    assert (unit.id, unit.name) == (unit_id, name)
    assert not site.issues


def test_a_code_that_no_unit_bears_is_an_error_and_never_a_name() -> None:
    site = made("ban-ttnd")
    (issue,) = site.issues
    assert (issue.rule, issue.line, issue.column, issue.quote) == ("don-vi-la", 14, 10, "ban-ttnd")
    assert "gần nhất: “ban-thanh-tra-nhan-dan” (Ban Thanh tra nhân dân)" in issue.remedy
    assert whole.unreadable(site)
    assert {unit.name for unit in site.units.values()} == {"Phòng Kinh tế", "Công an xã"}
