"""An unknown obligation is an error that names the nearest id."""

from __future__ import annotations

from dataclasses import replace

from danbiet.check.tien_do_viec_la import check
from danbiet.issues import Severity
from danbiet.model import Site


def test_the_ward_knows_all_its_tasks(ward: Site) -> None:
    assert list(check(ward)) == []


def test_a_misspelt_task_names_the_nearest(ward: Site) -> None:
    (entry,) = ward.progress["2024-dan-chu-phuong-mau-00000005"]
    lost = replace(entry, obligation_id="2024-dan-chu-phuong-mau-0000005")
    (issue,) = check(replace(ward, progress={lost.obligation_id: (lost,)}))
    assert issue.severity is Severity.ERROR
    assert issue.remedy.startswith("Có phải 2024-dan-chu-phuong-mau-00000005?")
    assert 'ma="0000005"' in issue.remedy
    assert (issue.path, issue.line) == (entry.path, entry.line)


def test_no_plan_at_all(ward: Site) -> None:
    (issue,) = check(
        replace(ward, obligations={}, progress={"x": ward.progress["2024-dan-chu-phuong-mau-00000005"]})
    )
    assert issue.remedy == "Đăng kế hoạch trước, rồi mới báo cáo tiến độ"
