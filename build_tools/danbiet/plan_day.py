"""The day of a plan, or the earliest day it can have: one rule for validity, deadlines and progress."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from danbiet import words
from danbiet.model import Citation, Instrument, Mention, Plan
from danbiet.records.dates import read_date

_STAMPED = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}")


def plan_date_bound(
    plan: Plan, citations: Sequence[Citation | Mention], instruments: Mapping[str, Instrument] | None = None
) -> tuple[date | None, str]:
    """The plan's day, or the earliest it can have, and in Vietnamese how that is known.

    A plan without a day cannot be older than what it cites as issued, nor than its signature
    stamps; a printed month or year bounds it too. An implausible date (after the plan's year) is
    left out. Nothing where no bound is known.
    """
    issued = plan.issued
    if issued and issued.exact:
        return issued.exact, f"ngày ban hành kế hoạch: {words.day(issued.exact)}"
    found: list[tuple[date, str]] = []
    if issued:
        found.append((issued.earliest, f"kế hoạch ghi {words.partial(issued)}"))
    stamped = [day for stamp in plan.stamps if (day := stamp_day(stamp))]
    found += [(day, f"dấu ký số ngày {words.day(day)}") for day in stamped]
    for citation in citations:
        day = _cited_day(citation, instruments or {})
        if day and day.year <= plan.year:
            found.append((day, f"viện dẫn văn bản ngày {words.day(day)}"))
    if not found:
        return None, "chưa rõ ngày ban hành kế hoạch"
    day, reason = max(found, key=lambda pair: pair[0])
    return day, f"kế hoạch không ghi ngày; sớm nhất là {words.day(day)} ({reason})"


def stamp_day(stamp: str) -> date | None:
    """The day of a signature stamp ("2024-03-19T08:00:00+07:00", "19/03/2024 08:00:00"), if readable."""
    match = _STAMPED.search(stamp)
    found = read_date(match.group()) if match else None
    return found.exact if found else None


def _cited_day(cited: Citation | Mention, instruments: Mapping[str, Instrument]) -> date | None:
    mention = cited.mention if isinstance(cited, Citation) else cited
    if mention.date and mention.date.exact:
        return mention.date.exact
    known = instruments.get(cited.instrument or "") if isinstance(cited, Citation) else None
    return known.issued.exact if known and known.issued else None
