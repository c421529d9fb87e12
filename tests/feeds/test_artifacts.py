"""What stands at which address, and that equal input gives equal bytes."""

from __future__ import annotations

import json
import posixpath
import re
import time
from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema
import pytest

from danbiet import feeds, pages
from danbiet.model import Site
from danbiet.output import Settings


def contents(site: Site, settings: Settings) -> dict[str, bytes]:
    return {one.address: one.content for one in feeds.artifacts(site, settings)}


def data(site: Site, settings: Settings, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(contents(site, settings)[f"du-lieu/{name}.json"])
    return found


def test_the_addresses(site: Site, settings: Settings, without_address: Settings) -> None:
    always = {
        *(f"du-lieu/{name}.json" for name in ("ke-hoach", "van-ban", "don-vi", "viec")),
        *(f"du-lieu/{name}.schema.json" for name in ("ke-hoach", "van-ban", "don-vi", "viec", "tien-do")),
        "du-lieu/viec.csv",
        "du-lieu/viec.xlsx",
    }
    absolute = {
        "du-lieu/thoi-han.ics",
        "du-lieu/cap-nhat.xml",
        "don-vi/van-phong--mau-phuong-mau/thoi-han.ics",
    }
    assert set(contents(site, without_address)) == always
    assert set(contents(site, settings)) == always | absolute


def test_equal_input_gives_equal_bytes(
    site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = contents(site, settings)
    later = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: later)
    time.sleep(1.1)  # openpyxl writes whole seconds
    assert contents(site, settings) == first


@pytest.mark.parametrize("name", ["ke-hoach", "van-ban", "don-vi", "viec"])
def test_each_file_keeps_its_schema(
    name: str, site: Site, settings: Settings, without_address: Settings
) -> None:
    for chosen in (settings, without_address):
        schema = json.loads(contents(site, chosen)[f"du-lieu/{name}.schema.json"])
        jsonschema.Draft202012Validator.check_schema(schema)
        checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        checker.validate(data(site, chosen, name))


def test_a_plan_by_the_names_of_the_decree(site: Site, settings: Settings) -> None:
    (plan,) = data(site, settings, "ke-hoach")["plans"]
    assert (plan["CodeNumber"], plan["CodeNotation"], plan["IssuedDate"]) == ("12", "KH-UBND", "2024-03-13")
    assert (plan["OrganName"], plan["TypeName"], plan["Place"]) == (
        "UBND phường Mẫu",
        "Kế hoạch",
        "Phường Mẫu",
    )
    assert plan["SignerInfo"] == {
        "Position": "CHỦ TỊCH",
        "FullName": "Nguyễn Văn Mẫu",
        "Authority": "TM. ỦY BAN NHÂN DÂN",
    }
    assert plan["To"] == ["- Như trên;"]
    assert plan["legal_bases"] == ["nd-59-2023-nd-cp"]
    assert plan["published"] == "2024-03-15"
    assert plan["url"] == "https://mau.example.invalid/kh/ke-hoach/2024/dan-chu/"


def test_a_presumed_number_is_not_given(site: Site, settings: Settings) -> None:
    presumed, numbered = data(site, settings, "van-ban")["instruments"]
    assert (presumed["CodeNumber"], presumed["CodeNotation"]) == (None, None)
    assert (numbered["CodeNumber"], numbered["CodeNotation"]) == ("59", "2023/NĐ-CP")
    assert numbered["cited_by"][0]["raw"] == "Nghị định số 59/2023/NĐ-CP"


def test_an_obligation_with_what_was_reported(site: Site, settings: Settings) -> None:
    file = data(site, settings, "viec")
    first, monthly, vague = file["obligations"]
    assert (file["as_of"], "minh họa" in file["note"]) == ("2024-06-01", True)
    assert first["DueDate"] == "2024-05-20"
    assert first["occurrences"] == [
        {"due": "2024-05-20", "state": "da-xac-nhan", "state_label": "đã xác nhận"}
    ]
    assert first["progress"][0]["confirmations"][0]["counts"] is True
    assert first["progress"][0]["evidence"][0]["url"].endswith("/kh/du-lieu/tien-do/minh-chung/bc-12.pdf")
    assert [one["due"] for one in monthly["occurrences"]][:2] == ["2024-03-31", "2024-04-30"]
    assert vague["occurrences"] == [
        {"due": None, "state": "khong-neu-thoi-han", "state_label": "kế hoạch không nêu thời hạn"}
    ]


def test_without_an_address_links_lead_from_the_data_file(site: Site, without_address: Settings) -> None:
    assert data(site, without_address, "viec")["obligations"][0]["url"] == (
        "../ke-hoach/2024/dan-chu/#viec-00000001"
    )


def test_the_json_of_the_command(site: Site, settings: Settings) -> None:
    found = feeds.obligation_json(site.obligations["2024/dan-chu"][0], site, None)
    assert list(found) == (
        [
            "id",
            "plan",
            "section",
            "unit",
            "unit_id",
            "text",
            "start",
            "end",
            "deadlines",
            "recurrence",
            "reports_to",
            "via",
            "url",
        ]
    )
    assert found["deadlines"] == [
        {
            "raw": "trước ngày 20/5/2024",
            "when": "2024-05-20",
            "due": date(2024, 5, 20).isoformat(),
            "basis": "ngày in trong văn bản",
            "what": "báo cáo 6 tháng",
        }
    ]
    assert found["url"] == "ke-hoach/2024/dan-chu/#viec-00000001"
    json.dumps(found)
    assert str(feeds.obligation_json(site.obligations["2024/dan-chu"][0], site, settings)["url"]).startswith(
        "https"
    )


def undescribed(schema: dict[str, Any]) -> list[str]:
    """The fields of a JSON Schema that say nothing of themselves, by record and name."""
    records = {schema.get("title", ""): schema, **schema.get("$defs", {})}
    return [
        f"{record}.{name}"
        for record, content in records.items()
        for name, field in content.get("properties", {}).items()
        if not field.get("description")
    ]


@pytest.mark.parametrize("name", ["ke-hoach", "van-ban", "don-vi", "viec", "tien-do"])
def test_every_field_is_described(name: str, site: Site, settings: Settings) -> None:
    schema = json.loads(contents(site, settings)[f"du-lieu/{name}.schema.json"])
    assert undescribed(schema) == []


def test_a_schema_knows_its_address(site: Site, settings: Settings, without_address: Settings) -> None:
    for name in ("ke-hoach", "van-ban", "don-vi", "viec", "tien-do"):
        with_address = json.loads(contents(site, settings)[f"du-lieu/{name}.schema.json"])
        assert with_address["$id"] == f"https://mau.example.invalid/kh/du-lieu/{name}.schema.json"
        assert "$id" not in json.loads(contents(site, without_address)[f"du-lieu/{name}.schema.json"])


@pytest.mark.parametrize("dated", [True, False])
def test_pages_lead_to_files_that_are_there(dated: bool, site: Site, settings: Settings) -> None:
    """Every file in du-lieu/, every calendar that a page leads to is made, with deadlines and without."""
    key = "2024/dan-chu"
    chosen = site if dated else replace(site, obligations={key: site.obligations[key][2:]})
    made = set(contents(chosen, settings)) | {"du-lieu/tien-do/minh-chung/bc-12.pdf"}
    led_to = {
        posixpath.normpath(posixpath.join(page.address, href))
        for page in pages.render(chosen, settings)
        for href in re.findall(r'href="([^":#?]+\.(?:ics|xml|json|csv|xlsx))"', page.body)
    }
    assert led_to <= made
    assert ("du-lieu/thoi-han.ics" in led_to) is dated
