"""Looking instruments up by what a mention prints: number, name, or type and subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from danbiet.model import Instrument, MentionKind
from danbiet.register.agencies import agree, read_issuer
from danbiet.register.fit import Days, Fit, Reading, days, fit_numbered, place_fits, subject_fits
from danbiet.register.names import name_form, names_of, subject_tokens, subjects_meet, without_year
from danbiet.register.numbers import read_code
from danbiet.register.records import Entry, Register
from danbiet.text import collapse, fold

Fits = tuple[list[Entry], list[Entry]]  # the entries that certainly, and that possibly, are meant


@dataclass(frozen=True, slots=True)
class Index:
    """The register by what look-up asks for."""

    entries: Mapping[str, Entry]
    by_head: Mapping[str, tuple[Entry, ...]]
    by_name: Mapping[str, tuple[Entry, ...]]
    by_type: Mapping[str, tuple[Entry, ...]]


@lru_cache(maxsize=8)
def index(register: Register, plans: tuple[Instrument, ...]) -> Index:
    """The register with the plans published beside it; what the register says of a plan goes first."""
    entries = {**{plan.id: Entry(instrument=plan) for plan in plans}, **register.entries}
    by_head: dict[str, list[Entry]] = {}
    by_name: dict[str, list[Entry]] = {}
    by_type: dict[str, list[Entry]] = {}
    for entry in entries.values():
        heads = {c.head for n in (entry.instrument.number, entry.presumed_number) if (c := read_code(n))}
        for head in heads:
            by_head.setdefault(head, []).append(entry)
        for name in {name_form(name) for name in names_of(entry.instrument)}:
            by_name.setdefault(name, []).append(entry)
        by_type.setdefault(fold(entry.instrument.type_name), []).append(entry)
    return Index(
        entries,
        {key: tuple(found) for key, found in by_head.items()},
        {key: tuple(found) for key, found in by_name.items()},
        {key: tuple(found) for key, found in by_type.items()},
    )


def fits(reading: Reading, known: Index) -> Fits:
    """The entries that certainly and that possibly fit."""
    mention = reading.mention
    if mention.kind is MentionKind.NUMBERED and reading.code:
        graded = [(fit_numbered(reading, entry), entry) for entry in known.by_head.get(reading.code.head, ())]
        certain = [entry for fit, entry in graded if fit is Fit.CERTAIN]
        possible = [entry for fit, entry in graded if fit is Fit.POSSIBLE]
        return _narrow(reading, certain), possible
    if mention.kind is MentionKind.VAGUE:
        return _fits_vague(reading, known), []
    return _fits_name(reading, known), []


def _narrow(reading: Reading, certain: list[Entry]) -> list[Entry]:
    """Of several that fit, those that fit best by day, type, issuer and subject."""
    tests: tuple[Callable[[Entry], bool], ...] = (
        lambda e: days(reading.date, e.instrument.issued) is Days.SAME,
        lambda e: reading.code == read_code(e.instrument.number),
        lambda e: fold(e.instrument.type_name) == fold(reading.mention.type_name),
        lambda e: agree(reading.issuer, read_issuer(e.instrument.issuer)) is True,
        lambda e: subject_fits(reading, e),
    )
    for test in tests:
        kept = [entry for entry in certain if test(entry)]
        if len(certain) > 1 and kept:
            certain = kept
    return certain


def _fits_name(reading: Reading, known: Index) -> list[Entry]:
    mention = reading.mention
    forms = dict.fromkeys(name_form(w) for w in (mention.name, mention.raw) if w)
    for form in forms:
        bare, year = without_year(form)
        for wanted in dict.fromkeys((form, bare)):
            found = [
                e
                for e in known.by_name.get(wanted, ())
                if _name_fits(reading, e, year if wanted == bare else None)
            ]
            if found:
                return found
    return []


def _name_fits(reading: Reading, entry: Entry, year: int | None) -> bool:
    instrument = entry.instrument
    issued = instrument.issued
    if year and issued and issued.year != year:
        return False
    if days(reading.date, issued) < Days.UNKNOWN:
        return False
    if issued and reading.latest_year and issued.year > reading.latest_year:
        return False
    if instrument.place is None:
        return True
    named = read_issuer(reading.mention.issuer or reading.mention.name or reading.mention.raw)
    return place_fits(named, instrument.place, reading.chain)


def _fits_vague(reading: Reading, known: Index) -> list[Entry]:
    mention = reading.mention
    issuer = read_issuer(mention.issuer)
    words = collapse(f"{mention.raw} {reading.after}")
    printed = [subject_tokens(words, mention.type_name), subject_tokens(reading.after)]
    found = []
    for entry in known.by_type.get(fold(mention.type_name), ()):
        instrument = entry.instrument
        subjects = [subject_tokens(w, instrument.type_name) for w in (instrument.title, *entry.subjects)]
        if not any(len(s) >= 6 and subjects_meet(p, s) for p in printed for s in subjects):
            continue
        if (
            agree(issuer, read_issuer(instrument.issuer)) is False
            or days(mention.date, instrument.issued) < Days.UNKNOWN
        ):
            continue
        if place_fits(issuer, instrument.place, reading.chain):
            found.append(entry)
    return found
