"""Why a file cannot be imported, in words an officer can act on."""

from __future__ import annotations


class Unreadable(Exception):  # noqa: N818 - it is a finding on its way to becoming an Issue
    """A file that cannot be turned into a draft: what is wrong and what to do (Vietnamese)."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
