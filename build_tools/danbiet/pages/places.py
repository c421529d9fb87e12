"""Bodies that came to an end and bodies that came after them: the banners that name each to the other."""

from __future__ import annotations

from dataclasses import dataclass

from danbiet import addresses, words
from danbiet.model import Body
from danbiet.model import Successor as BodySuccessor
from danbiet.pages.index import Index
from danbiet.pages.views import EndedView, Link, Successor


@dataclass(frozen=True, slots=True, kw_only=True)
class FormedView:
    """A body that came after others: since when, out of what, and whose plans before that day stand here.

    ``area`` names the bodies before it where nobody tells what it was formed from.
    """

    name: str
    since: str
    formed_from: str
    area: str
    resolution: str
    before: tuple[Link, ...]


def ended_view(body: Body | None, index: Index, here: str) -> EndedView | None:
    """What to tell of a body that no longer exists in that form on the day of building."""
    if body is None or not body.successors or (body.ended and body.ended > index.site.today):
        return None
    return EndedView(
        name=body.name,
        ended=words.day(body.ended) if body.ended else "",
        note=body.exists_note.strip().rstrip("."),
        resolution=body.resolution or "",
        successors=tuple(_successor(s, index, here) for s in body.successors),
    )


def formed_view(body: Body | None, index: Index, here: str) -> FormedView | None:
    """What to tell of a body that came after others: the ended bodies' banner from its side."""
    if body is None:
        return None
    before = index.bodies_before.get(body.id, [])
    if not before and not body.formed_from:
        return None
    return FormedView(
        name=body.name,
        since=words.day(body.since) if body.since else "",
        formed_from=", ".join(body.formed_from),
        area="" if body.formed_from else ", ".join(one.name for one in before),
        resolution=body.resolution or "",
        before=tuple(
            Link(text=index.body_labels[one.id], href=addresses.relative(f"{addresses.UNITS}#{one.id}", here))
            for one in before
            if one.id in index.bodies_listed
        ),
    )


def _successor(successor: BodySuccessor, index: Index, here: str) -> Successor:
    listed = successor.body_id if successor.body_id in index.bodies_listed else None
    return Successor(
        name=successor.name,
        province=successor.province or "",
        formed_from=", ".join(successor.formed_from),
        note=successor.note,
        href=addresses.relative(f"{addresses.UNITS}#{listed}", here) if listed else None,
    )
