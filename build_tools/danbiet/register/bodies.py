"""The body that a plan's issuer names: registered, or new with an id from province, level and name."""

from __future__ import annotations

import re

from danbiet.model import Body
from danbiet.register.agencies import plain
from danbiet.register.place_words import read_place
from danbiet.register.places import Place, own_place, province_place, read_place_id, tier_of
from danbiet.register.records import Register
from danbiet.text import collapse, nfc, slug


def body_for(issuer: str, province: str | None, register: Register) -> Body:
    """The body a plan's issuer names: registered, or a new one with an id from province, level and name.

    A registered body is taken only where level, name and province agree, as its id or its own name
    and province tell them; where the plan states no province, only one that the site itself
    registers: another province may have a body of that name.
    """
    own = own_place(read_place(issuer), province)
    if found := _registered(issuer, own, register):
        return found
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


def _registered(issuer: str, own: Place, register: Register) -> Body | None:
    """The one registered body that an issuer in ``own`` names; the site's own register goes first."""
    by_id = [b for b in register.bodies.values() if _fits(issuer, own, read_place_id(b.id), b, register)]
    by_name = [b for b in register.bodies.values() if _has_name(issuer, own, b, register)]
    every = {body.id: body for body in (*by_id, *by_name)}
    mine = [body for body in every.values() if body.id in register.own_bodies]
    return next((found[0] for found in (mine, by_id, by_name) if len(found) == 1), None)


def _fits(issuer: str, own: Place, place: Place, body: Body, register: Register) -> bool:
    """Whether a people's committee of ``own`` is that of ``place``, in a province that is known or ours."""
    mine = body.id in register.own_bodies
    near = place.province == own.province if own.province else mine
    return (
        people_committee(issuer)
        and bool(own.name)
        and (place.level, place.name) == (own.level, own.name)
        and (near or (mine and place.province is None))
    )


def _has_name(issuer: str, own: Place, body: Body, register: Register) -> bool:
    """Whether a registered body's own name and province are those of the issuer."""
    place = own_place(read_place(body.name), body.province)
    if people_committee(issuer):
        return people_committee(body.name) and _fits(issuer, own, place, body, register)
    mine = body.id in register.own_bodies
    near = place.province == own.province if own.province and place.province else mine
    return near and bool(issuer) and plain(issuer) == plain(body.name)


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
