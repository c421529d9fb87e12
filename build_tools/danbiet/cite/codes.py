"""Step 2: read a number and notation ("01/2024/QĐ-UBND", "120-KL/TW", "58 LCT/HĐNN8") at one place.

Read part by part with patterns of bounded length, never with one large pattern, so that the cost
is that of the characters read. Damage at the joints (spaces, line breaks, lost hyphens, wrong
case) is taken up; a part that is one letter off a known symbol is kept and a Repair suggests the
known one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from danbiet.cite.normalise import Reading
from danbiet.cite.symbols import checked_symbols, known_folded, known_parts, one_letter_off, type_symbols
from danbiet.model import Repair
from danbiet.text import fold

_HEAD = re.compile(r"\d{1,5}(?:\.\d{1,3})?[a-h]?(?![\d%])")
_YEAR = re.compile(r" ?/ ?((?:19|20)\d\d)(?!\d)")
_JOINT = re.compile(r"( ?)([-/&])( ?)|(?<=[a-z])()([.])()(?=[a-z]{2})")
_PART = re.compile(r"[a-z]{1,24}(?:\d{1,4}(?![\d/]))?")
_TERM = re.compile(r" ?-? ?(\d{1,2})(?![\d/.-])")
_GLUED = re.compile(r"(?:ngay|cua|ve|nam|quy|ban|va|cua)")
_SYLLABLE = re.compile(
    r"(?:[bcdđghklmnpqrstvx]{0,3}[aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]{1,3}"
    r"(?:ch|ng|nh|[cmnpt])?|.{10,})$"
)  # a word, no symbol
# Digits after these are footnotes' marks; "QĐ-NHNN2" and "QH15" have digits of their own.
_NUMBERLESS = frozenset({"UBND", "HĐND", "TTG", "CP", "TW", "TU", "HU", "ĐU"}) | frozenset(
    {"BNV", "BTC", "BTP", "BCA", "BQP", "BNG", "BCT", "BXD", "BYT", "BKHCN", "BGDĐT", "BVHTTDL", "BNNMT"}
    | {"BDTTG", "BNNPTNT", "BTNMT", "BGTVT", "BKHĐT", "BLĐTBXH", "BTTTT"}
)
_LIST_LINK = re.compile(r" ?(?:,|va|, va) (?:so )?(?=\d)")
_MOST_LISTED = 6
_MOST_PARTS = 16


@dataclass(slots=True)
class Code:
    """A number as read: where it stands in the copy, and its parts."""

    start: int
    end: int
    head: str
    year: int | None = None
    parts: list[str] = field(default_factory=list)
    joints: list[str] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    @property
    def number(self) -> str:
        """The number without spaces: "124-QĐ/TW"."""
        year = f"/{self.year}" if self.year else ""
        return self.head + year + "".join(j + p for j, p in zip(self.joints, self.parts, strict=True))

    @property
    def notation(self) -> str:
        """What follows the number and year: "QĐ/TW"."""
        return self.number[len(self.head) + (5 if self.year else 0) :].lstrip("-/ ")

    @property
    def bare(self) -> bool:
        """Whether there is no notation: "28", "13/2016"."""
        return not self.parts


def read_code(reading: Reading, at: int) -> Code | None:
    """The number that stands at ``at`` in the copy, or nothing.

    A date ("12/3/2024"), a fraction ("1/2") or a time of day ("24/24h") is none.
    """
    low = reading.low
    head = _HEAD.match(low, at)
    if head is None:
        return None
    code = Code(at, head.end(), head.group())
    year = _YEAR.match(low, code.end)
    if year:
        code.year, code.end = int(year.group(1)), year.end()
        printed_year = low[head.end() : year.end()]
        if " " in printed_year:
            _note_space(reading, code, head.end(), year.end())
    _read_parts(reading, code)
    if not code.parts and not year and _goes_on_in_digits(low, code.end):
        return None
    if (
        year
        and not code.parts
        and low[code.end : code.end + 1] in {"/", "-"}
        and low[code.end + 1 : code.end + 2].isdigit()
    ):
        return None
    return code


def read_listed_code(reading: Reading, at: int) -> Code | None:
    """As ``read_code``; a bare number takes the notation of the one it stands in a row with.

    "217, 218-QĐ/TW" is 217-QĐ/TW and 218-QĐ/TW; "01, 02 và 03/2021/TT-BNV" all have the year.
    """
    code = read_code(reading, at)
    following = code
    for _ in range(_MOST_LISTED):
        if following is None or not following.bare or following.year:
            break
        link = _LIST_LINK.match(reading.low, following.end)
        following = read_code(reading, link.end()) if link else None
    if code is None or not code.bare or code.year or following is None or following.bare:
        return code
    return replace(code, year=following.year, parts=following.parts[:], joints=following.joints[:])


def _goes_on_in_digits(low: str, at: int) -> bool:
    joint = _JOINT.match(low, at)
    if joint and joint.group(2) == "/" and low[joint.end() : joint.end() + 1].isdigit():
        return True
    follows = low[at : at + 2]
    return (follows[:1] in {"/", ":", ","} and follows[1:].isdigit()) or follows[:1].isalpha()


def _read_parts(reading: Reading, code: Code) -> None:
    while len(code.parts) < _MOST_PARTS:
        joint = _JOINT.match(reading.low, code.end)
        mark, at = (joint.group().strip(), joint.end()) if joint else _lost_joint(reading, code)
        if not mark:
            return
        spaced = joint is not None and bool(joint.group(1)) and bool(joint.group(3))
        part = _read_part(reading, code, at, spaced=spaced)
        if part is None:
            return
        end, spelling, glued = part
        if joint is None or joint.group(1) or joint.group(3):
            _note_space(reading, code, code.end, end)
        if mark == "+":
            code.parts[-1] += spelling
        else:
            code.joints.append(mark if mark != " " else _implied_joint(code))
            code.parts.append(spelling)
        code.end = end
        if glued or _term_after_joint(reading, code):
            return


def _implied_joint(code: Code) -> str:
    return " " if not code.parts else "-"


def _lost_joint(reading: Reading, code: Code) -> tuple[str, int]:
    """A space where a joint belongs: "58 LCT/HĐNN8", "12/QĐ UBND"."""
    if reading.low[code.end : code.end + 1] != " ":
        return "", code.end
    found = _PART.match(reading.low, code.end + 1)
    if found is None:
        return "", code.end
    printed = reading.copy[found.start() : found.end()]
    follows = reading.low[found.end() : found.end() + 1]
    if not code.parts:
        fits = len(printed) > 1 and printed.isupper() and follows in {"/", "-"}
        return (" ", code.end + 1) if fits and not code.year else ("", code.end)
    if (code.parts[-1] + printed).upper() in known_parts() and printed.isupper():
        return "+", code.end + 1  # "TT-BGD ĐT": one symbol in two pieces
    unfinished = code.parts[-1] in type_symbols() and len(code.parts) == 1
    fits = unfinished and printed in checked_symbols() and not follows.isalnum()
    return (" ", code.end + 1) if fits else ("", code.end)


def _term_after_joint(reading: Reading, code: Code) -> bool:
    """Take up "QH-13" as "QH13": the National Assembly's term, a hyphen too many before it."""
    term = _TERM.match(reading.low, code.end)
    if term is None or code.parts[-1] not in {"QH", "UBTVQH"}:
        return False
    printed = code.parts[-1] + reading.words(code.end, term.end())
    code.parts[-1] += term.group(1)
    code.repairs.append(Repair(kind="dau-noi", printed=printed, read=code.parts[-1]))
    code.end = term.end()
    return True


def _read_part(reading: Reading, code: Code, at: int, *, spaced: bool) -> tuple[int, str, bool] | None:
    """End, spelling, and whether the next word is glued on; nothing where no symbol stands."""
    found = _PART.match(reading.low, at)
    if found is None:
        return None
    end = found.end()
    if reading.low[end : end + 1].isalnum() or reading.copy[at] == " ":
        return None
    printed = reading.copy[at:end]
    letters = printed.rstrip("0123456789")
    known = known_parts().get(letters.upper())
    if spaced and not (letters.isupper() and _may_be_spaced(reading, code, known, letters, end)):
        return None
    if letters.isupper() or _tailed(letters):
        if len(letters) == 1 and not (known or code.parts):
            return None
        return end, _spell(code, printed, letters, known), False
    if known or fold(letters) in known_folded():
        if letters.islower() and len(letters) < 2:
            return None
        if letters.islower() and not known:
            printed, letters = printed.upper(), letters.upper()
        return end, _spell(code, printed, letters, known), False
    if _in_small_letters(reading, code, end) and not _SYLLABLE.match(letters):
        return end, _spell(code, printed.upper(), letters.upper(), None), False
    return _unglue(reading, at, end)


def _in_small_letters(reading: Reading, code: Code, end: int) -> bool:
    """Whether the notation is printed in small letters, so far or from here on: "202/btttt-khtc"."""
    if code.parts:
        return reading.copy[code.start : code.end].islower()
    letters = end - code.end - 1
    return (
        letters > 1
        and reading.copy[code.end : end].islower()
        and reading.low[end : end + 1] in {"-", "/", "&"}
    )


def _may_be_spaced(reading: Reading, code: Code, known: str | None, letters: str, end: int) -> bool:
    """Whether a hyphen with spaces on both sides is still a joint: "12 - KH/HU", "12/QĐ - UBND".

    Behind a body's symbol only a long symbol nobody knows can go on ("79-CTr/BDVTW - BCSĐCP"): a
    known one begins what follows ("12/QĐ-UBND - UBND xã").
    """
    if code.parts:
        return code.parts[-1] in type_symbols() if known else len(letters) > 4
    return known in type_symbols() and reading.low[end : end + 1] in {"/", "-"}


def _tailed(letters: str) -> bool:
    """ "TTg", "QĐi", "CTr": capitals with one or two small letters at the end."""
    capitals = len(letters) - len(letters.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZĐƯ"))
    return capitals >= 2 and len(letters) - capitals <= 2 and letters[capitals:].islower()


def _unglue(reading: Reading, at: int, end: int) -> tuple[int, str, bool] | None:
    printed = reading.copy[at:end]
    capitals = len(printed) - len(printed.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZĐƯ"))
    if capitals >= 2 and _GLUED.match(reading.low, at + capitals):
        return at + capitals, printed[:capitals], True
    return None


def _spell(code: Code, printed: str, letters: str, known: str | None) -> str:
    """The part as it goes into the number: known symbols in their own case, others as printed."""
    digits = printed[len(letters) :]
    if digits and letters.upper() in _NUMBERLESS:
        code.repairs.append(Repair(kind="chu-thich", printed=printed, read=letters))
        digits, printed = "", letters
    if known:
        if known != letters:
            code.repairs.append(Repair(kind="chu-hoa", printed=printed, read=known + digits))
        return known + digits
    near = known_folded().get(fold(letters)) or one_letter_off(letters.upper())
    if near and (near in checked_symbols() or near in type_symbols()):
        code.repairs.append(Repair(kind="ky-hieu", printed=printed, read=near + digits))
    return printed


def _note_space(reading: Reading, code: Code, start: int, end: int) -> None:
    printed = reading.words(start, end)
    code.repairs.append(Repair(kind="khoang-trang", printed=printed, read=printed.replace(" ", "")))
