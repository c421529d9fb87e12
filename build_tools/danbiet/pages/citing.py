"""Who cites an instrument: plan by plan, every mention among its neighbouring words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from danbiet import addresses, words
from danbiet.model import Citation
from danbiet.pages.cited import place
from danbiet.pages.index import Index
from danbiet.pages.views import Link, ValidityView
from danbiet.register import validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence that cites: the words around the mention, and where it stands."""

    before: str
    mention: str
    after: str
    href: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingPlan:
    """A plan that cites an instrument, with every place where it does."""

    plan: Link
    body: str
    year: int
    then: ValidityView | None
    on_basis: str
    quotes: tuple[Quote, ...]


def citing_plans(citations: Sequence[Citation], index: Index, here: str) -> Iterator[CitingPlan]:
    """The plans behind some citations, each with every place where it cites."""
    by_plan: dict[str, list[Citation]] = {}
    for citation in citations:
        by_plan.setdefault(citation.plan_key, []).append(citation)
    for key, group in by_plan.items():
        plan, day = index.site.plans[key], index.day_of(index.site.plans[key])
        instrument = index.instrument_of(group[0])
        known = instrument is not None and instrument.registered
        yield CitingPlan(
            plan=plan_link(key, index, here),
            body=index.body_name(plan),
            year=plan.year,
            then=ValidityView.of(validity(instrument, day.day)) if instrument and known and day.day else None,
            on_basis="" if day.stated else day.basis,
            quotes=tuple(_quote(citation, index, here) for citation in group),
        )


def _quote(citation: Citation, index: Index, here: str) -> Quote:
    """The words of the block around a mention, cut to a sentence or so, as the plan has them."""
    before, printed, after, section = index.quoted(citation)
    return Quote(
        before=_tail(before),
        mention=printed,
        after=words.short(after, 160),
        href=place(citation, index, here),
        section=words.section_label(section),
    )


def _tail(text: str, limit: int = 120) -> str:
    return text if len(text) <= limit else "… " + text[-limit:].partition(" ")[2]


def plan_link(key: str, index: Index, here: str) -> Link:
    """A plan by its title, and its page."""
    plan = index.site.plans[key]
    return Link(text=words.plan_title(plan), href=addresses.relative(addresses.plan(key), here))
