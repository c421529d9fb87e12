"""A recipient that no longer existed when the plan was issued.

Since 1/7/2025 there are two levels of local government: districts, towns under a province and
townships ended (Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Nghị quyết 203/2025/QH15).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from danbiet.check.assigning import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Body, Plan, Site
from danbiet.register import plan_date_bound
from danbiet.text import collapse, fold, nfc

RULE = "noi-nhan-da-het-ton-tai"
TWO_LEVELS_SINCE = date(2025, 7, 1)
# "thành phố" is left out: cities under the centre remain.
_ENDED_LEVEL = re.compile(
    r"\b(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|ub ?mttq|mttq|mttq việt nam|mặt trận tổ quốc|công an"
    r"|phòng [\w ]{3,40}?) (?:các )?(?:huyện|thị xã|quận)\b|\b(?:huyện|thị|quận) ủy\b|\bubnd (?:các )?thị trấn\b"
)


def check(site: Site) -> Iterator[Issue]:
    """A warning for each recipient that names a level or a body gone at the plan's earliest day."""
    for plan in site.plans.values():
        bound, known_by = plan_date_bound(plan, site.citations.get(plan.key, ()), site.instruments)
        if bound is None:
            continue
        for recipient in plan.recipients:
            if _ended(recipient, bound, site, plan):
                yield finding(
                    plan,
                    _where(plan, recipient),
                    recipient,
                    RULE,
                    Severity.WARNING,
                    f"nơi nhận này không còn vào ngày của kế hoạch ({known_by})",
                    "Xem lại nơi nhận: từ 01/7/2025 chỉ còn cấp tỉnh và cấp xã",
                )


def _ended(recipient: str, on: date, site: Site, plan: Plan) -> bool:
    if on >= TWO_LEVELS_SINCE and _ENDED_LEVEL.search(collapse(nfc(recipient)).lower().replace("uỷ", "ủy")):
        return True
    words = collapse(fold(recipient))
    own = site.plan_bodies.get(plan.key)
    return any(
        _names(words, body) and body.ended <= on
        for body in site.bodies.values()
        if body.ended and body.id != own
    )


def _names(words: str, body: Body) -> bool:
    return re.search(rf"\b{re.escape(collapse(fold(body.name)))}\b", words) is not None


def _where(plan: Plan, recipient: str) -> int:
    """Where the recipient stands in the file; the key of the list where its words are not found."""
    at = plan.source.find(recipient.strip(" ;.-"))
    return at if at >= 0 else 0
