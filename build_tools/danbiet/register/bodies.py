"""The body that a plan's issuer names: registered, or new with an id from province, level and name."""

from __future__ import annotations

import re

from danbiet.model import Body
from danbiet.register.agencies import plain
from danbiet.register.place_words import read_place
from danbiet.register.places import own_place, province_place, read_place_id, tier_of
from danbiet.register.records import Register
from danbiet.text import collapse, nfc, slug


def body_for(issuer: str, province: str | None, register: Register) -> Body:
    """The body a plan's issuer names: registered, or a new one with an id from province, level and name.

    A registered body is taken only where level, name and province agree; where the plan states no
    province, only one that the site itself registers: another province may have a body of that name.
    """
    own = own_place(read_place(issuer), province)
    wanted = [
        body
        for body in register.bodies.values()
        if (place := read_place_id(body.id)).level == own.level
        and place.name == own.name
        and (place.province == own.province if own.province else body.id in register.own_bodies)
    ]
    if len(wanted) == 1 and own.name and people_committee(issuer):
        return wanted[0]
    above = province_place(own.province)
    chain = [own.id] if own.id else []
    if above and above.id and above.id not in chain:
        chain.append(above.id)
    words = slug(issuer) or "chua-ro"
    if people_committee(issuer):
        key = own.id or words
    else:
        key = words if not own.province or own.is_province else f"{own.province}-{words}"
    level = (tier_of(own) and (own.level or "")) or ""
    return Body(
        id=key,
        name=collapse(nfc(issuer)),
        level=LEVEL_NAMES.get(level, ""),
        place=_place_name(issuer),
        province=province,
        places=tuple(chain) if key in chain else (key, *chain),
        registered=False,
    )


LEVEL_NAMES = {
    "tinh": "tỉnh", "thanh-pho": "thành phố", "huyen": "huyện", "quan": "quận", "thi-xa": "thị xã",
    "thi-tran": "thị trấn", "phuong": "phường", "xa": "xã", "dac-khu": "đặc khu",
}  # fmt: skip


def people_committee(issuer: str) -> bool:
    """Whether an issuer is a people's committee itself, not an office or committee of one."""
    return plain(issuer).startswith("uy ban nhan dan")


def _place_name(issuer: str) -> str:
    words = collapse(nfc(issuer))
    found = re.search(
        r"(?i)\b(?:thị trấn|thành phố|thị xã|đặc khu|tỉnh|huyện|quận|phường|xã)\s+(.+?)(?:,|$)", words
    )
    return found[1] if found else ""
