"""thoi-han.ics, read back by its writer's library and by one that had no part in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from danbiet import feeds
from danbiet.clock import midnight
from danbiet.feeds.agenda import _folded, _rule
from danbiet.model import Site
from danbiet.output import Settings
from danbiet.progress import Occurrence, Tracked, state_of


def calendar(site: Site, settings: Settings, address: str = "du-lieu/thoi-han.ics") -> bytes:
    return next(one.content for one in feeds.artifacts(site, settings) if one.address == address)


def events(site: Site, settings: Settings) -> list[Any]:
    return list(icalendar.Calendar.from_ical(calendar(site, settings)).walk("VEVENT"))


def test_all_day_events_with_an_alarm(site: Site, settings: Settings) -> None:
    first, monthly = events(site, settings)
    assert first["uid"] == "2024-dan-chu-00000001-2024-05-20@mau.example.invalid"
    assert first.decoded("dtstart") == date(2024, 5, 20)
    assert first.decoded("dtend") == date(2024, 5, 21)
    assert first["transp"] == "TRANSPARENT"
    assert (
        first.decoded("dtstamp").isoformat() == "2024-05-29T17:00:00+00:00"
    )  # the confirmation, in Việt Nam
    assert "Đã công bố tại đây: đã xác nhận" in first["description"]
    assert str(first["summary"]) == "Hạn: Văn phòng – báo cáo 6 tháng"
    assert "“Báo cáo 6 tháng trước ngày 20/5/2024”" in first["description"]
    assert "https://mau.example.invalid/kh/ke-hoach/2024/dan-chu/#viec-00000001" in first["description"]
    (alarm,) = first.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-7)
    assert monthly["uid"] == "2024-dan-chu-00000002-thang-31@mau.example.invalid"
    assert first.get("rrule") is None


def test_lines_are_folded_at_75_octets(site: Site, settings: Settings) -> None:
    lines = calendar(site, settings).split(b"\r\n")
    assert max(len(line) for line in lines) <= 75


@pytest.mark.parametrize("words", ["a" * 75, "a" * 76, "ệ" * 200, "a" + "ệ" * 60, ""])
def test_folding_keeps_words_and_letters_whole(words: str) -> None:
    folded = _folded(words.encode())
    assert folded.replace(b"\r\n ", b"").decode() == words
    assert all(len(line) <= 75 and line.decode() for line in folded.split(b"\r\n") if words)


def test_identifiers_outlive_the_day(site: Site, settings: Settings) -> None:
    uids = [event["uid"] for event in events(site, settings)]
    assert len(set(uids)) == len(uids)


def test_a_calendar_in_which_nothing_changed_is_the_same(site: Site, settings: Settings) -> None:
    later = replace(site, today=date(2025, 3, 1))
    assert calendar(later, settings) == calendar(site, settings)
    before = replace(site, today=date(2024, 5, 1))  # nothing was reported yet
    first, *_ = events(before, settings)
    assert first.decoded("dtstamp").isoformat() == "2024-04-03T17:00:00+00:00"  # the plan's last change
    unknown = replace(before, histories={})
    assert events(unknown, settings)[0].decoded("dtstamp").date() == date(2024, 3, 12)  # its own day, in UTC


@pytest.mark.parametrize(
    ("today", "changed"),
    [
        ("2024-05-17", "2024-04-04"),
        ("2024-05-18", "2024-05-18"),
        ("2024-05-29", "2024-05-18"),
        ("2024-05-30", "2024-05-30"),
    ],
)
def test_an_event_changes_on_the_day_something_is_said_of_it(
    site: Site, settings: Settings, today: str, changed: str
) -> None:
    first, *_ = events(replace(site, today=date.fromisoformat(today)), settings)
    assert first.decoded("dtstamp") == midnight(date.fromisoformat(changed))


def test_two_things_due_on_one_day_are_two_events(site: Site, settings: Settings) -> None:
    key = "2024/dan-chu"
    first = site.obligations[key][0]
    other = replace(first.duty.deadlines[0], what="kế hoạch")
    twice = replace(first, duty=replace(first.duty, deadlines=(*first.duty.deadlines, other)))
    uids = [str(event["uid"]) for event in events(replace(site, obligations={key: (twice,)}), settings)]
    assert [uid.partition("@")[0] for uid in uids] == [f"{first.id}-2024-05-20", f"{first.id}-2024-05-20-2"]


def test_a_unit_has_its_own_and_none_is_empty(site: Site, settings: Settings) -> None:
    addresses = {one.address for one in feeds.artifacts(site, settings)}
    assert "don-vi/to-dan-pho--mau-phuong-mau/thoi-han.ics" not in addresses
    own = calendar(site, settings, "don-vi/van-phong--mau-phuong-mau/thoi-han.ics")
    assert len(list(icalendar.Calendar.from_ical(own).walk("VEVENT"))) == 2
    undated = {"2024/dan-chu": site.obligations["2024/dan-chu"][2:]}
    found = [one.address for one in feeds.artifacts(replace(site, obligations=undated), settings)]
    assert not [address for address in found if address.endswith(".ics")]


def series(day: int, year: int = 2023) -> list[Tracked]:
    ends = [date(year, month % 12 + 1, 1) - timedelta(days=1) for month in range(1, 12)]
    days = [end.replace(day=min(day, end.day)) for end in ends]
    return [
        Tracked(occurrence=Occurrence(due=due, recurring=True), state=state_of(due, days[0], (), True))
        for due in days
    ]


@pytest.mark.parametrize("step", [1, 3])
@pytest.mark.parametrize("first", [0, 1, 2])  # from January on a series goes through a short February
@pytest.mark.parametrize("day", [1, 20, 28, 29, 30, 31])
def test_the_rule_of_a_series_gives_its_days_back(day: int, first: int, step: int) -> None:
    rrule = pytest.importorskip("dateutil.rrule")
    chosen = series(day)[first::step]
    dues = [one.occurrence.due for one in chosen]
    start = datetime.combine(dues[0], datetime.min.time()) if dues[0] else None
    text = _rule(chosen).to_ical().decode()
    assert [found.date() for found in rrule.rrulestr(text, dtstart=start)] == dues


def test_another_reader_finds_the_same_days(site: Site, settings: Settings) -> None:
    vobject = pytest.importorskip("vobject")
    parsed = vobject.readOne(calendar(site, settings).decode())
    first, monthly = parsed.vevent_list
    assert first.dtstart.value == date(2024, 5, 20)
    assert first.summary.value == "Hạn: Văn phòng – báo cáo 6 tháng"
    days = [day.date() for day in monthly.getrruleset(addRDate=True)]
    assert days[:3] == [date(2024, 3, 31), date(2024, 4, 30), date(2024, 5, 31)]
    assert days[-1] == date(2024, 12, 31)
    assert len(days) == 10
