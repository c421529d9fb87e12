"""Units nobody registered: one note each, with an entry that can be pasted as it is."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

from danbiet import register
from danbiet import site as whole
from danbiet.check.don_vi_chua_dang_ky import check

from .assigned import BODY, plan, site

WORK = """1. Giao Công an xã chủ trì trước ngày 20/5/2025.

2. Giao Công an xã báo cáo trước ngày 20/6/2025.

3. Các cơ quan, đơn vị có trách nhiệm phối hợp.

### 4. Ban Thanh tra nhân dân

Giám sát việc thực hiện kế hoạch.
"""


def test_one_note_a_unit_and_none_for_a_group() -> None:
    one, other = plan("2025/a", f"{BODY}{WORK}"), plan("2025/b", f"{BODY}1. Giao Công an xã theo dõi.\n")
    found = list(check(site(one, other)))
    assert [(i.path, i.line, i.column, i.quote) for i in found] == [
        ("plans/2025/a.md", 14, 9, "Công an xã"),
        ("plans/2025/a.md", 20, 8, "Ban Thanh tra nhân dân"),
    ]
    assert "3 việc ở 2 kế hoạch" in found[0].message


def test_the_entry_can_be_pasted_and_settles_the_matter() -> None:
    text = f"{BODY}{WORK}"
    found = list(check(site(plan("2025/a", text))))
    entries = [issue.remedy.partition("“đơn vị:”: ")[2] for issue in found]
    pasted = "đơn vị:\n" + "".join(f"  {entry}\n" for entry in entries)
    assert pasted == unicodedata.normalize("NFC", pasted)
    local, issues = register.read_local({"plans/_danh-muc/don-vi.yml": pasted.encode()})
    assert not issues
    before, known = site(plan("2025/a", text)), register.merge(register.packaged(), local)
    after = whole.assemble([whole.read_words(plan("2025/a", text))], known, date(2026, 1, 1))
    assert list(check(after)) == []
    # Nothing that was published changes its address.
    assert set(after.units) == set(before.units)
    assert after.obligations.keys() == before.obligations.keys()
    assert all(unit.registered for unit in after.units.values() if unit.kind.value != "nhom")


def test_a_registered_unit_of_a_longer_name_is_told() -> None:
    made = site(plan("2025/a", f"{BODY}1. Giao Văn phòng theo dõi.\n"))
    (body,) = made.bodies
    entry = f"đơn vị:\n  - {{mã: van-phong, tên: Văn phòng HĐND và UBND xã, thuộc: {body}}}\n"
    local, _ = register.read_local({"don-vi.yml": entry.encode()})
    text = whole.read_words(made.plans["2025/a"])
    (found,) = check(whole.assemble([text], register.merge(register.packaged(), local), date(2026, 1, 1)))
    assert "nếu chính là “Văn phòng HĐND và UBND xã”" in found.remedy
    assert 'mã: "van-phong-2"' in found.remedy  # the code of the registered one is taken


def test_a_persons_name_is_no_unit() -> None:
    made = site(plan("2025/a", f"{BODY}1. Giao Công an xã chủ trì.\n"))
    unit = next(iter(made.units.values()))
    named = replace(made, units={unit.id: replace(unit, name="Đồng chí Nguyễn Văn A - Trưởng Công an xã")})
    assert list(check(named)) == []
