"""How findings are shown: for people, as JSON, as annotations of GitHub and GitLab."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from itertools import groupby

import click

from danbiet.issues import Issue, Severity
from danbiet.words import capital

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def counted(issues: Iterable[Issue]) -> str:
    """ "2 lỗi, 3 cảnh báo, 5 ghi chú" of the findings nobody has answered; empty for none."""
    open_issues = [issue for issue in issues if issue.answer is None]
    counts = ((severity, sum(i.severity is severity for i in open_issues)) for severity in reversed(Severity))
    return ", ".join(f"{number} {severity.label}" for severity, number in counts if number)


def as_text(issues: Sequence[Issue]) -> str:
    """Findings for a terminal, grouped by file, one line each; colours are dropped by click where unwanted."""
    groups = []
    for _, group in groupby(issues, key=lambda issue: issue.path):
        groups.append("\n".join(_line(issue) for issue in group))
    return "\n\n".join(groups)


def _line(issue: Issue) -> str:
    # A finding about the whole file has no line to go to.
    at = f"{issue.path}:{issue.line}:{issue.column}" if issue.line else issue.path
    place = click.style(at, bold=True)
    label = click.style(issue.severity.label, fg=_COLOURS[issue.severity])
    quote = f": “{issue.quote}”" if issue.quote else ""
    answer = f" Đã giải trình: {issue.answer}." if issue.answer else ""
    rule = click.style(f"[{issue.rule}]", dim=True)
    return f"{place} {label} {issue.message}{quote}. {capital(issue.remedy)}.{answer} {rule}"


def as_json(issues: Sequence[Issue]) -> str:
    """A JSON array, one object a finding."""
    rows = [
        {
            "path": issue.path,
            "line": issue.line,
            "column": issue.column,
            "severity": issue.severity.name.lower(),
            "rule": issue.rule,
            "message": issue.message,
            "quote": issue.quote,
            "remedy": issue.remedy,
            "answer": issue.answer,
        }
        for issue in issues
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(issues: Sequence[Issue]) -> str:
    """Workflow commands that GitHub Actions shows as annotations on the lines.

    The gravest come first: GitHub shows no more than ten of a kind a step.
    """
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    return "\n".join(
        f"::{kinds[issue.severity]} file={_property(issue.path)},line={issue.line},col={issue.column},"
        f"title={_property(issue.rule)}::{_data(_message(issue))}"
        for issue in sorted(issues, key=lambda issue: -issue.severity)
        if issue.answer is None
    )


def as_gitlab(issues: Sequence[Issue]) -> str:
    """A Code Quality report, which GitLab shows on the lines of a merge request."""
    grades = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.NOTE: "info"}
    rows = [
        {
            "description": _message(issue),
            "check_name": issue.rule,
            "fingerprint": hashlib.sha256(
                f"{issue.rule}\0{issue.path}\0{issue.line}\0{issue.column}\0{_message(issue)}".encode()
            ).hexdigest(),
            "severity": grades[issue.severity],
            "location": {"path": issue.path, "lines": {"begin": issue.line}},
        }
        for issue in issues
        if issue.answer is None
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _message(issue: Issue) -> str:
    quote = f": “{issue.quote}”" if issue.quote else ""
    return f"{issue.message}{quote}. {capital(issue.remedy)}."


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
