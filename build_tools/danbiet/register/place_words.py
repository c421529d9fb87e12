"""The places that words name, by level and name: those of an issuer, those of a running text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from danbiet.register.places import Place, level_slug, province_place, tier_of
from danbiet.text import collapse, fold, nfc, slug

_UPPER = "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.isupper() and c.isalpha())
_LEVELS = "tỉnh|thành phố|huyện|quận|thị xã|thị trấn|phường|xã|đặc khu|TP\\.?|T\\.P\\.?"
_WORD = rf"[{_UPPER}][^\W\d_]*"
_NAME = rf"(?P<name>{_WORD}(?:(?:\s-\s|\s){_WORD}){{0,3}}|(?<=[gn] )\d{{1,2}}(?![\d.)/]))"
_NAMED = re.compile(rf"(?<!\w)(?P<level>(?i:{_LEVELS}))\s?{_NAME}")
# In running text: the same, begun by its first letters so that long texts are searched fast.
_RUNNING = re.compile(
    r"(?P<level>[Tt](?:ỉnh|hành phố|hị xã|hị trấn)|TP\.?|[Hh]uyện|[Qq]uận|[Pp]hường|[Xx]ã|[Đđ]ặc khu) "
    + _NAME
)
_WRITTEN = re.compile(r"(?i)\b(?:thị trấn|thành phố|thị xã|đặc khu|tỉnh|huyện|quận|phường|xã)\s+(.+?)(?:,|$)")
_LEVEL = re.compile(rf"(?<!\w)(?P<level>(?i:{_LEVELS}))(?!\w)(?!\s+(?i:hội))")
_PARTY = re.compile(r"(?<!\w)(?P<level>(?i:tỉnh|thành|huyện|quận|thị)) (?i:ủy|uỷ)(?!\w)")
_PARTY_LEVELS = {"tinh": "tinh", "thanh": "thanh-pho", "huyen": "huyen", "quan": "quan", "thi": "thi-xa"}
_NEVER_NAMES = {
    "nam", "so", "ve", "can", "thuc", "theo", "ban", "uy", "quyet", "nghi", "ke", "chi", "va", "do", "viet",
    "trung", "dang", "hdnd", "ubnd", "mttq", "vn", "khoa", "tu",
}  # fmt: skip

_BEHIND_NAMES = {"lần", "về", "khóa", "khoá", "nhiệm"}


def read_place(words: str) -> Place:
    """The place an issuer's words name: "UBND tỉnh Hải Dương", "Đảng ủy phường", "UBND Hải Dương"."""
    words = collapse(nfc(words))
    named = [place for match in _NAMED.finditer(words) if (place := _place(match)) and place.name]
    party, level = _PARTY.search(words), _LEVEL.search(words)
    if party and (not level or party.start() <= level.start()):
        found = _PARTY_LEVELS[fold(party["level"])]
        after = re.match(rf"\s?({_WORD}(?:\s{_WORD}){{0,3}})", words[party.end() :])
        name = _name(after[1].split()) if after else None
        return _with_province(Place(found, name), named)
    if level:
        at = _NAMED.match(words, level.start())
        place = _place(at) if at else None
        return _with_province(place or Place(level_slug(level["level"])), named)
    for size in (4, 3, 2, 1):
        tail = province_place(" ".join(words.split()[-size:]))
        if tail and len(words.split()) > size:
            return tail
    return Place()


def place_name(issuer: str) -> str:
    """The name of the place that an issuer is of, as written: "Bãi Cháy"; nothing where it names none."""
    found = _WRITTEN.search(collapse(nfc(issuer)))
    return found[1] if found else ""


def _with_province(place: Place, named: Iterable[Place]) -> Place:
    if place.is_province:
        return Place(place.level, place.name, place.name)
    above = {other.name for other in named if other.is_province}
    return Place(place.level, place.name, above.pop() if len(above) == 1 else None)


def _place(match: re.Match[str], shouting: bool = True) -> Place | None:
    """What a level word and a name mean; nothing where the name is none ("UBND xã Năm 2025")."""
    level, name = level_slug(match["level"]), match["name"]
    words = name.split()
    if not shouting and any(word.isupper() and len(word) > 1 for word in words):
        return None  # the level words of running text are never in capitals
    if level in {"tinh", "thanh-pho"}:
        for size in range(len(words), 0, -1):
            place = province_place(" ".join(words[:size]))
            if place and place.level == level:
                return place
        if level == "tinh":
            return None
    found = _name(words)
    return Place(level, found) if found else None


def _name(words: list[str]) -> str | None:
    """The slug of a name; in capitals throughout, a name runs on into the words behind it."""
    ends = next((i for i, word in enumerate(words) if word.lower() in _BEHIND_NAMES), len(words))
    words = words[:ends]
    while len(words) > 1 and slug(words[-1]) in {"nam", "va", "ve"}:
        words.pop()
    if not words or (slug(words[0]) in _NEVER_NAMES and len(words) == 1):
        return None
    return slug(" ".join(words))


def places_in(text: str) -> dict[str, set[Place]]:
    """The places a text names with their level words, by tier."""
    found: dict[str, set[Place]] = {}
    words = collapse(nfc(text))
    for match in _RUNNING.finditer(words):
        if match.start() and words[match.start() - 1].isalnum():
            continue
        place = _place(match, shouting=False)
        tier = tier_of(place) if place else None
        if place and tier:
            found.setdefault(tier, set()).add(place)
    return found
