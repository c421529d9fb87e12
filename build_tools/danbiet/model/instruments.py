"""Instruments, who says what of them, and their validity on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from danbiet.model.dates import PartialDate


class InstrumentStatus(StrEnum):
    """What the register says of an instrument's force, in the register's words."""

    IN_FORCE = "con-hieu-luc"
    IN_FORCE_AMENDED = "con-hieu-luc-da-sua-doi"
    EXPIRED = "het-hieu-luc"
    PRESUMED_LAPSED = "co-the-het-hieu-luc"  # an inference, said to be one
    NO_REPLACEMENT_SEEN = "chua-thay-van-ban-thay-the"
    UNVERIFIED = "chua-xac-minh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says so: a title or address and what it says (Vietnamese); ``secondary`` if not official."""

    where: str
    says: str = ""
    url: str | None = None
    secondary: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A legal or administrative instrument: facts, each with who says so.

    ``place`` is the place id of a local body (``tinh-quang-tri``, ``quang-ninh-phuong-bai-chay``) or
    nothing for central ones. ``ended`` is the first day it is no longer in force, where known.
    ``amended_since`` is the day the first amendment came into force, where every amending
    instrument is registered with its day.
    ``identity_confirmed`` covers identity only, not status. An instrument that no register holds
    (``registered`` false) has only what the plans say of it.
    """

    id: str
    type_name: str
    title: str
    number: str | None = None
    number_presumed: bool = False
    issuer: str | None = None
    issued: PartialDate | None = None
    effective: date | None = None
    ended: date | None = None
    place: str | None = None
    status: InstrumentStatus = InstrumentStatus.UNVERIFIED
    status_note: str = ""
    replaced_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    amended_since: date | None = None
    replaces: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    checked_on: PartialDate | None = None
    identity_confirmed: bool = False
    notes: tuple[str, ...] = ()
    registered: bool = True
    url: str | None = None
    plan_key: str | None = None  # the plan published here that is this instrument


class ValidityState(StrEnum):
    """What can be said of an instrument's force on one day."""

    IN_FORCE = "in-force"
    NOT_YET = "not-yet"
    EXPIRED = "expired"
    PRESUMED_LAPSED = "presumed-lapsed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """Hiệu lực on one day: the state, the words a reader sees, and since when, where known."""

    state: ValidityState
    label: str
    on: date
    since: date | None = None
