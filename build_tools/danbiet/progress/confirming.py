"""Whether a confirmation counts: whose it is, whose document stands behind it, and in what order of days."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from danbiet.model import Confirmation
from danbiet.records import shipped
from danbiet.text import collapse, fold

UNDOCUMENTED = "UBND ghi, chưa có văn bản xác nhận"

_NOTATION = re.compile(r"\d\w*\s*/\s*([^\s,;()]+(?:\s?[-–]\s?[^\s,;()]+)*)")


def confirms(said: Confirmation) -> bool:
    """Whether a confirmation counts: made by MTTQ or Ban TTND, with their own document, after the report."""
    return (
        bool(party(said.by)) and said.documented and own_document(said.document_code or "") and in_order(said)
    )


def party(name: str) -> str:
    """Whose word a name is: "MTTQ" or "Ban TTND" where it begins with that body's kind, else nothing.

    The kinds stand in data/xac-nhan.yml. A name that only mentions one ("UBND phường, thay mặt Ban
    Thanh tra nhân dân") is somebody else's.
    """
    words = collapse(re.sub(r"\W+", " ", fold(name)))
    if _holds(words, _known()["lời của bên khác"]):
        return ""
    kinds = _known()["bên xác nhận"]
    return next(
        (who for who, begins in kinds.items() if any(f"{words} ".startswith(f"{b} ") for b in begins)), ""
    )


def own_document(code: str) -> bool:
    """Whether a number can be that of MTTQ or Ban TTND: "03/BB-TTND" is one, "45/BC-UBND" is UBND's.

    Only the notation of a number is looked at: minutes of a meeting with UBND are no document of UBND.
    """
    parts = {part for notation in _NOTATION.findall(fold(code)) for part in re.split(r"\W+", notation)}
    return parts.isdisjoint(_known()["ký hiệu của bên khác"])


def in_order(said: Confirmation) -> bool:
    """Whether neither the confirmation nor its document is older than the report that it is about."""
    return not out_of_order(said)


def out_of_order(said: Confirmation) -> dict[str, date]:
    """The days of a confirmation that come before the report it is about, by their key: of itself, of its document."""
    days = {"ngày": said.on, "văn bản ngày": said.document_date}
    return {key: day for key, day in days.items() if day and said.report_on and day < said.report_on}


def confirmation_label(said: Confirmation) -> str:
    """The words shown beside a confirmation: its finding, and that no document stands behind it where none does."""
    return said.finding if confirms(said) else f"{said.finding} ({UNDOCUMENTED})"


def _holds(words: str, phrases: list[str]) -> bool:
    return any(f" {phrase} " in f" {words} " for phrase in phrases)


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = shipped("progress", "xac-nhan.yml")
    return known
