"""Findings about a file, made in one place: where, in whose words, what to write instead."""

from __future__ import annotations

from danbiet.issues import Issue, Severity
from danbiet.text import collapse, nfc, position

_LONGEST_QUOTE = 80


class Faults:
    """Collects the findings about one file."""

    def __init__(self, path: str, source: str) -> None:
        self._path = path
        self._source = source
        self.issues: list[Issue] = []

    def error(self, rule: str, offset: int, quote: str, message: str, remedy: str) -> None:
        """A finding that stops a build, at a code-point offset of the file."""
        self._add(rule, Severity.ERROR, offset, quote, message, remedy)

    def warning(self, rule: str, offset: int, quote: str, message: str, remedy: str) -> None:
        """A finding that blocks nothing."""
        self._add(rule, Severity.WARNING, offset, quote, message, remedy)

    def place(self, offset: int) -> tuple[str, int, int]:
        """Path, line and column of an offset."""
        return self._path, *position(self._source, offset)

    def line_from(self, offset: int) -> str:
        """What is typed from an offset to the end of its line."""
        return self._source[offset : offset + 500].splitlines()[0] if offset < len(self._source) else ""

    def _add(self, rule: str, severity: Severity, offset: int, quote: str, message: str, remedy: str) -> None:
        line, column = position(self._source, offset)
        self.issues.append(
            Issue(
                rule=rule,
                severity=severity,
                path=self._path,
                message=message,
                remedy=remedy,
                line=line,
                column=column,
                quote=shorten(quote),
            )
        )


def shorten(words: str) -> str:
    """Words for a quotation: white space collapsed, NFC, not too long."""
    words = collapse(nfc(words))
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1].rstrip() + "…"
