"""The pipeline: normalise, walk over the anchors, let the forms read, share, and map back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import combining

from danbiet.cite.draft import Anchor, Draft
from danbiet.cite.exclusions import excluded
from danbiet.cite.forms import (
    bare_number,
    congress_resolution,
    constitution,
    dated,
    issuer_first,
    known_title,
    listed_number,
    named_law,
    numbered,
    orphan_number,
    plenum_resolution,
    titled_number,
    vague,
)
from danbiet.cite.issuers_before import read_issuer_before
from danbiet.cite.lexicon import TypeWord, any_of, full_names, type_words, types_by_folded_name
from danbiet.cite.normalise import Reading, normalise
from danbiet.cite.provisions import read_provision
from danbiet.cite.sharing import share
from danbiet.model import Mention, Repair

FORMS = (
    constitution.read,
    numbered.read,
    named_law.read,
    plenum_resolution.read,
    congress_resolution.read,
    bare_number.read,
    issuer_first.read,
    titled_number.read,
    dated.read,
    known_title.read,
    vague.read,
)
"""The forms that begin with a type word, in the order in which they are tried."""
LAW_FORMS = (numbered.read, named_law.read, bare_number.read, issuer_first.read)
"""Those of them that laws, codes and ordinances take."""


def find(text: str, start: int = 0) -> tuple[Mention, ...]:
    """All citations in ``text`` from offset ``start`` in document order, with offsets of ``text``."""
    reading = normalise(text, start)
    drafts = [draft for draft in _drafts(reading) if not excluded(reading, draft)]
    for draft in drafts:
        if draft.code and not draft.issuer:
            draft.issuer = read_issuer_before(reading, draft.start, draft.code)
    share(reading, drafts)
    return tuple(_mention(reading, draft) for draft in drafts)


@cache
def _anchors() -> re.Pattern[str]:
    types = any_of(full_names(), loose=True)
    short = any_of(types_by_folded_name().keys() - full_names())
    # looking ahead only, since type words overlap: "thực hiện Pháp lệnh" begins like "hiến pháp"
    return re.compile(
        rf"(?:[^a-z]|\A)(?=(?P<type>{types})|(?<!\d)(?P<short>{short})(?= ?(?:so?\b|\d))"
        rf"|(?<!\d)(?P<so>so) ?[:.]? ?\d)"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    """What may follow a type word in small letters; most of them are verbs and common nouns."""
    extended = any_of(words for word in type_words() for words in word.extended)
    return re.compile(rf" ?[,:(]? ?(?:so|s\b|\d|cua |do |hoi nghi|trung uong|tw|dai hoi|ve |{extended})")


@cache
def _types_by_letters() -> dict[str, TypeWord]:
    """Type words by their letters alone, since their spaces may be lost ("Nghịđịnh")."""
    return {name.replace(" ", ""): word for name, word in types_by_folded_name().items()}


def _drafts(reading: Reading) -> Iterator[Draft]:
    names = _types_by_letters()
    done = -1
    for hit in _anchors().finditer(reading.low):
        kind = hit.lastgroup or "so"
        start, end = hit.span(kind)
        if start < done:
            continue
        if kind == "so":
            draft = orphan_number.read(reading, start)
        else:
            word = names[reading.low[start:end].replace(" ", "")]
            draft = _read(reading, Anchor(start, end, word, kind == "short", 0 <= start - done <= 1))
        while draft:
            yield draft
            done = draft.end
            draft = listed_number.read(reading, draft)


def _read(reading: Reading, anchor: Anchor) -> Draft | None:
    if not reading.copy[anchor.start].isupper():
        lawful = anchor.type.name in named_law.TYPES or anchor.type.name == "Hiến pháp"
        glued = reading.low[max(0, anchor.start - 1) : anchor.start].isdigit()  # "1Công văn" is a footnote's
        if anchor.short or glued or not (lawful or _goes_on().match(reading.low, anchor.end)):
            return None
    for form in LAW_FORMS if anchor.type.name in named_law.TYPES else FORMS:
        draft = form(reading, anchor)
        if draft:
            return draft
    return None


def _whole(source: str, start: int, end: int) -> tuple[int, int]:
    """The span with the marks that belong to its last letter (decomposed text)."""
    while end < len(source) and combining(source[end]):
        end += 1
    return start, end


def _worth_telling(reading: Reading, draft: Draft) -> Iterator[Repair]:
    """The repairs, but for the case of letters where the whole line is in capitals."""
    in_capitals = reading.copy[draft.core_start : draft.core_end].isupper()
    return (r for r in draft.repairs if not (in_capitals and r.kind == "chu-hoa"))


def _mention(reading: Reading, draft: Draft) -> Mention:
    offsets = reading.mapped.offsets
    start, end = _whole(reading.source, *offsets.span(draft.start, draft.end))
    core_start, core_end = _whole(reading.source, *offsets.span(draft.core_start, draft.core_end))
    return Mention(
        start=start,
        end=end,
        core_start=core_start,
        core_end=core_end,
        raw=reading.source[start:end],
        type_name=draft.type.name,
        kind=draft.kind,
        number=draft.code.number if draft.code else None,
        date=draft.date,
        issuer=draft.issuer,
        name=draft.name,
        provision=read_provision(reading, draft.start),
        repairs=tuple(_worth_telling(reading, draft)),
    )
