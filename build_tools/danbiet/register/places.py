"""Places: level and name, place ids, and the places a text speaks of.

A place id is province, level and name: ``quang-ninh-phuong-bai-chay``; a province stands alone:
``tinh-quang-ninh``, ``thanh-pho-hai-phong``. Where the province is not known the id begins with
the level.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from danbiet.model import Body
from danbiet.records import shipped
from danbiet.register.records import Register
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
_LEVEL = re.compile(rf"(?<!\w)(?P<level>(?i:{_LEVELS}))(?!\w)(?!\s+(?i:hội))")
_PARTY = re.compile(r"(?<!\w)(?P<level>(?i:tỉnh|thành|huyện|quận|thị)) (?i:ủy|uỷ)(?!\w)")
_PARTY_LEVELS = {"tinh": "tinh", "thanh": "thanh-pho", "huyen": "huyen", "quan": "quan", "thi": "thi-xa"}
_NEVER_NAMES = {
    "nam", "so", "ve", "can", "thuc", "theo", "ban", "uy", "quyet", "nghi", "ke", "chi", "va", "do", "viet",
    "trung", "dang", "hdnd", "ubnd", "mttq", "vn", "khoa", "tu",
}  # fmt: skip

_BEHIND_NAMES = {"lần", "về", "khóa", "khoá", "nhiệm"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place as words or an id name it: slugs of level, name and province, as far as known."""

    level: str | None = None
    name: str | None = None
    province: str | None = None

    @property
    def is_province(self) -> bool:
        """Whether it is a province or a centrally run city."""
        return bool(self.name) and (
            (self.level == "tinh" and self.name in provinces())
            or (self.level == "thanh-pho" and self.name in central_cities())
        )

    @property
    def id(self) -> str | None:
        """Its place id, where it has a name and a level."""
        if not self.level or not self.name:
            return None
        own = f"{self.level}-{self.name}"
        return own if self.is_province or not self.province else f"{self.province}-{own}"


@cache
def central_cities() -> frozenset[str]:
    """The slugs of the centrally run cities."""
    return frozenset(
        slug(name) for name in shipped("register", "dia-gioi.yml")["thành phố trực thuộc trung ương"]
    )


@cache
def provinces() -> frozenset[str]:
    """The slugs of the provinces, old and new."""
    return frozenset(slug(name) for name in shipped("register", "dia-gioi.yml")["tỉnh"])


@cache
def tiers() -> dict[str, str]:
    """The tier (tỉnh, huyện, xã) of each level's slug."""
    return {slug(item["tên"]): item["bậc"] for item in shipped("register", "dia-gioi.yml")["cấp"]}


def tier_of(place: Place) -> str | None:
    """Which tier a place is of; a centrally run city is a province's equal."""
    return "tỉnh" if place.is_province else tiers().get(place.level or "")


def level_slug(word: str) -> str:
    """ "Thành phố", "TP." → "thanh-pho"."""
    found = slug(word)
    return "thanh-pho" if found in {"tp", "t-p"} else found


@cache
def read_place_id(place_id: str) -> Place:
    """The place an id names: ``quang-ninh-thanh-pho-ha-long`` → level, name, province."""
    prefix = max(
        (p for p in provinces() | central_cities() if place_id.startswith(f"{p}-")), key=len, default=None
    )
    rest = place_id[len(prefix) + 1 :] if prefix else place_id
    for level in sorted(tiers(), key=len, reverse=True):
        if rest.startswith(f"{level}-"):
            place = Place(level, rest[len(level) + 1 :], prefix)
            return Place(level, place.name, place.name) if place.is_province else place
    return Place(name=place_id)


def province_place(province: str | None) -> Place | None:
    """The place of a province by name, with or without its level word: "tỉnh Hải Dương", "Hải Phòng"."""
    if not province:
        return None
    name = re.sub(r"^(tinh|thanh-pho|tp)-", "", slug(province))
    if name in central_cities():
        return Place("thanh-pho", name, name)
    return Place("tinh", name, name) if name in provinces() else None


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


def infer_body(text: str, register: Register) -> Body | None:
    """The body a raw text speaks for, as far as its place names say so without ambiguity.

    A registered body wins where it is the only place of its tier that the text names, no other
    province is named, and the text names its province or district too. Otherwise the body has only
    the places that the text names unambiguously.
    """
    found = places_in(text)
    named = found.get("tỉnh", set())
    province = next(iter(named)) if len(named) == 1 else None
    for tier in ("xã", "huyện"):
        here = found.get(tier, set())
        if len(here) != 1:
            if here:
                break
            continue
        place = next(iter(here))
        fitting = [
            body
            for body in register.bodies.values()
            if (own := read_place_id(body.id)).level == place.level
            and own.name == place.name
            and (not named or own.province in {p.name for p in named})
        ]
        if len(fitting) == 1 and _names_above(text, fitting[0]):
            return fitting[0]
        break
    return _body_from(found, province)


def _names_above(text: str, body: Body) -> bool:
    """Whether a text names a place that the body stands in, with or without its level word."""
    words = f" {slug(text).replace('-', ' ')} "
    return any(f" {(place.name or '-').replace('-', ' ')} " in words for place in chain_of(body)[1:])


def _body_from(found: dict[str, set[Place]], province: Place | None) -> Body | None:
    chain: list[str] = []
    own: Place | None = None
    for tier in ("xã", "huyện"):
        here = found.get(tier, set())
        if len(here) == 1:
            place = next(iter(here))
            full = Place(place.level, place.name, province.name if province else None)
            own = own or full
            chain.append(full.id or "")
    if province:
        own = own or province
        chain.append(province.id or "")
    if own is None or own.id is None:
        return None
    return Body(
        id=own.id, name="", level=own.level or "", place=own.name or "", places=tuple(chain), registered=False
    )


def chain_of(body: Body | None) -> tuple[Place, ...]:
    """The places a body stands in, its own first."""
    if body is None:
        return ()
    return tuple(read_place_id(place) for place in (body.places or (body.id,)))


def own_place(place: Place, province: str | None) -> Place:
    """A place with the province that a plan or register states for it."""
    above = province_place(province)
    if place.is_province:
        return place
    name = above.name if above else (slug(province) if province else place.province)
    return Place(place.level, place.name, name)
