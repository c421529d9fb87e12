"""Files among the plans that nobody would be told of."""

from __future__ import annotations

from danbiet.issues import Severity
from danbiet.parse import links, strays


def test_what_looks_like_a_plan_is_told_with_what_to_do() -> None:
    found = strays(
        ["plans/2024/a.docx", "plans/2024/b.MD", "plans/2024/c.jpg", "plans/2024/d.pdf"], {"plans/2024/d.pdf"}
    )
    assert [issue.path for issue in found] == ["plans/2024/a.docx", "plans/2024/b.MD"]
    assert all(issue.severity is Severity.WARNING for issue in found)
    assert 'danbiet import "plans/2024/a.docx"' in found[0].remedy
    assert "“bản gốc: a.docx”" in found[0].remedy
    assert "Đổi tên tệp thành b.md" in found[1].remedy


def test_what_lies_beside_a_plan_that_could_not_be_read_may_be_its_original() -> None:
    assert strays(["plans/2024/a.docx"], set(), {"plans/2024/a.md"}) == []


def test_a_link_is_an_error_for_nothing_is_read_through_it() -> None:
    (issue,) = links(["plans/2024/a.md"])
    assert str(issue).startswith("plans/2024/a.md:1:1: lỗi: đây là liên kết (symlink)")
    assert "Chép chính tệp" in issue.remedy
