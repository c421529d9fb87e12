"""Time as Việt Nam keeps it: UTC+7 since 1975. A fixed offset needs no time-zone data, which Windows lacks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

VIET_NAM = timezone(timedelta(hours=7))


def midnight(day: date) -> datetime:
    """The moment at which a day begins: what is said of a thing of which only the day is known."""
    return datetime.combine(day, time(), VIET_NAM)


def moment(seconds: int) -> datetime:
    """The moment so many seconds after 1/1/1970 in UTC, as git and file systems count."""
    return datetime.fromtimestamp(seconds, VIET_NAM)
