"""The day of a plan, or the earliest day it can have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from danbiet.model import Citation, Instrument, Mention, Plan
from danbiet.register.validity import vietnamese


def plan_date_bound(
    plan: Plan, citations: Sequence[Citation | Mention], instruments: Mapping[str, Instrument] | None = None
) -> tuple[date | None, str]:
    """The plan's day, or the earliest it can have, and in Vietnamese how that is known.

    A plan without a day cannot be older than what it cites as issued, nor than its signature
    stamps; a printed month or year bounds it too. An implausible date (after the plan's year) is
    left out. Nothing where no bound is known.
    """
    if plan.issued and plan.issued.exact:
        return plan.issued.exact, f"ngày ban hành kế hoạch: {vietnamese(plan.issued.exact)}"
    found: list[tuple[date, str]] = []
    if plan.issued and plan.issued.month:
        found.append((plan.issued.earliest, f"kế hoạch ghi tháng {plan.issued.month}/{plan.issued.year}"))
    stamped = [day for stamp in plan.stamps if (day := _stamp_day(stamp))]
    found += [(day, f"dấu ký số ngày {vietnamese(day)}") for day in stamped]
    for citation in citations:
        day = _cited_day(citation, instruments or {})
        if day and day.year <= plan.year:
            found.append((day, f"viện dẫn văn bản ngày {vietnamese(day)}"))
    if not found:
        return None, "chưa rõ ngày ban hành kế hoạch"
    day, reason = max(found, key=lambda pair: pair[0])
    return day, f"kế hoạch không ghi ngày; sớm nhất là {vietnamese(day)} ({reason})"


def _stamp_day(stamp: str) -> date | None:
    try:
        return datetime.fromisoformat(stamp).date()
    except ValueError:
        return None


def _cited_day(cited: Citation | Mention, instruments: Mapping[str, Instrument]) -> date | None:
    mention = cited.mention if isinstance(cited, Citation) else cited
    if mention.date and mention.date.exact:
        return mention.date.exact
    known = instruments.get(cited.instrument or "") if isinstance(cited, Citation) else None
    return known.issued.exact if known and known.issued else None
