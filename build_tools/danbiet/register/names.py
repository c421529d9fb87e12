"""Names and subjects as they are compared: of laws, of congresses, and of what an instrument is about."""

from __future__ import annotations

import re
from functools import lru_cache

from danbiet.model import Instrument
from danbiet.text import fold

_CONGRESS = (
    (re.compile(r"\btw ?(?=\d)"), "trung uong "),
    (re.compile(r"\btw\b"), "trung uong"),
    (re.compile(r"\bchxhcn\b"), "cong hoa xa hoi chu nghia"),
    (re.compile(r"\bmttq\b"), "mat tran to quoc"),
)
_LEAD = re.compile(
    r"^(?:(?:ve viec|ve|quy dinh|ban hanh kem theo|ban hanh|phe duyet|huong dan|sua doi|trien khai)\b ?)+"
)
_YEAR = re.compile(r" nam (?:19|20)\d\d$")


def tokens(words: str) -> list[str]:
    """Folded words without punctuation, abbreviations of names written out."""
    text = fold(words)
    for pattern, full in _CONGRESS:
        text = pattern.sub(full, text)
    return re.findall(r"[a-z0-9]+", text)


def name_form(words: str) -> str:
    """A name as it is compared: "Nghị quyết TW4 (khoá XII)" → "nghi quyet trung uong 4 khoa xii"."""
    return " ".join(tokens(words))


def without_year(form: str) -> tuple[str, int | None]:
    """A name's form and the year at its end, if any: "luat x nam 2022" → ("luat x", 2022)."""
    match = _YEAR.search(form)
    return (form[: match.start()], int(form[-4:])) if match else (form, None)


@lru_cache(maxsize=4096)
def subject_tokens(words: str, type_name: str = "") -> tuple[str, ...]:
    """What an instrument is about, without its type and the words that only lead in."""
    text = " ".join(tokens(words))
    lead = " ".join(tokens(type_name))
    if lead and text.startswith(f"{lead} "):
        text = text[len(lead) + 1 :]
    return tuple(_LEAD.sub("", text).split())


def subjects_meet(printed: tuple[str, ...], known: tuple[str, ...], least: int = 6) -> bool:
    """Whether printed words go on as a known subject does, for its whole length or ``least`` words and more.

    Ten words that agree are enough for a long subject; a short one must agree whole.
    """
    if len(known) < 4:
        return False
    needed = min(len(known), 10)
    if needed < least and len(known) > needed:
        return False
    return printed[:needed] == known[:needed]


def names_of(instrument: Instrument) -> list[str]:
    """The names under which an instrument may be cited without its number."""
    named = (
        fold(instrument.type_name) in {"luat", "bo luat", "hien phap", "phap lenh"} or not instrument.number
    )
    return [*((instrument.title,) if named else ()), *instrument.other_names]
