"""The data of this repository's own plans: what is printed in them, and nothing else."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import icalendar
import jsonschema
import pytest

from danbiet import feeds
from danbiet import site as whole
from danbiet.output import Settings

PRINTED = {
    date(2024, 3, 12),
    date(2024, 3, 20),
    date(2024, 5, 10),
    date(2024, 5, 20),
    date(2024, 10, 1),
    date(2024, 11, 10),
    date(2025, 10, 31),
}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    site = whole.load(Path(__file__).parents[2], date(2026, 11, 20))
    settings = Settings(site_name="Năm kế hoạch", site_url="https://danbiet.example/")
    return {one.address: one.content for one in feeds.artifacts(site, settings)}


def test_the_calendar_holds_the_seven_printed_days(files: dict[str, bytes]) -> None:
    events = icalendar.Calendar.from_ical(files["du-lieu/thoi-han.ics"]).walk("VEVENT")
    assert {event.decoded("dtstart") for event in events} == PRINTED


def test_no_seed_is_overdue_for_no_seed_publishes_progress(files: dict[str, bytes]) -> None:
    obligations = json.loads(files["du-lieu/viec.json"])["obligations"]
    states = {one["state"] for obligation in obligations for one in obligation["occurrences"]}
    assert "chua-cong-bo-tien-do" in states
    assert "qua-han" not in states
    assert all(obligation["progress"] == [] for obligation in obligations)


def test_every_task_stands_in_the_csv(files: dict[str, bytes]) -> None:
    text = files["du-lieu/viec.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    obligations = json.loads(files["du-lieu/viec.json"])["obligations"]
    assert {row["Mã việc"] for row in rows} == {one["id"] for one in obligations}
    assert {date.fromisoformat(row["Thời hạn"]) for row in rows if row["Thời hạn"]} == PRINTED


@pytest.mark.parametrize("name", ["ke-hoach", "van-ban", "don-vi", "viec"])
def test_each_file_keeps_its_schema(files: dict[str, bytes], name: str) -> None:
    schema = json.loads(files[f"du-lieu/{name}.schema.json"])
    jsonschema.Draft202012Validator(schema).validate(json.loads(files[f"du-lieu/{name}.json"]))
