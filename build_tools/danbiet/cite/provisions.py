"""The article or clause that stands before an instrument: "điểm a khoản 3 Điều 33"."""

from __future__ import annotations

import re

from danbiet.cite.normalise import Reading

_WINDOW = 160
_NEAR = 60  # the last unit of a provision stands within this
_UNIT = r"(?:diem|khoan|dieu|muc|chuong|phan|phu luc|cac diem|cac khoan|cac dieu|tieu muc|doan)"
_LABEL = r"(?:\d{1,3}[a-z]?(?:\.\d{1,2}){0,3}|[a-z]{1,2}|[ivxlc]{1,6})"
_CLAUSE = rf"{_UNIT} (?:so )?{_LABEL}(?:(?:,| va|, va| den| hoac| -) (?:{_UNIT} )?{_LABEL}(?![a-z]))*"
_PROVISION = re.compile(
    rf"(?<![a-z])((?:tu )?{_CLAUSE}(?:(?:,| va| den|,? tai| -|;| cua)? {_CLAUSE})*),?"
    r"(?: cua| tai| ban hanh kem theo| kem theo)?(?: cac)? $"
)


def read_provision(reading: Reading, start: int) -> str | None:
    """The provision printed right before ``start`` in the copy, or nothing."""
    window = max(0, start - _WINDOW)
    before = reading.low[window:start]
    near = before[-_NEAR:]
    if not any(word in near for word in ("dieu ", "khoan ", "diem ", "phu luc ", "chuong ", "muc ")):
        return None
    found = _PROVISION.search(before)
    if found is None:
        return None
    return reading.words(window + found.start(1), window + found.end(1))
