"""Findings, their order and their weight."""

from danbiet.issues import Issue, Severity, has_errors, in_order


def issue(path: str, line: int, severity: Severity) -> Issue:
    return Issue(
        rule="thu", severity=severity, path=path, line=line, message="Sai", remedy="Viết lại", quote="abc"
    )


def test_a_finding_reads_as_one_line() -> None:
    assert str(issue("plans/2024/x.md", 14, Severity.ERROR)) == (
        "plans/2024/x.md:14:1: lỗi: Sai: “abc”. Viết lại. [thu]"
    )


def test_order_is_by_file_then_line_then_weight() -> None:
    note, error = issue("a", 2, Severity.NOTE), issue("a", 2, Severity.ERROR)
    first, other = issue("a", 1, Severity.NOTE), issue("b", 1, Severity.ERROR)
    assert in_order([other, note, error, first]) == [first, error, note, other]


def test_only_errors_stop_a_build() -> None:
    assert not has_errors([issue("a", 1, Severity.WARNING), issue("a", 1, Severity.NOTE)])
    assert has_errors([issue("a", 1, Severity.ERROR)])
