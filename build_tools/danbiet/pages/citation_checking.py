"""/kiem-tra/vien-dan/: citations that lead nowhere sure, or to what was out of force; and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from danbiet import addresses
from danbiet.issues import Issue, Severity, in_order
from danbiet.model import Citation, Plan
from danbiet.output import Page, Settings
from danbiet.pages.cited import OUT_OF_FORCE, named, place
from danbiet.pages.index import UNDETERMINED, Index
from danbiet.pages.parts import LINES
from danbiet.pages.views import Link, ValidityView
from danbiet.register import validity
from danbiet.templates import fill
from danbiet.text import fold, position


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A citation to look at: as printed, where it stands, where its link leads, and what is known."""

    printed: str
    plan: Link
    body: str
    target: Link
    then: ValidityView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found in a plan, with the author's answer where there is one."""

    plan: Link | None
    path: str
    line: int
    severity: str
    message: str
    quote: str
    remedy: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationCheckingContext:
    """What ``pages/citation_checking.html`` is given; ``body`` is set where it is of one body alone."""

    today: date
    body: str
    total: int
    dead: tuple[Doubt, ...]
    several: tuple[Doubt, ...]
    unregistered: tuple[Doubt, ...]
    undetermined: tuple[Doubt, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyDoubts:
    """A body in the overview: how many citations of its plans are to be looked at, by kind, and findings."""

    id: str
    name: str
    href: str
    counts: tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationOverviewContext:
    """What ``pages/citation_overview.html`` is given."""

    today: date
    total: int
    bodies: tuple[BodyDoubts, ...]


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The page about citations; an overview and a page for each body where it would be too long."""
    findings = _findings(index)
    every = list(index.site.plans.values())
    whole = context(index, every, findings, "", addresses.CITATION_CHECKING)
    if sum(_lengths(whole)) <= LINES:
        yield _page(addresses.CITATION_CHECKING, whole)
        return
    bodies = []
    for body_id, plans in index.plans_by_body.items():
        address = addresses.body_citation_checking(body_id)
        paths = {plan.path for plan in plans}
        theirs = [issue for issue in findings if issue.path in paths]
        filled = context(index, plans, theirs, index.body_name(plans[0]), address)
        if any(_lengths(filled)):
            yield _page(address, filled)
            href = addresses.relative(address, addresses.CITATION_CHECKING)
            bodies.append(BodyDoubts(id=body_id, name=filled.body, href=href, counts=_lengths(filled)))
    overview = CitationOverviewContext(
        today=index.site.today,
        total=whole.total,
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


def _lengths(filled: CitationCheckingContext) -> tuple[int, int, int, int, int]:
    return (
        len(filled.dead),
        len(filled.several),
        len(filled.undetermined),
        len(filled.unregistered),
        len(filled.findings),
    )


def context(
    index: Index, plans: Sequence[Plan], findings: Sequence[Issue], body: str, here: str
) -> CitationCheckingContext:
    """The context of the page at ``here`` about the citations of these plans."""
    every = [c for plan in plans for c in index.site.citations.get(plan.key, ())]
    dead: list[Doubt] = []
    several: list[Doubt] = []
    unregistered: list[Doubt] = []
    undetermined: list[Doubt] = []
    for citation in every:
        doubt = _doubt(citation, index, here)
        instrument = named(citation, index).instrument
        if citation.candidates:
            several.append(doubt)
        elif citation.page_id == UNDETERMINED:
            undetermined.append(doubt)
        elif instrument is None or not instrument.registered:
            unregistered.append(doubt)
        elif doubt.then and doubt.then.slug in {state.value for state in OUT_OF_FORCE}:
            dead.append(doubt)
    return CitationCheckingContext(
        today=index.site.today,
        body=body,
        total=len(every),
        dead=tuple(dead),
        several=tuple(several),
        unregistered=tuple(unregistered),
        undetermined=tuple(undetermined),
        findings=tuple(_finding(issue, index, here) for issue in findings),
    )


def _findings(index: Index) -> list[Issue]:
    """What rules found at citations, those that the site carries."""
    at_citations = _places(index)
    return [
        issue
        for issue in in_order(index.site.issues)
        if issue.severity < Severity.ERROR and (issue.path, issue.line, issue.column) in at_citations
    ]


def _doubt(citation: Citation, index: Index, here: str) -> Doubt:
    plan, target = index.site.plans[citation.plan_key], named(citation, index)
    on, known = index.day_of(plan).day, target.instrument is not None and target.instrument.registered
    return Doubt(
        printed=index.quoted(citation)[1],
        plan=Link(text=plan.subject, href=place(citation, index, here)),
        body=index.body_name(plan),
        target=Link(text=target.name, href=addresses.relative(addresses.instrument(citation.page_id), here)),
        then=ValidityView.of(validity(target.instrument, on)) if target.instrument and known and on else None,
    )


def _finding(issue: Issue, index: Index, here: str) -> Finding:
    plan = index.plans_by_path.get(issue.path)
    href = addresses.relative(addresses.plan(plan.key), here) if plan else ""
    return Finding(
        plan=Link(text=f"{plan.subject} – {index.body_name(plan)}", href=href) if plan else None,
        path=issue.path,
        line=issue.line,
        severity=issue.severity.label,
        message=issue.message,
        quote=issue.quote,
        remedy=issue.remedy,
        answer=issue.answer or "",
    )


def _places(index: Index) -> set[tuple[str, int, int]]:
    """Path, line and column of every citation: of the findings only those that stand at one are shown."""
    return {
        (plan.path, *position(plan.source, citation.mention.start))
        for plan in index.site.plans.values()
        for citation in index.site.citations.get(plan.key, ())
    }
