"""Of which kind a change is: what the commit message says under ``Loại:`` and ``Văn bản:``.

::

    Sửa ngày họp thôn theo công văn đính chính

    Loại: đính chính
    Văn bản: số 12/CV-UBND ngày 3/4/2024

The kinds are those of NĐ 30/2020 (Điều 18: đính chính by công văn, sửa đổi or thay thế by an
instrument of the same kind), and the site's own slips. A message that says nothing is shown as
saying nothing; no kind is ever guessed from the words of a change.
"""

from __future__ import annotations

import re

from danbiet.model import ChangeKind
from danbiet.text import collapse, fold, nfc

_MERGE = re.compile(r"(?i)merge (?:pull request|branch|remote-tracking|tag|commit)\b")
_MACHINE_MADE = re.compile(
    r"(?i)(?:(?:update|create|add|delete|rename|edit|upload(?:ing)?) (?:new file|files? via upload|\S+\.\w{1,5}\b.*)"
    r"|see merge request .*|merge .*|revert \".*)$"
)
_TRAILER = re.compile(r"(?:loai|van ban)\s*:")

_KINDS = {
    "sua loi dang tai": ChangeKind.SITE_CORRECTION,
    "dinh chinh": ChangeKind.ERRATUM,
    "sua doi, thay the": ChangeKind.AMENDMENT,
    "sua doi": ChangeKind.AMENDMENT,
    "thay the": ChangeKind.AMENDMENT,
    "sua doi, bo sung": ChangeKind.AMENDMENT,
}


def stated(message: str) -> tuple[ChangeKind, str | None]:
    """The kind a commit message states, and the instrument by which, as printed there.

    Keys may be written without marks and in capitals; the last one written counts, as with git's
    own trailers.
    """
    kind, document = ChangeKind.UNSTATED, None
    for line in nfc(message).splitlines():
        key, colon, value = line.partition(":")
        folded = collapse(fold(key))
        if not colon:
            continue
        if folded == "loai":
            kind = _KINDS.get(collapse(fold(value)).rstrip("."), ChangeKind.UNSTATED)
        elif folded == "van ban" and value.strip():
            document = collapse(value).rstrip(".")
    return kind, document


def summary(message: str) -> str:
    """What the writer says in one line; nothing where a program wrote it ("Update a.md", "Merge branch 'x'").

    Below the first line of a merge stands the title of what was merged, as forges put it there.
    """
    said = [collapse(line) for line in nfc(message).splitlines() if line.strip()]
    if said and _MERGE.match(said[0]):
        said = [line for line in said[1:] if not _TRAILER.match(fold(line))]
    return said[0] if said and not _MACHINE_MADE.match(said[0]) else ""
