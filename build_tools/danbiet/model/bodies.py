"""Issuing bodies, their units, and where they can be reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from danbiet.model.instruments import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """The public address for phản ánh, kiến nghị."""

    address: str | None = None
    email: str | None = None
    telephone: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """The body that came after one that ended."""

    name: str
    province: str | None = None
    code: str | None = None
    formed_from: tuple[str, ...] = ()
    note: str = ""
    body_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An issuing body. ``id`` is its place id: ``quang-ninh-phuong-bai-chay``.

    ``places`` are the place ids it stands in, its own first, the province last. ``since`` is the
    day from which it exists in its form, where that is known, and ``formed_from`` what it was made
    of; ``ended`` the day from which it no longer exists; ``exists_note`` what a reader is told of it.
    """

    id: str
    name: str
    level: str
    place: str
    province: str | None = None
    district: str | None = None
    places: tuple[str, ...] = ()
    contact: Contact | None = None
    since: date | None = None
    formed_from: tuple[str, ...] = ()
    ended: date | None = None
    exists_note: str = ""
    successors: tuple[Successor, ...] = ()
    resolution: str | None = None
    sources: tuple[Source, ...] = ()
    registered: bool = True

    def existed(self, on: date) -> bool:
        """Whether it existed in this form on a day, as far as is known."""
        return (self.since is None or self.since <= on) and (self.ended is None or on < self.ended)


class UnitKind(StrEnum):
    """What a unit is."""

    BODY = "ubnd"
    PROFESSIONAL = "bo-phan-chuyen-mon"
    FRONT = "mttq"
    UNION = "doan-the"
    INSPECTION = "ban-ttnd"
    COMMUNITY_SUPERVISION = "ban-gsdtcd"
    HAMLET = "thon-to-dan-pho"
    GROUP = "nhom"  # "các cơ quan, đơn vị": several at once, named together
    OTHER = "khac"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit that plans give work to. It belongs to one body: ``<unit>--<body>``."""

    id: str
    name: str
    body_id: str
    other_names: tuple[str, ...] = ()
    kind: UnitKind = UnitKind.OTHER
    contact: Contact | None = None
    successor: str | None = None
    registered: bool = True
