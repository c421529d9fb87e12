"""Bodies that came after others: each is a body of its own, with its own id, from its first day on.

What is known of them stands in the entries of those that ended (``kế thừa:``). A site may register
such a body itself, with its address and its units; then the two are told together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from danbiet.model import Body, Successor
from danbiet.register.agencies import people_committee
from danbiet.register.place_words import place_name, read_place
from danbiet.register.places import Place, level_name, own_place, province_place


def with_heirs(bodies: Mapping[str, Body]) -> tuple[dict[str, Body], frozenset[str]]:
    """The bodies with those that came after them, and the ids of those that have no entry of their own.

    Each successor names its body (``body_id``) where it is one that plans can be of: a people's
    committee of a known place.
    """
    found = dict(bodies)
    made: set[str] = set()
    for body in bodies.values():
        if not body.ended or not people_committee(body.name):
            continue
        linked = []
        for successor in body.successors:
            place = own_place(read_place(successor.name), successor.province or body.province)
            key = successor.body_id or _registered(place, body, found) or _new_id(place, found, body)
            if key is None or (key not in found and place.id is None):
                linked.append(successor)
                continue
            if key not in found:
                made.add(key)
                found[key] = _heir(key, successor, place)
            found[key] = _formed(found[key], successor, body)
            linked.append(replace(successor, body_id=key))
        found[body.id] = replace(found[body.id], successors=tuple(linked))
    return found, frozenset(made)


def completed(own: Body, shipped: Body) -> Body:
    """A site's own entry of a body that ended, with what it leaves unsaid of how it ended."""
    if own.ended is None or own.successors:
        return own
    return replace(
        own,
        successors=shipped.successors,
        exists_note=own.exists_note or shipped.exists_note,
        resolution=own.resolution or shipped.resolution,
        sources=own.sources or shipped.sources,
    )


def without_heirs(bodies: Mapping[str, Body], heirs: Collection[str]) -> dict[str, Body]:
    """The bodies that have entries, as their entries are: no successor that was found for them."""
    return {
        key: replace(
            body,
            successors=tuple(
                replace(one, body_id=None) if one.body_id in heirs else one for one in body.successors
            ),
        )
        for key, body in bodies.items()
        if key not in heirs
    }


def place_of(body: Body) -> Place:
    """The place that a people's committee is of, as its name and province tell."""
    return own_place(read_place(body.name), body.province)


def _registered(place: Place, before: Body, known: Mapping[str, Body]) -> str | None:
    """The body of the place that exists from the day on which ``before`` ended, if just one is known."""
    found = [
        body.id
        for body in known.values()
        if body.id != before.id
        and before.ended
        and people_committee(body.name)
        and _same(place_of(body), place)
        and (body.ended is None or body.ended > before.ended)
    ]
    return found[0] if len(found) == 1 else None


def _same(one: Place, other: Place) -> bool:
    """Whether two places are the same, the province of the first being stated or not."""
    return (one.level, one.name, one.province or other.province) == (other.level, other.name, other.province)


def _new_id(place: Place, known: Mapping[str, Body], before: Body) -> str | None:
    if place.id is None or before.ended is None:
        return None
    return place.id if place.id not in known else f"{place.id}-{before.ended.year}"


def _heir(key: str, successor: Successor, place: Place) -> Body:
    named = people_committee(successor.name)
    name = successor.name if named else f"UBND {successor.name[:1].lower()}{successor.name[1:]}"
    province = province_place(place.province)
    ids = (key, place.id, province.id if province else None)
    return Body(
        id=key,
        name=name,
        level=level_name(place),
        place=place_name(name),
        province=successor.province,
        places=tuple(dict.fromkeys(one for one in ids if one)),
    )


def _formed(heir: Body, successor: Successor, before: Body) -> Body:
    """An heir with its first day and what it was made of, where it does not say so itself."""
    own = heir.since is not None and heir.since != before.ended
    if own:
        return heir
    return replace(
        heir,
        since=before.ended,
        formed_from=heir.formed_from or successor.formed_from,
        resolution=heir.resolution or before.resolution,
        sources=heir.sources or before.sources,
    )
