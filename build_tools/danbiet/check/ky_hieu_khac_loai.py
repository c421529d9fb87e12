"""A type word that its own symbol contradicts: "Quy chế số 01/2024/QĐ-UBND" (QĐ is a decision's)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet.check.citing import citations, finding
from danbiet.issues import Issue, Severity
from danbiet.model import Site
from danbiet.register.numbers import types
from danbiet.text import fold

RULE = "ky-hieu-khac-loai"


def check(site: Site) -> Iterator[Issue]:
    """Only where the type has symbols of its own and the number begins with another type's."""
    seen: set[tuple[str, str]] = set()
    for plan, citation in citations(site):
        mention = citation.mention
        own = types().get(fold(mention.type_name))
        printed = _type_symbol(mention.number or "")
        if own is None or not own.symbols or printed is None or printed in {fold(s) for s in own.symbols}:
            continue
        others = [kind.name for kind in types().values() if printed in {fold(s) for s in kind.symbols}]
        key = (plan.path, fold(mention.number or ""))
        if not others or key in seen:
            continue
        seen.add(key)
        message = f"gọi là {mention.type_name} nhưng số {mention.number} mang ký hiệu của {others[0]}"
        remedy = f"Viết “{others[0]} số {mention.number}”, hoặc đối chiếu lại số với bản gốc"
        yield finding(plan, citation, RULE, Severity.NOTE, message, remedy)


def _type_symbol(number: str) -> str | None:
    """The part of a number that stands for the type: "qd" of "01/2024/QĐ-UBND", folded."""
    match = re.match(r"^\d+[^/\-]*(?:/(?:19|20)\d\d)?[/\-]([^\d/\-]+)[/\-]", number)
    return fold(match[1]) if match else None
