"""An unknown obligation is an error that names the nearest id."""

from __future__ import annotations

from dataclasses import replace

import pytest

from danbiet.check.tien_do_viec_la import check
from danbiet.issues import Severity
from danbiet.model import Site


def test_the_ward_knows_all_its_tasks(ward: Site) -> None:
    assert list(check(ward)) == []


def lost(ward: Site, identity: str, **facts: object) -> str:
    """The remedy where an entry of the ward is on this task."""
    (entry,) = ward.progress["2024-dan-chu-phuong-mau-00000005"]
    one = replace(entry, obligation_id=identity, **facts)  # type: ignore[arg-type]
    (issue,) = check(replace(ward, progress={identity: (one,)}))
    assert issue.severity is Severity.ERROR
    assert (issue.path, issue.line, issue.column) == (entry.path, *entry.place("việc"))
    return issue.remedy


@pytest.mark.parametrize("slip", ["0000005", "000000005", "00000050"])
def test_a_misspelt_task_is_named(ward: Site, slip: str) -> None:
    assert (
        lost(ward, f"2024-dan-chu-phuong-mau-{slip}")
        == "Có phải 2024-dan-chu-phuong-mau-00000005? Nếu phải, sửa lại như vậy"
    )


def test_a_changed_sentence_is_told_how_to_keep_its_id_and_no_other_task_is_named_for_its_digits(
    ward: Site,
) -> None:
    remedy = lost(ward, "2024-dan-chu-phuong-mau-8de5b936", what="Chưa có gì.")
    assert remedy == (
        'Câu giao việc hoặc đơn vị vừa được sửa thì ghi {: .viec ma="8de5b936" } dưới câu ấy trong kế hoạch '
        "để giữ mã cũ"
    )


def test_the_task_of_that_plan_nearest_in_unit_and_words_is_told(ward: Site) -> None:
    remedy = lost(
        ward, "2024-dan-chu-phuong-mau-8de5b936", what="Đã xây dựng phần mềm theo dõi kiến nghị, chạy thử."
    )
    assert "việc gần nhất là 2024-dan-chu-phuong-mau-00000005 (“Xây dựng phần mềm" in remedy


def test_an_id_of_no_plan_says_what_an_id_begins_with(ward: Site) -> None:
    assert "2024-dan-chu-phuong-mau" in lost(ward, "2023-khac-8de5b936")


def test_no_plan_at_all(ward: Site) -> None:
    (issue,) = check(
        replace(ward, obligations={}, progress={"x": ward.progress["2024-dan-chu-phuong-mau-00000005"]})
    )
    assert issue.remedy == "Đăng kế hoạch trước, rồi mới báo cáo tiến độ"
