"""A number or symbol that is misspelt: a letter off, "sô", a stray or missing space, Party order for a state body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet.check.citing import citations, finding
from danbiet.issues import Issue, Severity
from danbiet.model import Citation, Plan, Repair, Site
from danbiet.register.agencies import symbol_agencies
from danbiet.text import collapse

RULE = "so-ky-hieu-viet-sai"

_SAID = {
    "chu-so": "chữ “số” viết thành “{printed}”",
    "khoang-trang": "thừa dấu cách trong số, ký hiệu “{printed}”",
    "chu-hoa": "ký hiệu “{printed}” viết sai chữ hoa, chữ thường",
}


def check(site: Site) -> Iterator[Issue]:
    """A symbol one letter off is a warning (the number was not taken for another); the rest are notes."""
    for plan, citation in citations(site):
        state_order = _state_order(citation)
        right = state_order or citation.mention.number or ""
        for repair in citation.mention.repairs:
            if issue := _misspelt(plan, citation, repair, right):
                yield issue
        if issue := _glued(plan, citation, right):
            yield issue
        if state_order:
            yield _party_order(plan, citation, state_order)


def _misspelt(plan: Plan, citation: Citation, repair: Repair, right: str) -> Issue | None:
    """A slip that was read past; ``right`` is the number as it should stand, all its slips mended."""
    if repair.kind == "ky-hieu":
        message = f"ký hiệu “{repair.printed}” không có trong danh mục, có lẽ là “{repair.read}”"
        remedy = "Đối chiếu với bản gốc của văn bản được viện dẫn"
        return finding(plan, citation, RULE, Severity.WARNING, message, remedy)
    said = _SAID.get(repair.kind)
    if said is None or (repair.kind == "khoang-trang" and _wrapped(plan, citation)):
        return None
    number = right or repair.read
    remedy = f"Viết “số {number}”" if repair.kind == "chu-so" else f"Viết “{number}”"
    message = said.format(printed=collapse(repair.printed))
    return finding(plan, citation, RULE, Severity.NOTE, message, remedy)


def _wrapped(plan: Plan, citation: Citation) -> bool:
    """Whether a line ends inside the number: then the space may be the page's, not the author's."""
    mention = citation.mention
    return "\n" in plan.source[mention.core_start : mention.core_end]


def _glued(plan: Plan, citation: Citation, right: str) -> Issue | None:
    """ "số181/QĐ-UBND": no space after the word."""
    if not re.search(r"(?i)số\d", citation.mention.raw):
        return None
    message = "thiếu dấu cách sau chữ “số”"
    return finding(plan, citation, RULE, Severity.NOTE, message, f"Viết “số {right}”")


_PARTY = re.compile(r"^(\d+)-([^/\-]+)/([^/\-]+)$")


def _state_order(citation: Citation) -> str:
    """ "45/NQ-HĐND" of a state body's "45-NQ/HĐND", which stands in the order of Party numbers; else nothing."""
    match = _PARTY.match(citation.mention.number or "")
    if not match:
        return ""
    number, kind, symbol = match.groups()
    known = symbol_agencies(symbol)
    if not known or any(agency.group != "nhà nước" for agency in known) or symbol.upper().startswith("BCĐ"):
        return ""
    return f"{number}/{kind}-{symbol}"


def _party_order(plan: Plan, citation: Citation, state_order: str) -> Issue:
    message = "số, ký hiệu viết theo lối văn bản của Đảng mà cơ quan ban hành là cơ quan nhà nước"
    remedy = f"Đối chiếu với bản gốc; theo Nghị định 30/2020/NĐ-CP thường là “{state_order}”"
    return finding(plan, citation, RULE, Severity.NOTE, message, remedy)
