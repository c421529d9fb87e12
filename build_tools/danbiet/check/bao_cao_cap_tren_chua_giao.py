"""A superior plan that this plan carries out wants a report which this plan gives nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet.check.assigning import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Body, Citation, Obligation, Plan, Site
from danbiet.text import fold

RULE = "bao-cao-cap-tren-chua-giao"
_WIDER = {
    "xa": ("xa", "cap xa", "dia phuong"),
    "phuong": ("phuong", "cap xa", "dia phuong"),
    "thi tran": ("thi tran", "cap xa", "dia phuong"),
    "huyen": ("huyen", "cap huyen", "dia phuong"),
    "thi xa": ("thi xa", "cap huyen", "dia phuong"),
    "thanh pho": ("thanh pho", "cap huyen", "dia phuong"),
}


def check(site: Site) -> Iterator[Issue]:
    """A note for each report of a plan published here and cited, if it is due from bodies of this kind.

    Only superior plans that stand on this site can be compared.
    """
    for key, plan in site.plans.items():
        body = site.bodies.get(site.plan_bodies.get(key, ""))
        seen: set[str] = set()
        for citation in site.citations.get(key, ()):
            instrument = site.instruments.get(citation.instrument or "")
            superior = instrument.plan_key if instrument else None
            if body is None or superior is None or superior in seen or superior not in site.plans:
                continue
            seen.add(superior)
            if site.plan_bodies.get(superior) != body.id:
                yield from _missing(site, plan, body, citation, superior)


def _missing(site: Site, plan: Plan, body: Body, citation: Citation, superior: str) -> Iterator[Issue]:
    own = site.obligations.get(plan.key, ())
    for wanted in site.obligations.get(superior, ()):
        duty = wanted.duty
        if (
            duty.reports_to is None
            or not (duty.deadlines or duty.recurrence)
            or not _falls_on(body, duty.unit)
        ):
            continue
        if any(_answers(obligation, duty.reports_to) for obligation in own):
            continue
        when = "; ".join(deadline.raw for deadline in duty.deadlines) or "định kỳ"
        yield finding(
            plan,
            citation.mention.start,
            citation.mention.raw,
            RULE,
            Severity.NOTE,
            f"kế hoạch cấp trên yêu cầu báo cáo về {duty.reports_to} ({when}), kế hoạch này chưa giao ai",
            "Giao một đơn vị lập báo cáo ấy, kèm thời hạn",
        )
        return


def _falls_on(body: Body, unit: str | None) -> bool:
    """Whether a unit of the superior plan holds this body: "UBND các xã, thị trấn"."""
    name = fold(unit or "")
    if re.search(rf"\b{re.escape(fold(body.name))}\b", name):
        return True
    level = next((level for level in _WIDER if fold(body.level) == level), None)
    if level is None or not re.search(r"\b(?:ubnd|uy ban nhan dan|cac|cap)\b", name):
        return False
    return any(re.search(rf"\b{word}\b", name) for word in _WIDER[level])


def _answers(obligation: Obligation, reports_to: str) -> bool:
    """Whether an obligation is a report to that body, or to one named alike."""
    to = fold(obligation.duty.reports_to or "")
    wanted = fold(reports_to)
    return bool(to) and (to == wanted or wanted in to or to in wanted or wanted.split()[-1] == to.split()[-1])
