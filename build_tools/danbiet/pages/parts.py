"""Long lists in parts: a province has a thousand plans, and a phone takes no page of megabytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from danbiet import addresses
from danbiet.pages.views import Link

Item = TypeVar("Item")

ROWS = 180  # rows with a whole sentence each: some 250 kB
LINES = 400  # one-line entries: some 200 kB


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[Item]):
    """One part of a list: its address, its items, and links to all parts where there are several."""

    address: str
    number: int
    of: int
    items: tuple[Item, ...]
    links: tuple[Link, ...]


def parts(items: Sequence[Item], address: str, size: int) -> list[Part[Item]]:
    """The parts of a list: the first at ``address``, the next at ``address``trang-2/ and so on; never none."""
    count = max(1, -(-len(items) // size))
    where = [address, *(f"{address}trang-{number}/" for number in range(2, count + 1))]
    return [
        Part(
            address=here,
            number=k + 1,
            of=count,
            items=tuple(items[k * size : (k + 1) * size]),
            links=_links(where, here) if count > 1 else (),
        )
        for k, here in enumerate(where)
    ]


def _links(where: Sequence[str], here: str) -> tuple[Link, ...]:
    return tuple(Link(text=str(k), href=addresses.relative(to, here)) for k, to in enumerate(where, 1))
