"""What the rules about citations share: where a citation stands, and how a finding about it is made."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet import words
from danbiet.issues import Issue, Severity
from danbiet.model import Citation, Instrument, MentionKind, Plan, Site
from danbiet.text import collapse, fold, nfc, position

# Laws are cited by name alone (NĐ 30/2020/NĐ-CP, Phụ lục I): they need neither number nor date.
CITED_BY_NAME = frozenset({"luat", "bo luat", "hien phap", "phap lenh"})


def citations(site: Site) -> Iterator[tuple[Plan, Citation]]:
    """Every citation with its plan, plans in order of key, citations in document order."""
    for key, found in site.citations.items():
        for citation in found:
            yield site.plans[key], citation


def finding(
    plan: Plan, citation: Citation, rule: str, severity: Severity, message: str, remedy: str
) -> Issue:
    """A finding at a citation, quoting it as printed."""
    line, column = position(plan.source, citation.mention.start)
    return Issue(
        rule=rule,
        severity=severity,
        path=plan.path,
        line=line,
        column=column,
        quote=collapse(nfc(citation.mention.raw)),
        message=message,
        remedy=remedy,
    )


def by_name(citation: Citation) -> bool:
    """Whether a citation is by name, or of a kind that is cited by name alone."""
    mention = citation.mention
    return mention.kind is not MentionKind.NUMBERED or fold(mention.type_name) in CITED_BY_NAME


def place_in_plan(plan: Plan, citation: Citation) -> str:
    """Where a citation stands, for quoting it in another finding: ``plans/2024/x.md:14``."""
    line, _ = position(plan.source, citation.mention.start)
    return f"{plan.path}:{line}"


def instrument_name(instrument: Instrument) -> str:
    """Type, number, date and issuer, as far as the register has them."""
    parts = [instrument.type_name]
    if instrument.number:
        parts.append(f"số {instrument.number}")
    if instrument.issued:
        date = words.partial(instrument.issued)
        parts.append(f"ngày {date}" if instrument.issued.exact else date)
    if instrument.issuer:
        parts.append(f"của {instrument.issuer}")
    return " ".join(parts)
