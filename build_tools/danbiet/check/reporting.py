"""What the rules about progress share: walking its entries, and a finding at a place in a progress file."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.issues import Issue, Severity
from danbiet.model import ProgressEntry, Site


def entries(site: Site) -> Iterator[ProgressEntry]:
    """Every entry, obligations in the order of the site, oldest first."""
    for found in site.progress.values():
        yield from found


def finding(
    entry: ProgressEntry,
    place: tuple[int, int],
    quote: str,
    rule: str,
    severity: Severity,
    message: str,
    remedy: str,
) -> Issue:
    """A finding at a line and column of the file in which an entry stands, quoting its words."""
    line, column = place
    return Issue(
        rule=rule,
        severity=severity,
        path=entry.path,
        line=line,
        column=column,
        quote=quote,
        message=message,
        remedy=remedy,
    )
