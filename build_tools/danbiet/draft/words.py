"""What one printed line is: the words by which a letterhead and a signature are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from danbiet.model import PartialDate
from danbiet.records import shipped
from danbiet.text import collapse, fold

NATION = re.compile(r"cong\s*hoa\s*xa\s*hoi\s*chu\s*n?gh\s*ia\s*viet\s*nam|dang\s*cong\s*san\s*viet\s*nam")
MOTTO = re.compile(r"doc\s*lap\s*[-–—]?\s*tu\s*do\s*[-–—]?\s*hanh\s*phuc")
# Their first words, for columns so narrow that the rest stands on the next line.
NATION_START = re.compile(r"cong\s*hoa\s*xa\s*hoi\b|dang\s*cong\s*san\b|doc\s*lap\s*[-–—]\s*tu\s*do\b")
_BLANK = r"[\s.…_]*"
DATE = re.compile(
    rf"ngày{_BLANK}(?P<day>\d{{0,2}}){_BLANK}tháng{_BLANK}(?P<month>\d{{0,2}})"
    rf"{_BLANK}năm{_BLANK}(?P<year>(?:\d[ ]?){{0,4}})"
    r"|ngày\s*(?P<d2>\d{1,2})\s*[/.-]\s*(?P<m2>\d{1,2})\s*[/.-]\s*(?P<y2>\d{4})",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?P<place>[^\W\d_][^\d,;:()]{1,48}?)\s*,\s*$")
_CODE = re.compile(
    r"^(?P<label>(?:[^\W\d_]+\s+){0,4}?số)(?P<colon>\s*[:.]\s*|\s+|(?=[\d/]))"
    r"(?P<number>[\d.…_\s]*\d[a-zđ]?|[\s.…_]*)\s*"
    r"(?P<rest>[-–/][^\s,;]*(?:\s*[-–/&]\s*[^\s,;]+)*)?\s*$",
    re.IGNORECASE,
)
SUBJECT_MARK = re.compile(r"^\s*(?:v\s*/\s*v|về việc)\b\s*:?", re.IGNORECASE)
ADDRESSEE = re.compile(r"^\s*kính gửi\b", re.IGNORECASE)
RULE_LINE = re.compile(r"^[\W_]*$")
_BASIS = "kế hoạch|nghị quyết|nghị định|quyết định|công văn|chỉ thị|chương trình|kết luận"
BODY_START = re.compile(
    rf"^(?:căn cứ|kính gửi|thực hiện (?:các |nội dung )?(?:{_BASIS}|hướng dẫn|thông báo|quy chế|luật|ý kiến|văn bản|"
    r"thông tư|quy định)\b|để |nhằm |theo (?:đề nghị|kế hoạch|chỉ đạo)|ngày \d|sau khi |điều 1\b|chương i\b|"
    r"phần (?:i|thứ nhất)\b|[ia]\s*[./-]\s|1\s*[./-]\s|tiếp tục|trên cơ sở|được sự|thi hành|xét |"
    rf"triển khai (?:thực hiện )?(?:{_BASIS})\b)",
    re.IGNORECASE,
)
STAMP_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:[+-]\d{2}:?\d{2}|Z)?")
AUTHORITY = re.compile(r"^(?:(?:TM|KT|TL|TUQ|TƯQ|Q)\s*\.\s*\S|(?:T/M|K/T|T/L|T/UQ)\.?\s*\S)", re.IGNORECASE)
SIGNED = re.compile(r"^\W*(?:đã ký|đã kí|đã ký số|ký tên.*|ký số|ký, ghi rõ họ tên)\W*$", re.IGNORECASE)
RECIPIENTS = re.compile(r"^\W*nơi\s*nhận\s*(?::|$|(?=-))", re.IGNORECASE)
ANNEX = re.compile(r"^(?:phụ lục|PHỤ LỤC|Phụ lục|danh mục kèm theo)\b")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The packaged word lists, longest first where one is the beginning of another."""

    types: dict[str, str]
    agencies: tuple[str, ...]
    levels: tuple[str, ...]
    positions: tuple[str, ...]
    titles: tuple[str, ...]


@cache
def vocabulary() -> Vocabulary:
    """The word lists of data/letterhead.yml."""
    raw = shipped("draft", "letterhead.yml")
    types = {fold(name): name for name in sorted(raw["types"], key=len, reverse=True)}
    agencies, levels, positions, titles = (
        tuple(_spelled(word) for word in raw[key]) for key in ("agencies", "levels", "positions", "titles")
    )
    return Vocabulary(types, agencies, levels, positions, titles)


def _spelled(text: str) -> str:
    """A text for comparing whole words: marks kept ("Số" is no "Sở"), one spelling of ủy."""
    return collapse(text.lower()).replace("uỷ", "ủy")


def begins_with(text: str, words: tuple[str, ...]) -> bool:
    """Whether a line begins with one of the vocabulary's words, as whole words."""
    spelled = _spelled(text) + " "
    return any(spelled.startswith((word + " ", word + ",")) for word in words)


def is_upper(text: str) -> bool:
    """Whether the letters of a line are capitals, a slip or two allowed ("TM. BCĐ HUYỆN Đăk")."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 2 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def is_rule(text: str) -> bool:
    """Whether a line holds no word: a drawn rule, stars, nothing."""
    return bool(RULE_LINE.fullmatch(text))


def is_nation(text: str) -> bool:
    """Whether a line is Quốc hiệu or the Party's title, a misspelling or two allowed.

    It stands in capitals; in a sentence the state's name does not.
    """
    folded = fold(text)
    found = NATION.search(folded)
    if found is None:
        return False
    return is_upper(text[slice(*found.span())]) if len(folded) == len(text) else is_upper(text)


def is_motto(text: str) -> bool:
    """Whether a line is tiêu ngữ."""
    return bool(MOTTO.search(fold(text)))


def type_of(text: str) -> tuple[str, str] | None:
    """The type name a title line begins with and the rest of the line: "KẾ HOẠCH" → ("Kế hoạch", "").

    The line must be in capitals: a sentence that begins with "Kế hoạch" is no title.
    """
    words = text.strip(" *_:.-").split()
    if words and all(len(word) == 1 for word in words):  # "K Ế  H O Ạ C H"
        whole = "".join(words)
        found = (
            name for folded, name in vocabulary().types.items() if fold(whole) == folded.replace(" ", "")
        )
        name = next(found, None) if whole.isupper() else None
        return (name, "") if name else None
    for folded, name in vocabulary().types.items():
        count = len(folded.split())
        head = " ".join(words[:count])
        if fold(head).strip(":") == folded and head.isupper():
            return name, " ".join(words[count:])
    return None


def code_of(text: str) -> tuple[str, str] | None:
    """The number and notation a line states, and the printed label: "Số:    /KH-UBND" → ("/KH-UBND", "Số:").

    A line of "Số:" alone gives an empty code: the number stands on another line.
    """
    found = _CODE.match(text.strip("\u200e\u200f\ufeff "))
    if not found:
        return None
    label = (found["label"] + found["colon"]).strip()
    if not found["rest"] and not found["colon"].strip() and not found["number"].strip():
        return None
    if len(found["label"].split()) > 1 and not found["rest"]:
        return None
    number = re.sub(r"[\s…_]|(?<!\d)\.+|\.+(?!\d)", "", found["number"])
    rest = re.sub(r"[…_]|\s+", "", found["rest"] or "")
    return number + re.sub(r"^/+", "/", rest), label


def date_of(text: str) -> tuple[PartialDate | None, str | None, re.Match[str]] | None:
    """The date of a "place, ngày … tháng … năm …" line, as far as it is filled in, its place and where."""
    found = DATE.search(text)
    if not found:
        return None
    before = text[: found.start()]
    place = _PLACE.search(before)
    year, month, day = (found[a] or found[b] for a, b in (("year", "y2"), ("month", "m2"), ("day", "d2")))
    name = collapse(place["place"]) if place else None
    return partial_date(year, month, day), name, found


def partial_date(year: str | None, month: str | None, day: str | None) -> PartialDate | None:
    """A date as far as its printed parts state one: a day without a month is nothing."""
    digits = (year or "").replace(" ", "")
    if len(digits) != 4:
        return None
    numbers = (int(month) if month else None, int(day) if day else None)
    found = PartialDate(int(digits), numbers[0], numbers[1] if numbers[0] else None)
    try:
        found.earliest  # noqa: B018 - an impossible day or month raises
    except ValueError:
        return None
    return found
