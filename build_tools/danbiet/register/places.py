"""Places: level, name and province, and the ids made of them.

A place id is province, level and name: ``quang-ninh-phuong-bai-chay``; a province stands alone:
``tinh-quang-ninh``, ``thanh-pho-hai-phong``. Where the province is not known the id begins with
the level. Where a place kept its name although it became another, the later one bears the year
(``quang-ninh-phuong-bai-chay-2025``); an earlier one than the one known, ``-truoc-2025``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from danbiet.model import Body
from danbiet.records import shipped
from danbiet.text import slug

_ERA = re.compile(r"-((?:truoc-)?20\d\d)$")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as words or an id name it: slugs of level, name and province, as far as known."""

    level: str | None = None
    name: str | None = None
    province: str | None = None
    era: str | None = None  # "2025", "truoc-2025": which of several that bore the name one after another

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
        own = f"{self.level}-{self.name}{f'-{self.era}' if self.era else ''}"
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
def merged_provinces() -> dict[str, str]:
    """The slugs of the provinces that ended on 1/7/2025, and the name of the one that holds their land since."""
    merged = shipped("register", "dia-gioi.yml")["tỉnh đã hợp nhất"]
    return {slug(before): after for before, after in merged.items()}


_LEVEL_NAMES = {
    "tinh": "tỉnh", "thanh-pho": "thành phố", "huyen": "huyện", "quan": "quận", "thi-xa": "thị xã",
    "thi-tran": "thị trấn", "phuong": "phường", "xa": "xã", "dac-khu": "đặc khu",
}  # fmt: skip


@cache
def tiers() -> dict[str, str]:
    """The tier (tỉnh, huyện, xã) of each level's slug."""
    return {slug(item["tên"]): item["bậc"] for item in shipped("register", "dia-gioi.yml")["cấp"]}


def tier_of(place: Place) -> str | None:
    """Which tier a place is of; a centrally run city is a province's equal."""
    return "tỉnh" if place.is_province else tiers().get(place.level or "")


def level_name(place: Place) -> str:
    """A place's level as it is written: "phường"; nothing where it has none."""
    return _LEVEL_NAMES.get(place.level or "", "") if tier_of(place) else ""


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
            name, _, era = _ERA.sub(r" \1", rest[len(level) + 1 :]).partition(" ")
            place = Place(level, name, prefix, era or None)
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
