"""Step 4: read who issued it, as printed: after "của", after the symbol, or before the type word."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from danbiet.cite.lexicon import any_of, load, type_words
from danbiet.cite.normalise import Reading
from danbiet.cite.places import begins_line, read_level, read_place
from danbiet.cite.symbols import known_parts
from danbiet.text import fold

_OF = re.compile(r" ?,? ?(?:cua|do|giua) ?(?=[a-z])")
_TERM = re.compile(
    r"(?: lan thu (?:\d{1,2}|[a-z]{2,4}))?"
    r" ?,? ?(?:\( ?(?:khoa|nhiem ky) [ivxlc\d]{1,6}(?: ?- ?\d{4})? ?\)|khoa [ivxlc]{1,6}\b)"
)
_PLENUM = re.compile(r"hoi nghi (?:lan thu|trung uong|tw|ban chap hanh|bch)")
_SUBJECT_NEXT = re.compile(r" ?,? (?:ve |v/v )| ?[;.)]")
_CHAIN = re.compile(r" ?(?:,|va|;|-) ?(?=[a-z])")
_BRACKETS = re.compile(r" \([a-z&, -]{2,14}\)(?= )")  # "Ủy ban nhân dân (UBND) tỉnh", "Sở Nội vụ (SNV) tỉnh"
# A name ends where its last word does, or a verb ("Chính phủquy định") or a footnote ("Chính phủ3") is glued on.
_END = r"(?:(?![a-z0-9])|(?=\d{1,2}(?![a-z0-9/.-]))|(?=(?:ve|quy dinh|ban hanh|phe duyet|huong dan|sua doi)[ ,]))"
_WORD = re.compile(r"[a-z0-9]{1,20}")
_MOST_WORDS = 24


class Issuer(NamedTuple):
    """An issuer in the copy: its own span (without "của") and whether it names one body."""

    start: int
    end: int
    specific: bool = True


class _Patterns(NamedTuple):
    exact: re.Pattern[str]
    ministry: re.Pattern[str]
    ministry_head: re.Pattern[str]
    local: re.Pattern[str]
    open: re.Pattern[str]
    stop: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = load("issuers.yml")

    def one(words: list[str], end: str = _END) -> re.Pattern[str]:
        return re.compile(any_of(words, loose=True) + end)

    return _Patterns(
        one(data["exact"]),
        one(data["ministries"]),
        one(data["ministry_heads"], ""),
        one(data["local"]),
        one(data["open"]),
        re.compile(any_of(data["stops"], folded=False) + r"(?!\w)"),
    )


def read_issuer_after(
    reading: Reading, at: int, *, joint: bool = False, any_case: bool = False
) -> Issuer | None:
    """The issuer that follows ``at`` after "của"; several in a row where ``joint``.

    ``any_case`` is for places where nothing else can stand: after a number, "của chính phủ".
    """
    lead = _OF.match(reading.low, at)
    if lead is None:
        return _without_of(reading, at)
    issuer = read_issuer(reading, lead.end(), any_case=any_case)
    while issuer and (joint or lead.group().endswith("giua ")):
        link = _CHAIN.match(reading.low, issuer.end)
        following = read_issuer(reading, link.end()) or _ministry_name(reading, link.end()) if link else None
        if following is None:
            break
        issuer = Issuer(issuer.start, following.end)
    return issuer


def _without_of(reading: Reading, at: int) -> Issuer | None:
    """The issuer without "của": "… ngày 03/4/2024 HĐND xã về …", "… 18 Hội nghị Trung ương 6 khóa XII".

    What goes on with a verb is the subject of its sentence: "… ngày 03/4/2024 UBND xã ban hành …".
    """
    if reading.copy[at : at + 1] != " " or not reading.copy[at + 1 : at + 2].isupper():
        return None
    if _PLENUM.match(reading.low, at + 1):
        return _open(reading, at + 1, any_case=False)
    issuer = _ministry(reading, at + 1) or _exact(reading, at + 1) or _local(reading, at + 1)
    return issuer if issuer and _SUBJECT_NEXT.match(reading.low, issuer.end) else None


def read_issuer(reading: Reading, at: int, *, any_case: bool = False) -> Issuer | None:
    """The issuer whose name begins at ``at``, or nothing; it has a capital unless ``any_case``."""
    issuer = _ministry(reading, at) or _exact(reading, at) or _local(reading, at)
    if issuer and not any_case and not _capital_inside(reading, issuer.start, issuer.end):
        issuer = None
    return issuer or _open(reading, at, any_case=any_case) or (_symbol(reading, at) if any_case else None)


def _symbol(reading: Reading, at: int) -> Issuer | None:
    """An issuer called by its symbol: "Thông tư số 30/2020/TT-BGDĐT của BGDĐT"."""
    end = at
    while end < len(reading.low) and reading.copy[end].isupper():
        end += 1
    if end - at < 2 or reading.low[end : end + 1].isalnum() or reading.copy[at:end] not in known_parts():
        return None
    return Issuer(at, read_place(reading, end))


def _with_term(reading: Reading, end: int) -> int:
    term = _TERM.match(reading.low, end)
    return term.end() if term else end


def _exact(reading: Reading, at: int) -> Issuer | None:
    found = _patterns().exact.match(reading.low, at)
    if found is None:
        return None
    local = _patterns().local.match(reading.low, at)
    if local and local.end() > found.end():
        return None
    return Issuer(at, _with_term(reading, found.end()), found.group() not in _unspecific())


@cache
def _unspecific() -> frozenset[str]:
    return frozenset(fold(name) for name in load("issuers.yml")["unspecific"])


def _capital_inside(reading: Reading, at: int, end: int) -> bool:
    return any(c.isupper() for c in reading.copy[at:end])


def _ministry(reading: Reading, at: int) -> Issuer | None:
    head = _patterns().ministry_head.match(reading.low, at)
    if head is None:
        return None
    start = head.end() + (reading.low[head.end() : head.end() + 1] == " ")  # "BộTư pháp" lost it
    name = _patterns().ministry.match(reading.low, start)
    if name is None:
        return None
    end = name.end()
    level = _level(reading, end)
    if level is None and {"so", "phong"} & set(reading.low[at:start].split()):
        level = read_place(reading, end)  # "Sở GD&ĐT Hà Nội"
    return Issuer(at, level or end)


def _level(reading: Reading, end: int) -> int | None:
    """The end of the level and place behind a body's name, over its abbreviation in brackets."""
    brackets = _BRACKETS.match(reading.low, end)
    if brackets:
        end = brackets.end()
    return read_level(reading, end + 1) if reading.low[end : end + 1] == " " else None


def _ministry_name(reading: Reading, at: int) -> Issuer | None:
    """A ministry's name alone, in a row of them: "liên Bộ Tài chính - Tư pháp"."""
    name = _patterns().ministry.match(reading.low, at)
    return Issuer(at, name.end()) if name and reading.copy[at].isupper() else None


def _local(reading: Reading, at: int) -> Issuer | None:
    head = _patterns().local.match(reading.low, at)
    if head is None:
        return None
    end = head.end()
    level = _level(reading, end)
    if level is not None:
        return Issuer(at, _with_term(reading, level))
    named = read_place(reading, end)
    party = reading.low[at:end].endswith(("uy", "bo"))
    return Issuer(at, _with_term(reading, named), named > end or party)


def _stops(reading: Reading, at: int) -> bool:
    """Whether an open name ends before ``at``; "và" goes on only before a capital that opens no body."""
    patterns = _patterns()
    if not patterns.stop.match(reading.marked(at)):
        return False
    following = at + 3
    return not (
        reading.low.startswith("va ", at)
        and reading.copy[following : following + 1].isupper()
        and not reading.copy[following : following + 2].isupper()
        and not any(p.match(reading.low, following) for p in (patterns.exact, patterns.ministry_head))
        and not any(p.match(reading.low, following) for p in (patterns.local, patterns.open))
        and not _type_ahead().match(reading.low, following)
    )


@cache
def _type_ahead() -> re.Pattern[str]:
    return re.compile(any_of((word.name for word in type_words()), loose=True))


def _open(reading: Reading, at: int, *, any_case: bool) -> Issuer | None:
    """A name that runs on: "Ban Chỉ đạo thực hiện quy chế dân chủ ở cơ sở phường"."""
    patterns = _patterns()
    head = patterns.open.match(reading.low, at)
    if head is None or not (any_case or reading.copy[at].isupper()):
        return None
    end = head.end()
    for _ in range(_MOST_WORDS):
        if reading.low[end : end + 1] != " " or _stops(reading, end + 1):
            break
        start = end + 1
        if begins_line(reading, start):
            break
        if reading.low.startswith("- ", start) and reading.copy[start + 2 : start + 3].isupper():
            start += 2  # "Phòng Văn hóa - Thông tin"
        word = _WORD.match(reading.low, start)
        if word is None:
            break
        end = word.end()
    return Issuer(at, _with_term(reading, end), end > head.end())
