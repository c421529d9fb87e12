"""What can be said of an instrument's force on a day, in words that claim no more than is known."""

from __future__ import annotations

from datetime import date

from danbiet import words
from danbiet.model import Instrument, InstrumentStatus, Validity, ValidityState

UNVERIFIED = "chưa xác minh"


def validity(instrument: Instrument, on: date) -> Validity:
    """The state of an instrument on a day, for readers (``label``) and for rules (``state``).

    Party documents without a known successor are never "còn hiệu lực". An end whose day nobody
    knows is told as such, and is no ground for a finding.
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
        label = "chưa thấy văn bản thay thế"
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
    elif instrument.status is InstrumentStatus.IN_FORCE_AMENDED and not _before_amendment(instrument, on):
        label = "còn hiệu lực, có sửa đổi, bổ sung"
    else:
        label = "còn hiệu lực"
    return Validity(state=ValidityState.IN_FORCE, label=label, on=on, since=instrument.effective)


def _before_amendment(instrument: Instrument, on: date) -> bool:
    return instrument.amended_since is not None and on < instrument.amended_since
