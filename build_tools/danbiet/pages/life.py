"""The life of an instrument as a line: issued, in force, amended, ended, with the plans that cite it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from danbiet import words
from danbiet.model import Instrument, InstrumentStatus, ValidityState
from danbiet.pages.index import Index
from danbiet.register import validity

_EDGE = 3.0  # per cent kept free at either end


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeMark:
    """A day on the line: ``x`` in per cent of its length, and what happened then.

    ``kind`` is ``issued``, ``effective``, ``amended``, ``ended``, ``plan`` or ``today``.
    """

    x: float
    on: date
    kind: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """The line: from where to where it was in force, its marks, its years, and the whole in words.

    ``certain`` is false where nobody confirms that it is still, or no longer, in force: the line is
    then drawn broken.
    """

    force_from: float
    force_to: float
    certain: bool
    marks: tuple[LifeMark, ...]
    years: tuple[tuple[float, int], ...]
    words: str


def life_of(instrument: Instrument, index: Index) -> Life | None:
    """The life of a registered instrument, or nothing where fewer than two of its days are known."""
    days = _days(instrument, index)
    if len({on for on, kind, _ in days if kind != "today"}) < 2:
        return None
    first, last = min(on for on, _, _ in days), max(on for on, _, _ in days)
    span = max((last - first).days, 1)

    def x(on: date) -> float:
        return round(_EDGE + (on - first).days / span * (100 - 2 * _EDGE), 2)

    begin = instrument.effective or (instrument.issued.exact if instrument.issued else None) or first
    end = min(instrument.ended or last, last)
    step = max(1, round((last.year - first.year) / 6))
    years = tuple(
        (x(date(year, 1, 1)), year)
        for year in range(first.year + 1, last.year + 1)
        if (year - first.year - 1) % step == 0
    )
    marks = tuple(LifeMark(x=x(on), on=on, kind=kind, label=label) for on, kind, label in sorted(days))
    told = [f"{mark.label} {words.day(mark.on)}" for mark in marks if mark.kind not in ("today", "plan")]
    if plans := sum(mark.kind == "plan" for mark in marks):
        told.append(f"{plans} kế hoạch viện dẫn")
    said = "; ".join(told)
    return Life(
        force_from=x(max(begin, first)),
        force_to=x(end),
        certain=_certain(instrument, index),
        marks=marks,
        years=years,
        words=f"{words.capital(said)}.",
    )


def _certain(instrument: Instrument, index: Index) -> bool:
    state = validity(instrument, index.site.today).state
    return state is ValidityState.IN_FORCE or (
        state is ValidityState.EXPIRED and instrument.ended is not None
    )


def _days(instrument: Instrument, index: Index) -> list[tuple[date, str, str]]:
    days = [(index.site.today, "today", "ngày dựng trang")]
    if instrument.issued and instrument.issued.exact:
        days.append((instrument.issued.exact, "issued", "ban hành"))
    if instrument.effective:
        days.append((instrument.effective, "effective", "có hiệu lực"))
    if instrument.ended:
        surely = instrument.status is InstrumentStatus.EXPIRED
        days.append(
            (instrument.ended, "ended", "hết hiệu lực" if surely else "có thể hết hiệu lực (suy luận)")
        )
    for other in instrument.amended_by:
        amending = index.site.instruments.get(other)
        on = (
            (amending.effective or (amending.issued.exact if amending.issued else None)) if amending else None
        )
        if amending and on:
            days.append((on, "amended", f"được sửa đổi bởi {words.instrument_name(amending)}"))
    for key in dict.fromkeys(c.plan_key for c in index.citations_by_page.get(instrument.id, ())):
        plan = index.site.plans[key]
        if on := index.day_of(plan).day:
            days.append((on, "plan", f"{index.body_name(plan)} viện dẫn trong kế hoạch năm {plan.year}"))
    return days
