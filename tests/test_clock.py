"""Days begin and end at midnight in Việt Nam, wherever the machine stands."""

from __future__ import annotations

from datetime import UTC, date, datetime

from danbiet.clock import VIET_NAM, midnight, moment


def test_a_day_begins_at_midnight_in_viet_nam() -> None:
    assert midnight(date(2024, 5, 20)) == datetime(2024, 5, 19, 17, tzinfo=UTC)
    assert midnight(date.min).date() == date.min


def test_seconds_are_read_as_viet_nam_s_day() -> None:
    late = datetime(2024, 2, 28, 17, tzinfo=UTC)
    assert moment(int(late.timestamp())) == late
    assert moment(int(late.timestamp())).date() == date(2024, 2, 29)
    assert moment(0).tzinfo is VIET_NAM
