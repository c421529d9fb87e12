"""What the rules about a site's settings share: the file they stand in, and the line of a key."""

from __future__ import annotations

import re

from danbiet.issues import Issue, Severity

FILE = "mkdocs.yml"


def missing(key: str, config: str, rule: str, severity: Severity, message: str, remedy: str) -> Issue:
    """A finding at the line of a key of mkdocs.yml, or at its head where the key is not there at all."""
    found = re.search(rf"(?m)^[ \t]*{re.escape(key)}[ \t]*:", config)
    line = config.count("\n", 0, found.start()) + 1 if found else 1
    return Issue(rule=rule, severity=severity, path=FILE, line=line, message=message, remedy=remedy)
