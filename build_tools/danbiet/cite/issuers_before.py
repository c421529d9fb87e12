"""Step 4b: the issuer that stands before a number and is not repeated behind it.

"UBND tỉnh chỉ đạo tại Chỉ thị số 01/CT-UBND", "Bộ Tư pháp ban hành Công văn số 1866/BTP-PLHSHC". It is
taken only where the notation names the same kind of body, and never becomes part of the span.
"""

from __future__ import annotations

import re

from danbiet.cite.codes import Code
from danbiet.cite.issuers import read_issuer
from danbiet.cite.normalise import Reading

_WINDOW = 90
_LEAD = re.compile(
    r"(?: (?:da|co|vua))?(?: ban hanh| (?:(?:chi dao|giao|yeu cau|de nghi|huong dan) )?tai)(?: cac)? $"
)
_START = re.compile(r"(?:^|(?<=[^a-z0-9]))(?=[a-z])")
_SIGNS = (
    (re.compile(r"UBND$"), ("ubnd", "uy ban nhan dan")),
    (re.compile(r"HĐND$"), ("hdnd", "hoi dong nhan dan")),
    (re.compile(r"S[A-ZĐ]+$"), ("so ",)),
    (re.compile(r"B[A-ZĐ]+$"), ("bo ",)),
)


def read_issuer_before(reading: Reading, start: int, code: Code) -> str | None:
    """The issuer printed before the mention that begins at ``start``, where its symbol agrees."""
    window = max(0, start - _WINDOW)
    before = reading.low[window:start]
    if not before.endswith((" ban hanh ", " tai ", " cac ")):
        return None
    lead = _LEAD.search(before)
    names = _names(code)
    if lead is None or not names:
        return None
    for place in _START.finditer(before, 0, lead.start()):
        issuer = read_issuer(reading, window + place.start())
        if issuer and issuer.end == window + lead.start():
            found = reading.low[issuer.start : issuer.end]
            return reading.words(issuer.start, issuer.end) if any(n in found for n in names) else None
    return None


def _names(code: Code) -> tuple[str, ...]:
    if code.bare:
        return ("",)
    return next((names for part in code.parts for sign, names in _SIGNS if sign.match(part)), ())
