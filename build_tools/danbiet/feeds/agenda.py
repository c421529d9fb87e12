"""thoi-han.ics: deadlines as a calendar one can subscribe to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from icalendar import Alarm, Calendar, Event, vRecur

from danbiet import addresses
from danbiet.clock import midnight
from danbiet.model import Obligation, Site
from danbiet.output import Settings
from danbiet.progress import StateKind, Tracked, bare

ALARM = timedelta(days=-7)
_SHORT = 90
_OCTETS = 75
_TOLD = frozenset({StateKind.REPORTED, StateKind.CONFIRMED, StateKind.NOT_POSSIBLE})


def ics_bytes(name: str, events: Iterable[bytes]) -> bytes:
    """A calendar of events as ``event_bytes`` gives them, of at least one: it may not be empty (RFC 5545, 3.6)."""
    calendar = Calendar()
    calendar.add("prodid", "-//danbiet//thoi-han//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("name", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    # An event stands in the whole calendar and in its unit's: written once, put in twice.
    head, end, tail = bytes(calendar.to_ical()).partition(b"END:VCALENDAR")
    return b"".join((head, *events, end, tail))


def event_bytes(
    obligation: Obligation, tracked: Sequence[Tracked], site: Site, settings: Settings
) -> tuple[bytes, ...]:
    """An obligation's all-day events: one a due day, one with an RRULE for a monthly or quarterly series.

    Identifiers stay the same from build to build. The time stamp is when the plan or what was
    reported on it last changed here: a calendar in which nothing changed is the same, byte for byte.
    """
    host = urlsplit(settings.site_url or "").hostname or "danbiet.invalid"
    marks: Counter[str] = Counter()
    found = []
    for series in _series(tracked):
        mark = _mark(series)
        marks[mark] += 1  # two things may be due on one day
        uid = f"{obligation.id}-{mark}{f'-{marks[mark]}' if marks[mark] > 1 else ''}@{host}"
        found.append(_bytes(_event(uid, obligation, series, site, settings)))
    return tuple(found)


def _bytes(event: Event) -> bytes:
    """The lines icalendar gives, folded here: it folds letter by letter, most of the time spent on a calendar."""
    lines = (str(line) for line in event.content_lines() if line)
    return b"".join(_folded(line.encode("utf-8")) + b"\r\n" for line in lines)


def _folded(line: bytes) -> bytes:
    """A content line cut at 75 octets, never inside a letter (RFC 5545, 3.1)."""
    pieces = []
    room = _OCTETS
    while len(line) > room:
        cut = room
        while line[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(line[:cut])
        line, room = line[cut:], _OCTETS - 1
    return b"\r\n ".join([*pieces, line])


def _series(tracked: Sequence[Tracked]) -> list[list[Tracked]]:
    """The occurrences with a day; those of one monthly series together."""
    groups: dict[object, list[Tracked]] = {}
    for one in tracked:
        if one.occurrence.due is None:
            continue
        deadline = one.occurrence.deadline
        key = (deadline.start if deadline else 0) if one.occurrence.recurring else ("", len(groups))
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _event(
    uid: str, obligation: Obligation, series: Sequence[Tracked], site: Site, settings: Settings
) -> Event:
    first = series[0].occurrence
    due = first.due
    assert due is not None
    unit, duty = site.units[obligation.unit_id].name, obligation.duty
    what = first.what or duty.text
    summary = f"Hạn: {unit} – {what if len(what) <= _SHORT else what[:_SHORT].rstrip() + '…'}"
    url = f"{settings.site_url}{addresses.obligation(obligation.plan_key, obligation.id)}"
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", _stamp(obligation, series, site))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", "\n".join(_description(obligation, series, site, url)))
    event.add("url", url)
    event.add("categories", [unit])
    event.add("transp", "TRANSPARENT")
    if len(series) > 1:
        event.add("rrule", _rule(series))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", ALARM)
    alarm.add("description", summary)
    event.add_component(alarm)
    return event


def _stamp(obligation: Obligation, series: Sequence[Tracked], site: Site) -> datetime:
    """The last moment at which the plan's text or a report on these days changed here; else the plan's own day."""
    plan, history = site.plans[obligation.plan_key], site.histories.get(obligation.plan_key)
    issued = plan.issued.earliest if plan.issued else date(plan.year, 1, 1)
    moments = [midnight(issued)]
    if history is not None and history.known:
        moments += [change.at or midnight(change.on) for change in history.changes]
    for entry in (entry for one in series for entry in one.entries if entry.on <= site.today):
        for said in (None, *(said for said in entry.confirmations if said.on <= site.today)):
            on = said.on if said else entry.on
            moments.append(midnight(max(on, site.progress_published.get((bare(entry), said), on))))
    return max(moments).astimezone(UTC)


def _mark(series: Sequence[Tracked]) -> str:
    """What tells an obligation's events apart, stable while its deadlines are."""
    first = series[0].occurrence
    days = [one.occurrence.due for one in series if one.occurrence.due]
    if not first.recurring:
        return first.key
    return f"{'thang' if _interval(days) == 1 else 'quy'}-{max(day.day for day in days):02d}"


def _interval(days: Sequence[date]) -> int:
    """Months from one day of a series to the next."""
    if len(days) < 2:
        return 1
    return (days[1].year - days[0].year) * 12 + days[1].month - days[0].month


def _rule(series: Sequence[Tracked]) -> vRecur:
    days = [one.occurrence.due for one in series if one.occurrence.due]
    last = max(days)
    day = max(one.day for one in days)
    rule: dict[str, object] = {"FREQ": "MONTHLY", "UNTIL": last}
    if _interval(days) > 1:
        rule["INTERVAL"] = _interval(days)
    if day > 28:
        # "ngày 31 hàng tháng" falls on the last day of a shorter month, which a bare rule would skip.
        rule |= {"BYMONTHDAY": list(range(28, day + 1)), "BYSETPOS": -1}
    return vRecur(rule)


def _description(obligation: Obligation, series: Sequence[Tracked], site: Site, url: str) -> list[str]:
    duty, occurrence = obligation.duty, series[0].occurrence
    plan = site.plans[obligation.plan_key]
    lines = [f"“{duty.text}”"]
    if occurrence.deadline:
        lines.append(
            f"Thời hạn: {occurrence.deadline.raw} ({occurrence.basis})"
            if occurrence.basis
            else occurrence.deadline.raw
        )
    if duty.reports_to:
        lines.append(f"Báo cáo về: {duty.reports_to}" + (f" (qua {duty.via})" if duty.via else ""))
    if len(series) == 1 and series[0].state.kind in _TOLD:
        lines.append(f"Đã công bố tại đây: {series[0].state.label}")
    lines.append(f"{plan.type_name} {plan.subject}, {site.issuer_of(plan.key)}")
    lines.append(url)
    return lines
