"""Progress of a body that does not say it publishes here."""

from __future__ import annotations

from dataclasses import replace

from danbiet.check.tien_do_khac_co_quan import check
from danbiet.issues import Severity
from danbiet.model import Site


def test_the_ward_names_itself(ward: Site) -> None:
    assert list(check(ward)) == []


def test_an_entry_on_the_communes_task_in_the_wards_file(ward: Site) -> None:
    task = "2024-dan-chu-xa-thu-00000001"
    entry = replace(ward.progress["2024-dan-chu-phuong-mau-00000001"][0], obligation_id=task)
    (issue,) = check(replace(ward, progress={task: (entry,)}))
    assert issue.severity is Severity.WARNING
    assert "việc này của UBND xã Thử" in issue.message
    assert "mau-xa-thu" in issue.remedy
