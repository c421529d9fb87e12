"""What stands on a PDF's pages but not in the document's text: page numbers, running heads, stamps, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from danbiet.draft import words
from danbiet.draft.healing import joined
from danbiet.draft.pdf_page import SUPERSCRIPT, PageContent, Row
from danbiet.draft.pdf_tables import PLACE
from danbiet.draft.record import Dropped, LeftOut
from danbiet.text import fold

_NUMBER = re.compile(r"^(?:trang\s*)?[-–—]?\s*(\d{1,3})\s*[-–—]?(?:\s*/\s*\d{1,3})?$", re.IGNORECASE)
_EDGE = 0.1  # of the height: where running heads stand
_SIGN_LABEL = re.compile(
    r"^(?:(?:người ký|ký bởi|được ký bởi|đã ký bởi|ký số bởi|email|cơ quan|tổ chức|chức vụ|thời gian ký|ngày ký|giờ ký|"
    r"date|reason|location)\s*:|signature (?:not verified|valid)|digitally signed)",
    re.IGNORECASE,
)
_SIGN_TIME = re.compile(r"^(?:thời gian ký|ngày ký|giờ ký|date)\s*:\s*(?P<when>.+)$", re.IGNORECASE)
_SIGN_ROWS = 6  # rows of a signature's appearance above or below its time
_CLOCK = re.compile(
    r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})[\s,]+(\d{1,2}:\d{2}:\d{2})\s*([+-]\d{2}:?\d{2}|Z)?|"
    r"(\d{4})[./-](\d{2})[./-](\d{2})[T\s](\d{2}:\d{2}:\d{2})\s*([+-]\d{2}:?'?\d{2}|Z)?"
)
_NOTE = re.compile(r"^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,2}\])")


@dataclass(slots=True)
class Margins:
    """What was taken from the pages, and the rows that are left."""

    rows: list[Row] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def clear(pages: Sequence[PageContent]) -> Margins:
    """The rows of the text alone, and what stood around it."""
    margins = Margins()
    size = body_size(pages)
    running = _running(pages)
    previous: int | None = None
    for page, following in zip_longest(pages, pages[1:]):
        rows = list(page.rows)
        if following is not None and _is_ghost(rows, following.rows):
            margins.left_out.append(LeftOut(rows.pop().text, Dropped.GHOST))
        number, rows = _page_number(rows, page, previous)
        if number is not None:
            previous = int(number[1])
            margins.left_out.append(LeftOut(number[0], Dropped.PAGE_NUMBER))
        rows, notes = _footnotes(rows, size)
        margins.footnotes.extend(notes)
        times = [at for at, row in enumerate(rows) if _signing_time(row.text)]
        for at, row in enumerate(rows):
            near = any(abs(at - time) <= _SIGN_ROWS for time in times)
            if _key(row, page) in running:
                margins.left_out.append(LeftOut(row.text, Dropped.RUNNING_HEAD))
            elif not _stamp(row, margins, near=near):
                margins.rows.append(row)
    return margins


def body_size(pages: Sequence[PageContent]) -> float:
    """The size most of the letters are set in."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _page_number(
    rows: list[Row], page: PageContent, previous: int | None
) -> tuple[tuple[str, str] | None, list[Row]]:
    """The page's number, if its first or last row is one that counts on, and the other rows."""
    expected = {page.number + 1} | ({previous + 1} if previous is not None else set())
    for at in (0, -1):
        if not rows:
            break
        found = _NUMBER.match(rows[at].text)
        if found and int(found[1]) in expected and len(rows) > 1:
            text = rows[at].text
            del rows[at]
            return (text, found[1]), rows
    return None, rows


def _is_ghost(rows: Sequence[Row], following: Sequence[Row]) -> bool:
    """Whether the last row only shows letters of the next page's first line, in the same places.

    Browsers that print a line across a page's end draw its tall letters on both pages.
    """
    if len(rows) < 2:
        return False
    return all(
        any(
            word.text in other.text
            and len(word.text) < len(other.text)
            and other.x0 - 0.5 <= word.x0
            and word.x1 <= other.x1 + 0.5
            for row in following[:2]
            for other in row.words
        )
        for word in rows[-1].words
    )


def _key(row: Row, page: PageContent) -> tuple[str, int] | None:
    """A row near an edge as others of its kind would look; nothing for rows of the text."""
    if not (row.base > page.height * (1 - _EDGE) or row.base < page.height * _EDGE):
        return None
    if words.STAMP_TIME.search(row.text) or row.text.startswith(PLACE) or _in_letterhead(row, page):
        return None
    return re.sub(r"\d+", "#", row.text.lower()), round(row.base / 4)


def _in_letterhead(row: Row, page: PageContent) -> bool:
    """Whether a row at the top of a page stands at or below Quốc hiệu: annexes repeat a letterhead."""
    top = page.height / 2
    nation = (
        r.base + r.size / 2 for r in page.rows if r.base > top and words.NATION_START.search(fold(r.text))
    )
    return row.base > top and any(row.base <= place for place in nation)


def _running(pages: Sequence[PageContent]) -> set[tuple[str, int] | None]:
    """Rows that come again at one place of several pages."""
    if len(pages) < 2:
        return set()
    counts = Counter(key for page in pages for key in {_key(row, page) for row in page.rows} if key)
    return {key for key, count in counts.items() if count >= max(2, len(pages) / 2)}


def _footnotes(rows: list[Row], size: float) -> tuple[list[Row], list[str]]:
    """The rows above the notes at the foot of a page, and the notes.

    A note's figure may be printed on the line; then it is known by the raised one in the page's text.
    """
    marks = {word.text for row in rows for word in row.words if word.mark}
    start = None
    for at in range(len(rows) - 1, -1, -1):
        if rows[at].size > size * 0.9:
            break
        if _note(rows[at].text, marks):
            start = at
    if start is None:
        return rows, []
    notes: list[str] = []
    for row in rows[start:]:
        if (note := _note(row.text, marks)) or not notes:
            notes.append(note or row.text)
        else:
            notes[-1] = joined(notes[-1], row.text)
    return rows[:start], notes


def _note(text: str, marks: set[str]) -> str | None:
    """The first line of a note with its figure raised, or nothing if it begins none."""
    if _NOTE.match(text):
        return text
    figure, _space, words_ = text.partition(" ")
    return f"{figure.translate(SUPERSCRIPT)} {words_}" if words_ and figure in marks else None


def _signing_time(text: str) -> str | None:
    """The time a row of a signature's appearance states ("Thời gian ký: …"), in ISO 8601."""
    found = _SIGN_TIME.match(text)
    return _iso(found["when"]) if found else None


def _stamp(row: Row, margins: Margins, *, near: bool) -> bool:
    """Take a row of a digital signature: its time is kept, its words are left out of the text."""
    text = row.text
    times = words.STAMP_TIME.findall(text)
    if times and not words.STAMP_TIME.sub("", text).strip(" -;,"):
        margins.stamps.extend(times)
    elif near and _SIGN_LABEL.match(text):
        margins.stamps.extend(filter(None, [_signing_time(text)]))
    else:
        return False
    margins.left_out.append(LeftOut(text, Dropped.STAMP))
    return True


def times(box: str) -> list[str]:
    """The time of signing that a signature's box states, in ISO 8601; nothing where it states none."""
    return [time] if (time := _iso(" ".join(box.split()))) else []


def _iso(text: str) -> str | None:
    """A time of signing in ISO 8601: "19.03.2024 07:58:52 +07:00" → "2024-03-19T07:58:52+07:00"."""
    if whole := words.STAMP_TIME.search(text):
        return whole.group()
    found = _CLOCK.search(text)
    if not found:
        return None
    day, month, year, clock, zone = found.group(1, 2, 3, 4, 5)
    if day is None:
        year, month, day, clock, zone = found.group(6, 7, 8, 9, 10)
    return f"{year}-{int(month):02d}-{int(day):02d}T{clock.rjust(8, '0')}{(zone or '').replace(chr(39), '')}"
