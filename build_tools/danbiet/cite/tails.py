"""Step 5: what follows the core: date and issuer in either order, a term, a year."""

from __future__ import annotations

from danbiet.cite.dates import read_date, read_year
from danbiet.cite.draft import Draft
from danbiet.cite.issuers import read_issuer_after
from danbiet.cite.normalise import Reading


def read_tail(reading: Reading, draft: Draft, *, year: bool = True) -> Draft:
    """``draft`` with the date and issuer that follow it, its end moved behind them."""
    undated = draft.date is None
    for _ in range(2):
        if undated and (dated := read_date(reading, draft.end)):
            draft.date, draft.end = dated
            undated = False
            continue
        # behind an issuer a year is of what goes on: "… giữa UBND và MTTQ tỉnh năm 2018"
        if (
            undated
            and year
            and not (draft.issuer and draft.code)
            and (dated := read_year(reading, draft.end, bare=draft.code is None))
        ):
            draft.date, draft.end = dated
            undated = False
            continue
        if draft.issuer is None:
            issuer = read_issuer_after(
                reading, draft.end, joint=draft.type.joint, any_case=draft.code is not None
            )
            if issuer:
                draft.issuer = reading.words(issuer.start, issuer.end)
                draft.end = issuer.end
    return draft
