"""/kiem-tra/vien-dan/: citations that lead nowhere sure, or to what was out of force, and how they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from danbiet import addresses
from danbiet.model import Plan
from danbiet.output import Page, Settings
from danbiet.pages.doubts import KINDS, At, Doubt, Kind, doubts, issues_at
from danbiet.pages.index import Index
from danbiet.pages.parts import LINES
from danbiet.templates import fill
from danbiet.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationCheckingContext:
    """What ``pages/citation_checking.html`` is given: places by kind; ``body`` where it is of one body alone."""

    today: date
    body: str
    total: int
    groups: tuple[tuple[Kind, tuple[Doubt, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyDoubts:
    """A body in the overview: how many places of its plans are to be looked at, in the order of kinds."""

    id: str
    name: str
    href: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationOverviewContext:
    """What ``pages/citation_overview.html`` is given: the kinds that occur, and a line for each body."""

    today: date
    total: int
    kinds: tuple[Kind, ...]
    bodies: tuple[BodyDoubts, ...]


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The page about citations; an overview and a page for each body where it would be too long."""
    at = issues_at(index)
    whole = context(index, list(index.site.plans.values()), at, "", addresses.CITATION_CHECKING)
    if sum(len(entries) for _, entries in whole.groups) <= LINES:
        yield _page(addresses.CITATION_CHECKING, whole)
        return
    kinds = tuple(kind for kind, _ in whole.groups)
    bodies = []
    for body_id, plans in index.plans_by_body.items():
        address = addresses.body_citation_checking(body_id)
        filled = context(index, plans, at, index.body_name(plans[0]), address)
        if filled.groups:
            yield _page(address, filled)
            href = addresses.relative(address, addresses.CITATION_CHECKING)
            found = dict(filled.groups)
            counts = tuple(len(found.get(kind, ())) for kind in kinds)
            bodies.append(BodyDoubts(id=body_id, name=filled.body, href=href, counts=counts))
    overview = CitationOverviewContext(
        today=index.site.today,
        total=whole.total,
        kinds=kinds,
        bodies=tuple(sorted(bodies, key=lambda body: fold(body.name))),
    )
    yield _page(addresses.CITATION_CHECKING, overview, "citation_overview")


def _page(
    address: str, filled: CitationCheckingContext | CitationOverviewContext, kind: str = "citation_checking"
) -> Page:
    body = getattr(filled, "body", "")
    above = (("Bảng kiểm tra", addresses.CHECKING), ("Kiểm tra viện dẫn", addresses.CITATION_CHECKING))
    return Page(
        address=address,
        title=f"Kiểm tra viện dẫn{f': {body}' if body else ''}",
        body=fill(f"pages/{kind}.html", filled),
        kind="citation-checking",
        description="Viện dẫn tới văn bản đã hết hiệu lực, viện dẫn chưa xác định, và mâu thuẫn trong kế hoạch.",
        crumbs=above if body else above[:1],
    )


def context(index: Index, plans: Sequence[Plan], at: At, body: str, here: str) -> CitationCheckingContext:
    """The context of the page at ``here`` about the citations of these plans."""
    found = doubts(plans, index, at, here)
    return CitationCheckingContext(
        today=index.site.today,
        body=body,
        total=sum(len(index.site.citations.get(plan.key, ())) for plan in plans),
        groups=tuple((kind, tuple(found[kind])) for kind in KINDS if kind in found),
    )
