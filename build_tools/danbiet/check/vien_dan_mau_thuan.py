"""Issuer, date or title that contradicts the register, or that two places of the plans state differently."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import pairwise

from danbiet import words
from danbiet.check.citing import citations, finding, place_in_plan
from danbiet.issues import Issue, Severity
from danbiet.model import Citation, Instrument, PartialDate, Plan, Site
from danbiet.register.agencies import agree, read_issuer, symbol_agencies
from danbiet.register.names import subject_tokens
from danbiet.register.numbers import read_code
from danbiet.text import collapse, fold, nfc

RULE = "vien-dan-mau-thuan"
Words = tuple[str, ...]
REMEDY = "Đối chiếu với bản gốc của văn bản được viện dẫn; nếu bản kế hoạch đã ký ghi như vậy thì nêu ở “giải trình”"


def check(site: Site) -> Iterator[Issue]:
    """Both sides are quoted; what the register itself has not confirmed makes a note, not a warning."""
    seen: set[tuple[str, str, str]] = set()
    for plan, citation in citations(site):
        instrument = site.instruments.get(citation.instrument or "")
        found = [*_itself(citation), *_after_the_plan(plan, citation)]
        if instrument and instrument.registered and not instrument.plan_key:
            found += [*_issuer(citation, instrument), *_date(citation, instrument)]
            found += _title(plan, citation, instrument)
        for severity, message in found:
            key = (plan.path, citation.page_id, message)
            if key not in seen:
                seen.add(key)
                yield finding(plan, citation, RULE, severity, message, REMEDY)
    yield from _each_other(site)


def _register(instrument: Instrument) -> str:
    return "danh mục văn bản" if instrument.identity_confirmed else "danh mục văn bản (chưa xác minh)"


def _severity(instrument: Instrument) -> Severity:
    return Severity.WARNING if instrument.identity_confirmed else Severity.NOTE


def _itself(citation: Citation) -> Iterator[tuple[Severity, str]]:
    """The year in a number and the year of its date: "59/2023/NĐ-CP ngày 14/8/2022"."""
    code, date = read_code(citation.mention.number), citation.mention.date
    if code and code.year and date and date.year != code.year:
        yield (
            Severity.WARNING,
            f"số {citation.mention.number} là của năm {code.year}, ngày ghi kèm là {words.partial(date)}",
        )


def _after_the_plan(plan: Plan, citation: Citation) -> Iterator[tuple[Severity, str]]:
    """A date later than the plan's own: what is cited was not there yet."""
    own, date = plan.issued.exact if plan.issued else None, citation.mention.date
    if own and date and date.exact and date.exact > own and citation.mention.number:
        yield (
            Severity.WARNING,
            f"văn bản ghi ngày {words.partial(date)}, sau ngày ban hành kế hoạch ({words.day(own)})",
        )


def _issuer(citation: Citation, instrument: Instrument) -> Iterator[tuple[Severity, str]]:
    printed = citation.mention.issuer
    if printed and agree(read_issuer(printed), read_issuer(instrument.issuer)) is False:
        yield (
            _severity(instrument),
            f"kế hoạch ghi cơ quan ban hành là “{printed}”, {_register(instrument)} ghi “{instrument.issuer}”",
        )


def _date(citation: Citation, instrument: Instrument) -> Iterator[tuple[Severity, str]]:
    printed, known = citation.mention.date, instrument.issued
    if not printed or not known or not printed.exact or not known.exact or printed == known:
        return
    yield (
        _severity(instrument),
        f"kế hoạch ghi ngày {words.partial(printed)}, {_register(instrument)} ghi {words.partial(known)}",
    )


def _title(plan: Plan, citation: Citation, instrument: Instrument) -> Iterator[tuple[Severity, str]]:
    """A title quoted with words changed in its middle; a title cut short is no contradiction."""
    if any("trích yếu" in note and note.startswith("Chưa xác minh") for note in instrument.notes):
        return
    printed = citation.mention.subject
    if not printed:
        return
    if ";" in instrument.title:  # the subject was read up to the first semicolon, the title goes on
        end = citation.mention.end
        printed = plan.source[end : end + 2 * len(instrument.title)]
    known = subject_tokens(instrument.title, instrument.type_name)
    said = subject_tokens(printed)[: len(known) + 6]
    if (changed := changed_words(said, known)) is None:
        return
    wrong, right = changed
    shown, title = _as_printed(printed, wrong), _as_printed(instrument.title, right)
    if wrong and right:
        said_of = f"trích yếu ghi “{shown}” thay vì “{title}”"
    else:
        said_of = f"trích yếu có thêm “{shown}”" if wrong else f"trích yếu thiếu “{title}”"
    message = f"{said_of}; {_register(instrument)} ghi “{instrument.title}”"
    yield Severity.NOTE, message


def changed_words(said: Words, known: Words) -> tuple[Words, Words] | None:
    """The words changed in the middle of a quoted title, and the title's own; nothing where none is.

    The quotation must begin as the title does and, after the change, go on as it does for four
    words, or to its own end: then the author quotes, and quotes wrongly. Anything else may be the
    author's own words.
    """
    if len(known) < 8 or said[:3] != known[:3]:
        return None
    blocks = difflib.SequenceMatcher(a=said, b=known, autojunk=False).get_matching_blocks()
    for one, other in pairwise(blocks):
        goes_on = other.size >= 4 or (other.size >= 2 and other.a + other.size == len(said))
        if not goes_on or one.size < 3:
            return None
        wrong = said[one.a + one.size : other.a]
        right = known[one.b + one.size : other.b]
        if len(wrong) > 3 or len(right) > 3:
            return None
        if wrong or right:
            return wrong, right
    return None


def _as_printed(words: str, folded: Words) -> str:
    """The printed words that fold to these tokens, with their marks."""
    printed = collapse(nfc(words)).split()
    plain = ["".join(c for c in fold(word) if c.isalnum()) for word in printed]
    for i in range(len(plain) - len(folded) + 1):
        if tuple(plain[i : i + len(folded)]) == folded:
            return " ".join(printed[i : i + len(folded)]).strip(",.;:“”\"'()")
    return " ".join(folded)


def _each_other(site: Site) -> Iterator[Issue]:
    """Dates and issuers that two mentions of one unconfirmed or unregistered instrument state differently."""
    first: dict[str, list[tuple[Plan, Citation]]] = {}
    for plan, citation in citations(site):
        instrument = site.instruments.get(citation.page_id)
        if citation.page_id.startswith("chua-xac-dinh") or (instrument and instrument.identity_confirmed):
            continue
        if instrument and instrument.registered and (instrument.issued or instrument.issuer):
            continue
        if not _one_number(citation):
            continue
        earlier = first.setdefault(citation.page_id, [])
        for other_plan, other in earlier:
            if message := _differs(citation, other, place_in_plan(other_plan, other)):
                yield finding(plan, citation, RULE, Severity.WARNING, message, REMEDY)
                break
        else:
            if all(_stated(other) != _stated(citation) for _, other in earlier):
                earlier.append((plan, citation))


def _stated(citation: Citation) -> tuple[PartialDate | None, str | None]:
    return citation.mention.date, citation.mention.issuer


def _one_number(citation: Citation) -> bool:
    """Whether an id stands for one instrument: a central agency's number, or one whose place is stated."""
    code = read_code(citation.mention.number)
    if code is None or code.bare:
        return False
    owners = [agency for part in code.parts for agency in symbol_agencies(part)]
    central = bool(owners) and not any(agency.local for agency in owners)
    return central or ("--" in citation.page_id and citation.mention.issuer is not None)


def _differs(citation: Citation, other: Citation, where: str) -> str | None:
    mine, theirs = citation.mention, other.mention
    if mine.date and theirs.date and mine.date.exact and theirs.date.exact and mine.date != theirs.date:
        return f"ở đây ghi ngày {words.partial(mine.date)}, {where} ghi ngày {words.partial(theirs.date)}"
    if mine.issuer and theirs.issuer and agree(read_issuer(mine.issuer), read_issuer(theirs.issuer)) is False:
        return f"ở đây ghi cơ quan ban hành là “{mine.issuer}”, {where} ghi “{theirs.issuer}”"
    return None
