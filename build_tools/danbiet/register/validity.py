"""What can be said of an instrument's force on a day, in words that claim no more than is known."""

from __future__ import annotations

from datetime import date

from danbiet import words
from danbiet.model import Instrument, InstrumentStatus, Validity, ValidityState

UNVERIFIED = "chưa xác minh"


def validity(instrument: Instrument, on: date) -> Validity:
    """The state of an instrument on a day, for readers (``label``) and for rules (``state``).

    Party documents without a known successor are never "còn hiệu lực". An end whose day nobody
    knows is told as such, and is no ground for a finding; nothing is called amended before the day
    it was.
    """
    issued = instrument.issued.earliest if instrument.issued else None
    begins = instrument.effective or issued
    if begins and on < begins:
        label = "chưa ban hành" if issued and on < issued else "chưa có hiệu lực"
        return Validity(state=ValidityState.NOT_YET, label=label, on=on, since=None)
    status = instrument.status
    if status is InstrumentStatus.EXPIRED:
        return _expired(instrument, on)
    if status is InstrumentStatus.PRESUMED_LAPSED:
        return _presumed(instrument, on)
    if status in (InstrumentStatus.IN_FORCE, InstrumentStatus.IN_FORCE_AMENDED):
        return _in_force(instrument, on)
    if status is InstrumentStatus.NO_REPLACEMENT_SEEN:
        label = f"{_amended(instrument, on, 'đã được sửa đổi; ')}chưa thấy văn bản thay thế"
        return Validity(state=ValidityState.UNKNOWN, label=label, on=on, since=None)
    return Validity(state=ValidityState.UNKNOWN, label=UNVERIFIED, on=on, since=None)


def _expired(instrument: Instrument, on: date) -> Validity:
    if instrument.ended is None:
        label = "đã hết hiệu lực, chưa rõ từ ngày nào"
        return Validity(state=ValidityState.UNKNOWN, label=label, on=on, since=None)
    if on < instrument.ended:
        return _in_force(instrument, on)
    label = f"đã hết hiệu lực từ {words.day(instrument.ended)}"
    return Validity(state=ValidityState.EXPIRED, label=label, on=on, since=instrument.ended)


def _presumed(instrument: Instrument, on: date) -> Validity:
    if instrument.ended and on < instrument.ended:
        return Validity(state=ValidityState.UNKNOWN, label=UNVERIFIED, on=on, since=None)
    since = f" từ {words.day(instrument.ended)}" if instrument.ended else ""
    label = f"có thể đã hết hiệu lực{since} (suy luận)"
    return Validity(state=ValidityState.PRESUMED_LAPSED, label=label, on=on, since=instrument.ended)


def _in_force(instrument: Instrument, on: date) -> Validity:
    if instrument.effective is None:
        label = "còn hiệu lực, chưa rõ ngày bắt đầu"
    else:
        label = f"còn hiệu lực{_amended(instrument, on, ', có sửa đổi, bổ sung')}"
        if instrument.status is InstrumentStatus.IN_FORCE_AMENDED and instrument.amended_since is None:
            label = "còn hiệu lực, có sửa đổi, bổ sung (chưa rõ từ ngày nào)"
    return Validity(state=ValidityState.IN_FORCE, label=label, on=on, since=instrument.effective)


def _amended(instrument: Instrument, on: date, said: str) -> str:
    """``said`` from the day of the first amendment on; nothing before it, or where no day is known."""
    since = instrument.amended_since
    return said if since is not None and on >= since else ""
