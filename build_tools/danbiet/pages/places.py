"""Bodies that came to an end: the banner that tells what came after them."""

from __future__ import annotations

from danbiet import addresses, words
from danbiet.model import Body
from danbiet.model import Successor as BodySuccessor
from danbiet.pages.index import Index
from danbiet.pages.views import EndedView, Link, Successor


def ended_view(body: Body | None, index: Index, here: str) -> EndedView | None:
    """What to tell of a body that no longer exists in that form on the day of building."""
    if body is None or not body.successors or (body.ended and body.ended > index.site.today):
        return None
    return EndedView(
        name=body.name,
        ended=words.day(body.ended) if body.ended else "",
        note=body.exists_note.strip().rstrip("."),
        resolution=body.resolution or "",
        successors=tuple(_successor(s, here) for s in body.successors),
    )


def came_from(body: Body | None, index: Index, here: str) -> tuple[Link, ...]:
    """The bodies that a body came after, told from its side."""
    if body is None:
        return ()
    before = index.bodies_before.get(body.id, [])
    return tuple(
        Link(text=b.name, href=addresses.relative(f"{addresses.UNITS}#{b.id}", here)) for b in before
    )


def _successor(successor: BodySuccessor, here: str) -> Successor:
    href = addresses.relative(f"{addresses.UNITS}#{successor.body_id}", here) if successor.body_id else None
    return Successor(
        name=successor.name,
        province=successor.province or "",
        formed_from=", ".join(successor.formed_from),
        note=successor.note,
        href=href,
    )
