"""An instrument nobody has registered, with the entry to paste, filled with what the plan says."""

from __future__ import annotations

from collections.abc import Iterator

from danbiet import words
from danbiet.check.citing import citations, finding
from danbiet.check.entries import one_line
from danbiet.issues import Issue, Severity
from danbiet.model import Citation, Mention, PartialDate, Site
from danbiet.register.records import UNDETERMINED
from danbiet.text import collapse, nfc

RULE = "van-ban-chua-dang-ky"
FILE = "plans/_danh-muc/van-ban.yml"


def check(site: Site) -> Iterator[Issue]:
    """One note a plan and instrument; a mention too vague to register asks for its number instead."""
    seen: set[tuple[str, str]] = set()
    for plan, citation in citations(site):
        if citation.instrument or citation.candidates or (plan.path, citation.page_id) in seen:
            continue
        if citation.page_id == UNDETERMINED:
            yield finding(
                plan,
                citation,
                RULE,
                Severity.NOTE,
                "chưa xác định được đây là văn bản nào",
                "Ghi số, ký hiệu, ngày và cơ quan ban hành của văn bản",
            )
            continue
        seen.add((plan.path, citation.page_id))
        message = "văn bản chưa có trong danh mục nên chưa biết hiệu lực"
        yield finding(plan, citation, RULE, Severity.NOTE, message, f"Thêm vào {FILE}: {entry(citation)}")


def entry(citation: Citation) -> str:
    """The register's entry as one line of YAML, with what the mention says and nothing more."""
    mention = citation.mention
    facts = {
        "mã": citation.page_id,
        "tên loại": mention.type_name,
        "số ký hiệu": mention.number,
        "trích yếu": _subject(mention),
        "cơ quan ban hành": mention.issuer,
        "địa phương": (mention.issuer and citation.page_id.partition("--")[2]) or None,
        "ngày ban hành": _date(mention.date) if mention.date else None,
        "tình trạng": "chưa xác minh",
    }
    return one_line(facts)


def _date(date: PartialDate) -> str:
    return words.day(date.exact) if date.exact else str(date)


def _subject(mention: Mention) -> str:
    named = mention.name or (
        f"{mention.type_name} {mention.subject}" if mention.subject else mention.type_name
    )
    return collapse(nfc(named))
