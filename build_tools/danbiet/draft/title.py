"""The title below a letterhead: type name and subject, over as many lines as they take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from danbiet.draft import words
from danbiet.draft.letterhead_reading import Reading
from danbiet.draft.lines import lines_of
from danbiet.draft.record import Para, Table
from danbiet.text import collapse

_OPEN_END = re.compile(
    r"(?:\b(?:của|và|về|về việc|tại|các|những|cho|theo|với|trong|trên|do|từ|đến|ở|là|một số)|[,–-])\s*$"
)


def read_title(items: list[Para | Table], reading: Reading) -> list[Para | Table]:
    """Read the type name and the subject below it; the items after them."""
    if not items or not isinstance(items[0], Para):
        return items
    lines = list(lines_of(items[:1]))
    at = next((i for i, line in enumerate(lines) if words.type_of(line.text)), None)
    if at is None:
        return items
    found = words.type_of(lines[at].text)
    assert found is not None
    name, rest = found
    reading.head = replace(reading.head, type_name=name)
    reading.kept.extend(lines[:at])
    subject = [rest] if rest else []
    subject += [line.text for line in lines[at + 1 :]]
    after = 1
    if not (reading.subject and not subject):
        after = _subject(items, lines[at], subject, whole=bool(rest))
    if subject:
        reading.kept[reading.open_at : reading.open_at] = [Para(text=text) for text in reading.subject]
        reading.subject = subject
    return items[after:]


def _subject(items: list[Para | Table], title: Para, subject: list[str], *, whole: bool) -> int:
    """Add the lines of the subject below the type name; the index of the first item after it."""
    styled = title.bold or title.center
    at = 1
    while at < len(items) and at <= 12:
        item = items[at]
        if isinstance(item, Table) or words.ADDRESSEE.match(item.text):
            break
        text = collapse(item.text)
        if words.is_rule(text):
            if subject and text:  # a drawn rule ends the title
                return at + 1
            at += 1
            continue
        if styled and not (item.bold or item.center) and (subject or words.BODY_START.match(text)):
            break
        if item.heading and subject:
            break
        if subject and _ends_subject(item, text, subject, items[at + 1 :]):
            break
        subject.extend(line.text for line in lines_of([item]))
        at += 1
    return at


def _ends_subject(item: Para, text: str, subject: list[str], after: Sequence[Para | Table]) -> bool:
    """Whether a paragraph after the first line of the subject is no more of it."""
    if _OPEN_END.search(subject[-1]) or (text[:1].islower() and not subject[-1].endswith(".")):
        return False
    if _is_authority(text, after):
        return True
    if words.BODY_START.match(text) or len(text) > 300 or text.endswith((";", ":", "./.")):
        return True
    if words.is_upper(text) and not words.is_upper(" ".join(subject)):
        return True  # the authority's line above its legal bases
    if text.endswith(".") or len(subject) >= 8:
        return True
    return item.gap and not text[:1].islower() and not item.center


def _is_authority(text: str, after: Sequence[Para | Table]) -> bool:
    """Whether a line names the body or person whose legal bases follow ("Bộ trưởng Bộ Xây dựng")."""
    vocabulary = words.vocabulary()
    named = words.begins_with(text, vocabulary.agencies) or words.begins_with(text, vocabulary.positions)
    following = next((item.text for item in after if isinstance(item, Para) and item.text.strip()), "")
    return named and following.lower().lstrip().startswith("căn cứ")
