"""An instrument that was out of force at the plan's date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet.check.citing import citations, finding, instrument_name
from danbiet.issues import Issue, Severity
from danbiet.model import Citation, Instrument, Plan, Site, Validity, ValidityState
from danbiet.register import plan_date_bound, validity
from danbiet.text import fold

RULE = "vien-dan-het-hieu-luc"

# A plan that ends, replaces or winds up an instrument may well name a dead one.
_ENDING = re.compile(
    r"(thay the|bai bo|huy bo|het hieu luc|cham dut hieu luc|truoc day|tong ket)[^.;]{0,80}$"
)


def check(site: Site) -> Iterator[Issue]:
    """A known end is a warning, an inferred one a note; a plan without a day is judged by its earliest day."""
    bounds = {
        key: plan_date_bound(plan, site.citations.get(key, ()), site.instruments)
        for key, plan in site.plans.items()
    }
    seen: set[tuple[str, str]] = set()
    for plan, citation in citations(site):
        instrument = site.instruments.get(citation.instrument or "")
        on, known_by = bounds[plan.key]
        if instrument is None or on is None or (plan.path, instrument.id) in seen:
            continue
        state = validity(instrument, on)
        if state.state in (ValidityState.EXPIRED, ValidityState.PRESUMED_LAPSED) and not _ending(
            plan, citation
        ):
            seen.add((plan.path, instrument.id))
            after = [site.instruments[key] for key in instrument.replaced_by if key in site.instruments]
            yield _issue(plan, citation, after, state, known_by)


def _ending(plan: Plan, citation: Citation) -> bool:
    start = citation.mention.start
    return bool(_ENDING.search(fold(plan.source[max(0, start - 120) : start])))


def _issue(plan: Plan, citation: Citation, after: list[Instrument], state: Validity, known_by: str) -> Issue:
    sure = state.state is ValidityState.EXPIRED
    message = f"vào ngày của kế hoạch ({known_by}) văn bản này {state.label}"
    if after:
        message += f"; được thay thế bởi {'; '.join(map(instrument_name, after))}"
    remedy = "Viện dẫn văn bản đang có hiệu lực" if sure else "Kiểm tra hiệu lực trước khi viện dẫn"
    severity = Severity.WARNING if sure else Severity.NOTE
    return finding(plan, citation, RULE, severity, message, f"{remedy}, hoặc nêu lý do ở “giải trình”")
