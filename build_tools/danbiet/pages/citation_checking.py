"""/kiem-tra/vien-dan/: citations that lead nowhere sure, or to what was out of force; and findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from danbiet import addresses
from danbiet.issues import Issue, Severity, in_order
from danbiet.model import Citation
from danbiet.output import Page, Settings
from danbiet.pages.cited import OUT_OF_FORCE, named, place
from danbiet.pages.index import UNDETERMINED, Index
from danbiet.pages.views import Link, ValidityView
from danbiet.register import validity
from danbiet.templates import fill
from danbiet.text import position


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
    """What ``pages/citation_checking.html`` is given."""

    today: date
    total: int
    dead: tuple[Doubt, ...]
    several: tuple[Doubt, ...]
    unregistered: tuple[Doubt, ...]
    undetermined: tuple[Doubt, ...]
    findings: tuple[Finding, ...]


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The page about citations."""
    yield Page(
        address=addresses.CITATION_CHECKING,
        title="Kiểm tra viện dẫn",
        body=fill("pages/citation_checking.html", context(index)),
        kind="citation-checking",
        description="Viện dẫn tới văn bản đã hết hiệu lực, viện dẫn chưa xác định, và mâu thuẫn trong kế hoạch.",
        crumbs=(("Bảng kiểm tra", addresses.CHECKING),),
    )


def context(index: Index) -> CitationCheckingContext:
    """The context of the page about citations; findings are those the site carries."""
    every = [c for group in index.site.citations.values() for c in group]
    dead: list[Doubt] = []
    several: list[Doubt] = []
    unregistered: list[Doubt] = []
    undetermined: list[Doubt] = []
    for citation in every:
        doubt = _doubt(citation, index)
        instrument = named(citation, index).instrument
        if citation.candidates:
            several.append(doubt)
        elif citation.page_id == UNDETERMINED:
            undetermined.append(doubt)
        elif instrument is None or not instrument.registered:
            unregistered.append(doubt)
        elif doubt.then and doubt.then.slug in {state.value for state in OUT_OF_FORCE}:
            dead.append(doubt)
    at_citations = _places(index)
    return CitationCheckingContext(
        today=index.site.today,
        total=len(every),
        dead=tuple(dead),
        several=tuple(several),
        unregistered=tuple(unregistered),
        undetermined=tuple(undetermined),
        findings=tuple(
            _finding(i, index)
            for i in in_order(index.site.issues)
            if i.severity < Severity.ERROR and (i.path, i.line, i.column) in at_citations
        ),
    )


def _doubt(citation: Citation, index: Index) -> Doubt:
    here = addresses.CITATION_CHECKING
    plan, target = index.site.plans[citation.plan_key], named(citation, index)
    on, known = index.day_of(plan).day, target.instrument is not None and target.instrument.registered
    return Doubt(
        printed=index.quoted(citation)[1],
        plan=Link(text=plan.subject, href=place(citation, index, here)),
        body=index.body_name(plan),
        target=Link(text=target.name, href=addresses.relative(addresses.instrument(citation.page_id), here)),
        then=ValidityView.of(validity(target.instrument, on)) if target.instrument and known and on else None,
    )


def _finding(issue: Issue, index: Index) -> Finding:
    plan = index.plans_by_path.get(issue.path)
    href = addresses.relative(addresses.plan(plan.key), addresses.CITATION_CHECKING) if plan else ""
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
