"""Paper from the same reading as the pages: the notice for the board, the sheet for the meeting, the script
for the loudspeaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from danbiet import addresses
from danbiet.model import Obligation, Site
from danbiet.output import Artifact, Page, Settings
from danbiet.paper.notice import notice_page
from danbiet.paper.picture import picture
from danbiet.paper.script import script_page
from danbiet.paper.sheet import plan_sheet_page, unit_sheet_page
from danbiet.progress import site_states

__all__ = ["artifacts", "render"]


def render(site: Site, settings: Settings) -> Iterator[Page]:
    """A notice, a script and a sheet for each plan, and a sheet for each unit that owes something."""
    states = site_states(site)
    for plan in site.plans.values():
        yield notice_page(plan, site, settings)
        yield script_page(plan, site, settings)
        yield plan_sheet_page(plan, site, states, settings)
    owed: dict[str, list[Obligation]] = defaultdict(list)
    for group in site.obligations.values():
        for obligation in group:
            owed[obligation.unit_id].append(obligation)
    for unit_id, obligations in sorted(owed.items()):
        yield unit_sheet_page(site.units[unit_id], obligations, site, states, settings)


def artifacts(site: Site, settings: Settings) -> Iterator[Artifact]:
    """The picture of each plan for sharing; none without a public address, since only that is shared."""
    if settings.site_url:
        for plan in site.plans.values():
            yield Artifact(address=addresses.plan_picture(plan.key), content=picture(plan, site))
