"""Whether a mention fits an instrument: certainly, possibly, or not, on number, date, issuer and place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from danbiet.model import Mention, PartialDate
from danbiet.register.agencies import Issuer, agree, read_issuer
from danbiet.register.names import subject_tokens, subjects_meet
from danbiet.register.numbers import Code, read_code
from danbiet.register.places import Place, read_place_id
from danbiet.register.records import Entry
from danbiet.text import fold


class Fit(IntEnum):
    """How well a mention fits an instrument."""

    NO = 0
    POSSIBLE = 1
    CERTAIN = 2


class Days(IntEnum):
    """How two dates stand to each other."""

    OTHER_YEAR = 0
    SAME_YEAR = 1  # another day of the same year
    UNKNOWN = 2  # one of them is not stated
    COMPATIBLE = 3  # as far as both are stated
    SAME = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention taken apart, with the words that follow it and the places it stands in."""

    mention: Mention
    code: Code | None
    issuer: Issuer
    after: str
    chain: tuple[Place, ...]
    latest_year: int | None = None
    since: date | None = None  # the day from which the plan's body exists

    @property
    def date(self) -> PartialDate | None:
        """The printed date."""
        return self.mention.date


def days(one: PartialDate | None, other: PartialDate | None) -> Days:
    """How a printed date stands to a registered one."""
    if one is None or other is None:
        return Days.UNKNOWN
    if one.year != other.year:
        return Days.OTHER_YEAR
    for a, b in ((one.month, other.month), (one.day, other.day)):
        if a is not None and b is not None and a != b:
            return Days.SAME_YEAR
    return Days.SAME if one.exact and other.exact else Days.COMPATIBLE


def place_fits(issuer: Issuer, registered: str | None, chain: tuple[Place, ...]) -> bool:
    """Whether an instrument of a place can be meant (DESIGN, Identity of an instrument).

    A central instrument is not meant where the issuer names a local place. A local one only where
    the mention names its place, or names none and the plan's body stands in it at that level.
    """
    place = issuer.place
    if registered is None:
        return not (place.level or place.name) or bool(issuer.agency and not issuer.agency.local)
    if issuer.agency and not issuer.agency.local:
        return False
    own = read_place_id(registered)
    if place.name:
        province = place.province or next((p.name for p in chain if p.is_province), None)
        same = place.name == own.name and place.level in (None, own.level)
        return same and (own.is_province or province in (None, own.province))
    here = [p for p in chain if p.name == own.name and p.level == own.level]
    if not here or not any(p.province in (None, own.province) for p in here):
        return False
    return place.level in (None, own.level)


def place_is_certain(reading: Reading, registered: str | None) -> bool:
    """Whether the mention says at which level the instrument was issued, in a province that is known.

    Two provinces may have communes of one name: without the province, level and name do not decide.
    """
    place = reading.issuer.place
    if not (place.level or place.name):
        return False
    if registered is None or read_place_id(registered).is_province:
        return True
    return bool(place.province) or any(p.province for p in reading.chain)


def codes_fit(code: Code, entry: Entry, type_fits: bool) -> bool:
    """Whether the numbers are the same, or the printed one leaves out the notation."""
    for number in (entry.instrument.number, entry.presumed_number):
        known = read_code(number)
        if known is None:
            continue
        if code == known:
            return True
        if code.bare and type_fits and code.head == known.head and code.year in (None, known.year):
            return True
    return False


def subject_fits(reading: Reading, entry: Entry) -> bool:
    """Whether what follows the mention is the instrument's subject."""
    type_name = entry.instrument.type_name
    printed = subject_tokens(reading.after)
    known = (entry.instrument.title, *entry.subjects)
    return any(subjects_meet(printed, subject_tokens(words, type_name)) for words in known)


def fit_numbered(reading: Reading, entry: Entry) -> Fit:
    """How well a numbered mention fits; see the module."""
    instrument, code = entry.instrument, reading.code
    type_fits = fold(reading.mention.type_name) == fold(instrument.type_name)
    if code is None or not codes_fit(code, entry, type_fits):
        return Fit.NO
    if not place_fits(reading.issuer, instrument.place, reading.chain):
        return Fit.NO
    if reading.latest_year and instrument.issued and instrument.issued.year > reading.latest_year:
        return Fit.NO
    when = days(reading.date, instrument.issued)
    if code.bare:
        return _fit_bare(reading, entry, when)
    if not type_fits and when is not Days.SAME and code.year is None:
        return Fit.NO
    if code.year is not None:
        return _fit_year_in_number(reading, entry, when)
    return _fit_dated(reading, entry, when)


def _fit_bare(reading: Reading, entry: Entry, when: Days) -> Fit:
    issuer = agree(reading.issuer, read_issuer(entry.instrument.issuer))
    if when < Days.UNKNOWN or issuer is False:
        return Fit.NO
    exact = reading.code == read_code(entry.instrument.number)
    dated = when is Days.SAME or (exact and reading.code is not None and reading.code.year is not None)
    known = issuer is True or (
        reading.issuer.agency is not None and place_is_certain(reading, entry.instrument.place)
    )
    if known and (dated or subject_fits(reading, entry)):
        return Fit.CERTAIN
    return Fit.POSSIBLE


def _fit_year_in_number(reading: Reading, entry: Entry, when: Days) -> Fit:
    local = entry.instrument.place is not None
    if when >= Days.COMPATIBLE or not local:
        return Fit.CERTAIN
    if when is Days.UNKNOWN:
        certain = place_is_certain(reading, entry.instrument.place) or subject_fits(reading, entry)
        return Fit.CERTAIN if certain else Fit.POSSIBLE
    return Fit.CERTAIN if place_is_certain(reading, entry.instrument.place) else Fit.NO


def _fit_dated(reading: Reading, entry: Entry, when: Days) -> Fit:
    instrument = entry.instrument
    registered = read_issuer(instrument.issuer)
    issuer = agree(reading.issuer, registered)
    if when is Days.SAME:
        return Fit.CERTAIN
    if when is Days.OTHER_YEAR:
        return Fit.NO
    party = registered.agency is not None and registered.agency.group == "đảng"
    about = subject_fits(reading, entry)
    if when is Days.UNKNOWN:
        term = bool(reading.issuer.term) and reading.issuer.term == registered.term and issuer is True
        return Fit.CERTAIN if issuer is not False and (about or term) else Fit.POSSIBLE
    if when is Days.COMPATIBLE:
        return Fit.CERTAIN if issuer is not False or about else Fit.POSSIBLE
    if party:
        alone = about or issuer is True
    else:
        alone = issuer is not False and (
            instrument.place is None or place_is_certain(reading, entry.instrument.place)
        )
    return Fit.CERTAIN if alone else Fit.POSSIBLE
