"""A number first cited without its date or its issuer (NĐ 30/2020/NĐ-CP, Phụ lục I, phần căn cứ)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from danbiet import words
from danbiet.check.citing import by_name, citations, finding
from danbiet.issues import Issue, Severity
from danbiet.model import Citation, Instrument, Plan, Site
from danbiet.register.numbers import read_code
from danbiet.text import fold

RULE = "vien-dan-thieu-ngay-co-quan"

# "về tiếp tục thực hiện Chỉ thị số …": named inside another instrument's title, not cited by itself.
_IN_TITLE = re.compile(
    r"^[ ,]*[\"“(]*(ve|quy dinh|huong dan|ban hanh|sua doi|phe duyet|trien khai)\b[^.;\n]*$"
)


def check(site: Site) -> Iterator[Issue]:
    """Only the first mention in a plan; laws, ordinances and the constitution are cited by name."""
    seen: set[tuple[str, str, str]] = set()
    before: tuple[Plan, Citation] | None = None
    for plan, citation in citations(site):
        mention = citation.mention
        previous, before = before, (plan, citation)
        if by_name(citation) or not mention.number:
            continue
        key = (plan.path, fold(mention.type_name), fold(mention.number))
        if key in seen:
            continue
        seen.add(key)
        missing = _missing(citation)
        if missing and not (previous and _in_title(plan, previous, citation)):
            yield finding(
                plan,
                citation,
                RULE,
                Severity.NOTE,
                f"viện dẫn lần đầu mà không ghi {_list(missing)}",
                _remedy(site.instruments.get(citation.instrument or ""), missing),
            )


def _missing(citation: Citation) -> list[str]:
    mention, code = citation.mention, read_code(citation.mention.number)
    wanted = {
        "ký hiệu": code is None or not code.bare,
        "ngày ban hành": mention.date is not None,
        "cơ quan ban hành": mention.issuer is not None,
    }
    return [name for name, there in wanted.items() if not there]


def _in_title(plan: Plan, previous: tuple[Plan, Citation], citation: Citation) -> bool:
    other, earlier = previous
    if other.path != plan.path:
        return False
    between = fold(plan.source[earlier.mention.end : citation.mention.start])
    return len(between) < 300 and bool(_IN_TITLE.match(between))


def _remedy(instrument: Instrument | None, missing: list[str]) -> str:
    known = []
    if instrument and instrument.registered:
        if "ngày ban hành" in missing and instrument.issued and instrument.issued.exact:
            known.append(f"ngày {words.partial(instrument.issued)}")
        if "cơ quan ban hành" in missing and instrument.issuer:
            known.append(f"của {instrument.issuer}")
    if known:
        sure = "" if instrument and instrument.identity_confirmed else " (danh mục chưa xác minh)"
        return f"Ghi thêm “{' '.join(known)}”{sure}"
    return f"Ghi thêm {_list(missing)}"


def _list(words: list[str]) -> str:
    """ "a", "a và b", "a, b và c"."""
    return " và ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
