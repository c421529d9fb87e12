"""Personal data in a plan: identity numbers, private mobile numbers, bank accounts.

A finding never holds the whole number: what is printed in a terminal or in a merge request would
be published by it (Luật Bảo vệ dữ liệu cá nhân; NĐ 13/2023). Landlines, numbers that a plan calls
the office's, and those the site's own register holds as contacts are meant to be public.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from danbiet.check.assigning import finding
from danbiet.issues import Issue, Severity
from danbiet.model import Body, Plan, Site, Unit
from danbiet.records import shipped
from danbiet.text import fold, nfc

RULE = "du-lieu-ca-nhan"

# How far before a number the words may stand that say what it is, and after it those that excuse it.
_BEFORE, _AFTER = 70, 90
_ALONE = r"(?<![\w/])(?<!\d[.,-])", r"(?![\w/])(?![.,-]\d)"
# 0, province 01–96, sex and century, year, six digits (NĐ 137/2015, Điều 13), closed up or in groups.
_CITIZEN = re.compile(rf"{_ALONE[0]}0\d{{2}}[ .-]?[0-3]\d{{2}}[ .-]?\d{{3}}[ .-]?\d{{3}}{_ALONE[1]}")
_TWELVE_OR_NINE = re.compile(rf"{_ALONE[0]}\d{{3}}(?:[ .-]?\d{{3}}){{2}}(?:[ .-]?\d{{3}})?{_ALONE[1]}")
# Mobile numbers since 2018, with 0 or +84, in the groups people write.
_MOBILE = re.compile(
    r"(?<![\w/+])(?<!\d[.,-])(?:\(?\+?84\)?[ .-]?|0)(?:3[2-9]|5[2-9]|7[06-9]|8[1-9]|9\d)"
    r"(?:\d{7}|\d[ .-]\d{3}[ .-]\d{3}|\d?[ .-]\d{3}[ .-]?\d{3,4}|\d[ .-]\d{2}[ .-]\d{2}[ .-]\d{2}"
    rf"|[ .-]\d{{3}}[ .-]\d{{2}}[ .-]\d{{2}}|\d[ .-]\d{{6}}){_ALONE[1]}"
)
_ACCOUNT = re.compile(rf"{_ALONE[0]}\d(?:[ .-]?\d){{5,18}}{_ALONE[1]}")
_TREASURY = re.compile(r"\d{4}\.\d\.\d{7}")
# Digits and what may stand between them: where nothing like this stands, there is nothing to read.
_RUN = re.compile(r"\d(?:[ .-]?\d){5,}")
_CLAUSE_END = re.compile(r"[;\n]|\.\s")

_REMEDY = (
    "Thay bằng “(số đã lược)” trong tệp đăng; là số của cơ quan thì khai ở plans/_danh-muc/don-vi.yml hoặc "
    "giải trình. Tệp đã đăng thì số vẫn còn trong lịch sử git, hãy báo người quản trị kho"
)


def check(site: Site) -> Iterator[Issue]:
    """A warning for each number, masked, at its place."""
    contacts = _contacts(site)
    for plan in site.plans.values():
        seen: list[tuple[int, int]] = []
        for start, end, message in _numbers(plan.source, contacts):
            if not any(start < known_end and known < end for known, known_end in seen):
                seen.append((start, end))
                quote = masked(plan.source[start:end])
                yield _finding(plan, start, quote, message)


def masked(number: str) -> str:
    """A number with its digits hidden but for the first two and the last two."""
    digits = [k for k, character in enumerate(number) if character.isdigit()]
    hidden = set(digits[2:-2])
    return "".join("•" if k in hidden else character for k, character in enumerate(number))


def _finding(plan: Plan, start: int, quote: str, message: str) -> Issue:
    return finding(plan, start, quote, RULE, Severity.WARNING, message, _REMEDY)


def _numbers(source: str, contacts: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and message of each number, the surest kind of a place first."""
    for run in _RUN.finditer(source):
        # One more character on the left may open it ("(+84"), two on the right tell that it ends.
        first, last = max(0, run.start() - 2), run.end() + 2
        yield from _identities(source, first, last)
        yield from _accounts(source, first, last)
        yield from _mobiles(source, first, last, contacts)


def _identities(source: str, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    words = _words()
    for match in _TWELVE_OR_NINE.finditer(source, first, last):
        if _said(source, match.start(), words["giấy tờ"]) and _digits(match[0]) in (9, 12):
            yield match.start(), match.end(), "có vẻ là số căn cước hoặc chứng minh nhân dân của một người"
    for match in _CITIZEN.finditer(source, first, last):
        province = int(re.sub(r"\D", "", match[0])[1:3])
        if 1 <= province <= 96 and not _said(source, match.start(), words["tài khoản"]):
            yield match.start(), match.end(), "có vẻ là số căn cước của một người"


def _accounts(source: str, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    words = _words()
    for match in _ACCOUNT.finditer(source, first, last):
        if _TREASURY.fullmatch(match[0]) or not _said(source, match.start(), words["tài khoản"]):
            continue
        around = fold(source[max(0, match.start() - _BEFORE) : match.end() + _AFTER])
        if not any(word in around for word in words["không phải tài khoản riêng"]):
            yield match.start(), match.end(), "có vẻ là số tài khoản ngân hàng"


def _mobiles(source: str, first: int, last: int, contacts: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    words = _words()
    for match in _MOBILE.finditer(source, first, last):
        public = words["số của cơ quan"] + words["không phải điện thoại"]
        if _phone(match[0]) not in contacts and not _said(source, match.start(), public):
            yield match.start(), match.end(), "có vẻ là số điện thoại di động của một người"


def _said(source: str, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands before a number, in the same clause."""
    before = source[max(0, start - _BEFORE) : start]
    ends = list(_CLAUSE_END.finditer(before))
    clause = fold(before[ends[-1].end() :] if ends else before)
    return any(re.search(rf"\b{re.escape(word)}\b", clause) for word in words)


def _digits(number: str) -> int:
    return sum(character.isdigit() for character in number)


def _phone(number: str) -> str:
    """A telephone number as it is compared: digits, with 0 for the country's 84."""
    digits = re.sub(r"\D", "", number)
    return f"0{digits[2:]}" if digits.startswith("84") and len(digits) == 11 else digits


def _contacts(site: Site) -> frozenset[str]:
    """The numbers that bodies and units publish themselves."""
    holders: list[Body | Unit] = [*site.bodies.values(), *site.units.values()]
    said = [holder.contact.telephone for holder in holders if holder.contact and holder.contact.telephone]
    return frozenset(_phone(part) for text in said for part in re.split(r"[;,/]|\s-\s|hoặc", text))


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    return {nfc(key): tuple(words) for key, words in shipped("check", "du-lieu-ca-nhan.yml").items()}
