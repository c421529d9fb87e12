"""A mention that several registered instruments fit, or that says too little to tell, with the candidates."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet.check.citing import citations, finding, instrument_name
from danbiet.issues import Issue, Severity
from danbiet.model import Site

RULE = "vien-dan-nhieu-van-ban"


def check(site: Site) -> Iterator[Issue]:
    """One note a plan and number: what is missing to tell which is meant is for the author to add."""
    seen: set[tuple[str, str]] = set()
    for plan, citation in citations(site):
        if citation.instrument or not citation.candidates or (plan.path, citation.page_id) in seen:
            continue
        seen.add((plan.path, citation.page_id))
        known = [site.instruments[key] for key in citation.candidates if key in site.instruments]
        names = "; ".join(instrument_name(instrument) for instrument in known) or "; ".join(
            citation.candidates
        )
        message = (
            f"có thể là một trong các văn bản: {names}"
            if len(citation.candidates) > 1
            else f"chưa đủ để biết có phải là {names}"
        )
        remedy = "Ghi đủ ngày và cơ quan ban hành để người đọc tìm đúng văn bản"
        yield finding(plan, citation, RULE, Severity.NOTE, message, remedy)
