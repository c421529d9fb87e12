"""Issuers: which agency an issuer's words name, where, in which term, and under which symbols."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from danbiet.records import shipped
from danbiet.register.place_words import read_place
from danbiet.register.places import Place
from danbiet.text import collapse, fold

_SHORT = {
    "btv": "ban thuong vu", "bch": "ban chap hanh", "tw": "trung uong", "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan", "bcd": "ban chi dao", "ttg": "thu tuong chinh phu",
}  # fmt: skip
_SITTING = re.compile(r"^(?:hoi nghi|ky hop)(?: (?:lan )?thu \w+)?(?: cua)? ")
_TERM = re.compile(r"\b(?:khoa|nhiem ky) ([ivxlc]+|\d+(?: ?- ?\d+)?)\b")


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency of the data: its code, name, group, whether local, and the symbols it may use."""

    code: str
    name: str
    group: str
    local: bool
    symbols: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuer's words taken apart; what is not known is nothing."""

    agency: Agency | None = None
    place: Place = field(default_factory=Place)
    term: str | None = None
    words: str = ""


def plain(words: str) -> str:
    """Folded words with abbreviations written out and punctuation gone."""
    tokens = re.findall(r"[a-z0-9&]+", fold(words))
    return " ".join(_SHORT.get(token, token) for token in tokens)


def people_committee(issuer: str) -> bool:
    """Whether an issuer is a people's committee itself, not an office or committee of one."""
    return plain(issuer).startswith("uy ban nhan dan")


@cache
def agencies() -> tuple[Agency, ...]:
    """Every agency of data/co-quan.yml."""
    return tuple(
        Agency(
            item["mã"],
            item["tên"],
            item["nhóm"],
            item["cấp"] == "địa phương",
            tuple(item.get("ký hiệu", ())),
            tuple(plain(name) for name in (item["tên"], *item.get("tên khác", ()))),
        )
        for item in shipped("register", "co-quan.yml")["cơ quan"]
    )


@lru_cache(maxsize=4096)
def read_issuer(words: str | None) -> Issuer:
    """An issuer's words taken apart. The agency is named only where the words begin with it."""
    if not words:
        return Issuer()
    text = plain(words)
    text_after = _SITTING.sub("", text)
    best: tuple[int, Agency | None] = (0, None)
    for agency in agencies():
        for name in agency.names:
            if (text_after == name or text_after.startswith(f"{name} ")) and len(name) > best[0]:
                best = (len(name), agency)
    agency_found = best[1]
    if agency_found and not agency_found.local and not _ends_well(text_after[best[0] :]):
        agency_found = None
    term = _TERM.search(text)
    place = Place() if agency_found and not agency_found.local else read_place(words)
    return Issuer(agency_found, place, term[1] if term else None, collapse(text))


def _ends_well(rest: str) -> bool:
    """Whether what follows a central agency's name belongs to it: a term, "Đảng", "Việt Nam"."""
    left = re.sub(r"\b(khoa|nhiem ky|cua|dang|cong san|viet nam|hoi nghi|lan thu|trung uong)\b", " ", rest)
    return not re.sub(r"\b([ivxlc]+|\d+|tu|nam|sau|bay|tam|chin|muoi|nhat|hai|ba)\b", " ", left).strip()


def agree(one: Issuer, other: Issuer) -> bool | None:
    """Whether two issuers can be the same: True or False where both are known, nothing else."""
    if one.term and other.term and one.term != other.term and one.agency == other.agency:
        return False
    if one.agency and other.agency:
        return one.agency.code == other.agency.code
    if one.words and other.words and (one.words.startswith(other.words) or other.words.startswith(one.words)):
        return True
    return None


@lru_cache(maxsize=1024)
def symbol_agencies(symbol: str) -> tuple[Agency, ...]:
    """The agencies that may issue under a symbol ("TTg", "QH15"); none where the symbol is unknown."""
    key = fold(symbol)
    stem = re.sub(r"\d+$", "", key)
    return tuple(
        agency
        for agency in agencies()
        for own in agency.symbols
        if fold(own) == key or (own.endswith("*") and fold(own[:-1]) == stem)
    )
