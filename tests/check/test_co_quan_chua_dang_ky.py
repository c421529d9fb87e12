"""Bodies nobody registered: one note each, with an entry that can be pasted as it is."""

from __future__ import annotations

from danbiet import register
from danbiet.check.co_quan_chua_dang_ky import check

from .assigned import BODY, plan, site

WORK = f"{BODY}1. Giao Công an xã chủ trì.\n"


def test_one_note_a_body_at_its_first_plan() -> None:
    found = list(check(site(plan("2025/a", WORK), plan("2025/b", WORK))))
    assert [(i.path, i.line, i.quote) for i in found] == [("plans/2025/a.md", 4, "UBND xã Mẫu Một")]


def test_the_entry_can_be_pasted_and_keeps_the_bodys_code() -> None:
    made = site(plan("2025/a", WORK))
    (found,) = check(made)
    entry = found.remedy.partition("“cơ quan:”: ")[2]
    local, issues = register.read_local({"don-vi.yml": f"cơ quan:\n  {entry}\n".encode()})
    assert not issues
    (body,) = local.bodies.values()
    assert (body.id, body.name, body.level) == ("hai-duong-xa-mau-mot", "UBND xã Mẫu Một", "xã")
    # The places it stands in are known as well as before: citations of its province are still found.
    assert body.places == made.bodies[body.id].places


def test_silent_for_a_registered_body() -> None:
    made = plan("2025/a", WORK, issuer="UBND xã Chí Minh")
    assert list(check(site(made))) == []
