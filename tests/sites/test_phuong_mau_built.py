"""tests/sites/phuong-mau as a website: what was reported stands on the pages and in the data."""

from __future__ import annotations

import io
import json
import shutil
from datetime import date, datetime
from pathlib import Path

import feedparser
import html5lib
import icalendar
import jsonschema
import openpyxl
import pytest

from danbiet.host.build import build
from danbiet.host.project import Project

WARD = Path(__file__).parent / "phuong-mau"
FEED = "du-lieu/cap-nhat.xml"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(shutil.copytree(WARD, tmp_path_factory.mktemp("ward") / "phuong-mau"))
    build(Project(root, root / "mkdocs.yml"), out=root / "site", today=date(2024, 10, 1))
    return root / "site"


def shown_states(page: Path) -> dict[str, int]:
    found: dict[str, int] = {}
    tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    for element in tree.iter():
        slug = element.get("data-state") if isinstance(element.tag, str) else None
        if slug and "state" in (element.get("class") or "").split():
            found[slug] = found.get(slug, 0) + 1
    return found


def test_the_checking_table_shows_every_occurrence(out: Path) -> None:
    assert shown_states(out / "kiem-tra" / "index.html") == {
        "da-xac-nhan": 1,
        "qua-han": 7,
        "da-bao-cao": 2,
        "chua-den-han": 4,
        "khong-thuc-hien-duoc": 1,
        "khong-neu-thoi-han": 1,
        "chua-cong-bo-tien-do": 1,
    }


def test_a_page_says_for_which_day_and_loads_the_script(out: Path) -> None:
    text = (out / "kiem-tra" / "index.html").read_text(encoding="utf-8")
    assert 'data-as-of datetime="2024-10-01">01/10/2024<' in text
    assert "assets/state-" in text


def test_reports_and_confirmations_stand_on_the_plans_page(out: Path) -> None:
    text = (out / "ke-hoach/2024/dan-chu-phuong-mau/index.html").read_text(encoding="utf-8")
    assert "Báo cáo số 05/BC-VP ngày 18/5/2024" in text
    assert "01/BB-BTTND" in text
    assert "UBND ghi, chưa có văn bản xác nhận" in text
    assert "Chưa được bố trí kinh phí." in text


def test_a_body_without_progress_says_so(out: Path) -> None:
    text = (out / "ke-hoach/2024/dan-chu-xa-thu/index.html").read_text(encoding="utf-8")
    assert "Nơi ban hành chưa công bố tiến độ tại đây" in text
    assert "quá hạn, chưa thấy" not in text


@pytest.mark.parametrize("name", ["ke-hoach", "van-ban", "don-vi", "viec"])
def test_the_data_keep_their_schemas(out: Path, name: str) -> None:
    schema = json.loads((out / f"du-lieu/{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads((out / f"du-lieu/{name}.json").read_text(encoding="utf-8")), schema)


def test_the_other_formats_open(out: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO((out / "du-lieu/viec.xlsx").read_bytes()))
    assert book["Việc"]["H2"].value == datetime(2024, 5, 20)
    calendar = icalendar.Calendar.from_ical((out / "du-lieu/thoi-han.ics").read_bytes())
    assert len(list(calendar.walk("VEVENT"))) == 7
    feed = feedparser.parse((out / FEED).read_bytes())
    assert not feed.bozo
    assert [entry.updated[:10] for entry in feed.entries if entry.tags[0].term == "tien-do"] == [
        "2024-09-01",
        "2024-06-20",
        "2024-05-30",
        "2024-05-18",
        "2024-05-02",
        "2024-03-29",
    ]
