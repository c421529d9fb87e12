"""A symbol that cannot belong to the issuer named: CT-TTg of a provincial committee."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet.check.citing import citations, finding
from danbiet.issues import Issue, Severity
from danbiet.model import Citation, Plan, Site
from danbiet.register.agencies import Agency, read_issuer, symbol_agencies
from danbiet.text import fold

RULE = "ky-hieu-khac-co-quan"


def check(site: Site) -> Iterator[Issue]:
    """Only where both the symbol and the issuer are in the data of agencies and do not go together."""
    seen: set[tuple[str, str, str]] = set()
    for plan, citation in citations(site):
        mention = citation.mention
        if not mention.number or not mention.issuer:
            continue
        agency = read_issuer(mention.issuer).agency
        owners = _owners(mention.number)
        if agency is None or not owners or any(_same(agency, owner) for owner in owners):
            continue
        key = (plan.path, fold(mention.number), agency.code)
        if key not in seen:
            seen.add(key)
            yield _issue(plan, citation, owners)


def _owners(number: str) -> list[Agency]:
    """The agencies whose symbol stands in a number; none where any part of it may be another's."""
    parts = [part for part in re.split(r"[/\-\s]+", number) if part and not part.isdigit()]
    return [agency for part in parts for agency in symbol_agencies(part)]


def _same(agency: Agency, owner: Agency) -> bool:
    return agency.code == owner.code


def _issue(plan: Plan, citation: Citation, owners: list[Agency]) -> Issue:
    names = list(dict.fromkeys(owner.name for owner in owners))[:3]
    message = (
        f"số {citation.mention.number} mang ký hiệu của {' hoặc '.join(names)}, "
        f"còn kế hoạch ghi cơ quan ban hành là {citation.mention.issuer}"
    )
    remedy = "Đối chiếu với bản gốc: sửa ký hiệu hoặc cơ quan ban hành, hoặc nêu lý do ở “giải trình”"
    return finding(plan, citation, RULE, Severity.WARNING, message, remedy)
