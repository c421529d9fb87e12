"""A body that a site registers and no plan is of is told, gravely only where a plan's own body is missing."""

from danbiet.issues import Severity
from danbiet.register import body_for, merge, packaged, read_local, without_plan

PATH = "plans/_danh-muc/don-vi.yml"
ENTRIES = """\
cơ quan:
  - {mã: a, tên: UBND phường Mẫu, tỉnh: Nghệ An}
  - {mã: b, tên: UBND phường Bưởi, tỉnh: Nghệ An, kế thừa: {tên: Phường Mới, mã: c}}
  - {mã: c, tên: UBND phường Mới, tỉnh: Nghệ An}
"""


def found(*issuers: str):
    local, issues = read_local({PATH: ENTRIES.encode()})
    assert not issues
    both = merge(packaged(), local)
    return without_plan(local, [body_for(issuer, "Nghệ An", both) for issuer in issuers])


def test_a_slip_in_the_name_is_a_warning_with_its_line_and_the_plans_own_words():
    one, other = found("UBND phường Mâu Trà")
    assert (one.severity, one.path, one.line, one.quote) == (Severity.WARNING, PATH, 2, "UBND phường Mẫu")
    assert other.line == 3
    assert "UBND phường Mâu Trà" in one.remedy


def test_where_every_plan_finds_its_body_the_rest_is_a_note():
    (note,) = found("UBND phường Mẫu")
    assert (note.severity, note.quote) == (Severity.NOTE, "UBND phường Bưởi")


def test_nothing_is_said_of_a_site_without_plans_and_of_bodies_that_come_after_others():
    assert found() == []
    assert "UBND phường Mới" not in {issue.quote for issue in found("UBND phường Khác")}
