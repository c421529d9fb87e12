"""Whose text it is, where only the places in it can tell."""

from __future__ import annotations

from datetime import date

from danbiet.model import Body
from danbiet.register.place_words import places_in
from danbiet.register.places import Place, chain_of, read_place_id
from danbiet.register.records import Register
from danbiet.text import slug


def infer_body(text: str, register: Register, on: date | None = None) -> Body | None:
    """The body a raw text speaks for, as far as its place names say so without ambiguity.

    A registered body wins where it is the only place of its tier that the text names, no other
    province is named, and the text names its province or district too. Otherwise the body has only
    the places that the text names unambiguously. ``on`` is the text's day, where it is known: of
    bodies that bore a name one after another it tells which is meant; without it, the first.
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
            and (body.existed(on) if on else body.id not in register.heirs)
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
