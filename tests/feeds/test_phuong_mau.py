"""The data of the fictional ward, which has progress, confirmations and recurring tasks."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import feedparser
import jsonschema
import pytest

from danbiet import feeds
from danbiet import site as whole
from danbiet.output import Settings


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    site = whole.load(Path(__file__).parents[1] / "sites" / "phuong-mau", date(2024, 9, 1))
    settings = Settings(site_name="Phường Mẫu", site_url="https://mau.example/")
    return {one.address: one.content for one in feeds.artifacts(site, settings)}


@pytest.mark.parametrize("name", ["ke-hoach", "van-ban", "don-vi", "viec"])
def test_each_file_keeps_its_schema(files: dict[str, bytes], name: str) -> None:
    schema = json.loads(files[f"du-lieu/{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    checker.validate(json.loads(files[f"du-lieu/{name}.json"]))


def test_calendar_and_table_tell_the_same_days(files: dict[str, bytes]) -> None:
    vobject = pytest.importorskip("vobject")
    rows = csv.DictReader(io.StringIO(files["du-lieu/viec.csv"].decode("utf-8-sig"), newline=""))
    told = Counter((row["Mã việc"], row["Thời hạn"]) for row in rows if row["Thời hạn"])
    held: Counter[tuple[str, str]] = Counter()
    for event in vobject.readOne(files["du-lieu/thoi-han.ics"].decode()).vevent_list:
        (known,) = {one for one, _ in told if event.uid.value.startswith(f"{one}-")}
        days = event.getrruleset(addRDate=True) if hasattr(event, "rrule") else [event.dtstart.value]
        held.update((known, f"{day.date() if isinstance(day, datetime) else day}") for day in days)
    assert held == told
    assert any(count for count in held.values())


def test_units_calendars_hold_together_what_the_whole_holds(files: dict[str, bytes]) -> None:
    whole_calendar = files["du-lieu/thoi-han.ics"].count(b"BEGIN:VEVENT")
    of_units = [content for address, content in files.items() if address.startswith("don-vi/")]
    assert all(b"BEGIN:VEVENT" in content for content in of_units)
    assert sum(content.count(b"BEGIN:VEVENT") for content in of_units) == whole_calendar


def test_every_word_of_the_news_ends(files: dict[str, bytes]) -> None:
    feed = feedparser.parse(files["du-lieu/cap-nhat.xml"])
    assert not feed.bozo
    assert feed.entries
    for entry in feed.entries:
        assert entry.summary.endswith((".", "…”."))
        assert ".." not in entry.summary
        assert ". ." not in entry.summary
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
