"""Findings: what is wrong with a file, where, in whose words, and what to write instead.

Stages and rules return findings; only the edges (``cli``, ``host``) print them. An *error*
means that a file cannot be read or cannot be shown truthfully, and only errors stop a build;
a *warning* or a *note* is about what the author wrote and never blocks publication.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How grave a finding is; greater is graver."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The Vietnamese word a reader sees."""
        return {Severity.NOTE: "ghi chú", Severity.WARNING: "cảnh báo", Severity.ERROR: "lỗi"}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One finding.

    ``path`` is relative to the site's root with forward slashes; ``line`` and ``column`` count
    from 1 (column in code points; 0 where the finding is about the whole file). ``quote`` holds
    the offending words, verbatim with white space collapsed, or nothing. ``message`` says what is
    wrong and ``remedy`` what to do, both Vietnamese, without a full stop. ``rule`` is the rule's
    slug, the word an author writes under ``giải trình``; ``answer`` is the author's reason when
    the finding has been answered there.
    """

    rule: str
    severity: Severity
    path: str
    message: str
    remedy: str
    line: int = 1
    column: int = 1
    quote: str = ""
    answer: str | None = None

    def __str__(self) -> str:
        """``plans/2024/x.md:14:9: lỗi: message: “quote”. remedy. [rule]``."""
        quote = f": “{self.quote}”" if self.quote else ""
        return (
            f"{self.path}:{self.line}:{self.column}: {self.severity.label}: "
            f"{self.message}{quote}. {self.remedy}. [{self.rule}]"
        )


def in_order(issues: Iterable[Issue]) -> list[Issue]:
    """The findings by file, then line and column, the gravest first where they stand together."""
    return sorted(issues, key=lambda i: (i.path, i.line, i.column, -i.severity, i.rule, i.message))


def has_errors(issues: Iterable[Issue]) -> bool:
    """Whether any finding must stop a build and make ``danbiet check`` exit 1."""
    return any(issue.severity is Severity.ERROR for issue in issues)
