"""The body that a plan's issuer names: registered, or new with an id from province, level and name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from danbiet.model import Body
from danbiet.register.agencies import people_committee, plain
from danbiet.register.place_words import place_name, read_place
from danbiet.register.places import Place, level_name, own_place, province_place, read_place_id
from danbiet.register.records import Register
from danbiet.register.succession import place_of
from danbiet.text import collapse, nfc, slug


def body_for(issuer: str, province: str | None, register: Register, on: date | None = None) -> Body:
    """The body a plan's issuer names: registered, or a new one with an id from province, level and name.

    A registered body is taken only where level, name and province agree, as its id or its own name
    and province tell them; where the plan states no province, only one that the site itself
    registers: another province may have a body of that name. ``on`` is the plan's day: of bodies
    that bore a name one after another, the one of that day is taken, without a day the first.
    """
    own = own_place(read_place(issuer), province)
    if found := _registered(issuer, own, register, on):
        return found
    above = province_place(own.province)
    words = slug(issuer) or "chua-ro"
    if people_committee(issuer):
        key = own.id or words
    else:
        key = words if not own.province or own.is_province else f"{own.province}-{words}"
    later = register.bodies.get(key)
    if later and later.since:
        key = f"{key}-truoc-{later.since.year}"
    chain = (key, own.id, above.id if above else None)
    return Body(
        id=key,
        name=collapse(nfc(issuer)),
        level=level_name(own),
        place=place_name(issuer),
        province=province,
        places=tuple(dict.fromkeys(place for place in chain if place)),
        registered=False,
    )


def _registered(issuer: str, own: Place, register: Register, on: date | None) -> Body | None:
    """The one registered body that an issuer in ``own`` names; the site's own register goes first."""
    by_id = [b for b in register.bodies.values() if _fits(issuer, own, read_place_id(b.id), b, register)]
    by_name = [b for b in register.bodies.values() if _has_name(issuer, own, b, register)]
    every = {body.id: body for body in (*by_id, *by_name)}
    mine = [body for body in every.values() if body.id in register.own_bodies]
    groups = [mine, by_id, by_name]
    if on is None:
        groups = [[b for b in group if b.since is None] or group for group in groups]
    else:
        existing = [[b for b in group if b.existed(on)] for group in groups]
        groups = existing if any(existing) else [_followed(every.values(), register, on)]
    return next((found[0] for found in groups if len(found) == 1), None)


def _followed(bodies: Iterable[Body], register: Register, on: date) -> list[Body]:
    """What came, under the same level and name, after bodies that ended; where nothing did, those themselves."""
    ended = [body for body in bodies if body.ended and body.ended <= on]
    heirs = {
        heir.id: heir
        for body in ended
        for successor in body.successors
        if (heir := register.bodies.get(successor.body_id or ""))
        and heir.existed(on)
        and (heir.level, plain(heir.place)) == (body.level, plain(body.place))
    }
    return list(heirs.values()) or ended


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
    if people_committee(issuer):
        return people_committee(body.name) and _fits(issuer, own, place_of(body), body, register)
    place = place_of(body)
    mine = body.id in register.own_bodies
    near = place.province == own.province if own.province and place.province else mine
    return near and bool(issuer) and plain(issuer) == plain(body.name)
