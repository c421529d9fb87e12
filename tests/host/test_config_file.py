"""Slips in mkdocs.yml are told in Vietnamese, at their line, by check and before a build."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import get_schema

from danbiet.host import config_file
from danbiet.host.config_file import config_issues
from danbiet.host.plugin import DanbietConfig
from danbiet.host.project import Project
from danbiet.issues import Severity

GOOD = """site_name: Kế hoạch của UBND xã Mẫu
site_url: https://mau.example/
theme: {name: danbiet}
plugins:
  - danbiet:
      demonstration: false
"""


def told(text: str, folder: Path) -> list[tuple[int, str, str]]:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    issues = config_issues(Project(folder, folder / "mkdocs.yml"))
    assert all(issue.rule == "cau-hinh-hong" and issue.remedy for issue in issues)
    return [(issue.line, issue.severity.name, issue.message) for issue in issues]


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace("https://mau.example/", ""),
        GOOD.replace("https://mau.example/", "!ENV [SITE_URL, '']"),
        GOOD.replace("  - danbiet:\n      demonstration: false", "  danbiet: {}"),
        GOOD + "      today: 2024-12-31\n      report_address: mailto:bao@vi-du.vn\n",
        GOOD + "      report_address: !ENV DIA_CHI\n      source_url: https://vi-du.vn/a/\n",
        GOOD.replace("danbiet}", "material, custom_dir: giao-dien}"),
        "INHERIT: ../mkdocs.yml\n",
    ],
)
def test_nothing_to_say(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "line", "severity", "words"),
    [
        (GOOD.replace("theme", "\ttheme"), 3, "ERROR", "phím Tab"),
        (GOOD.replace("Mẫu\n", "Mẫu: đẹp\n"), 1, "ERROR", "dấu hai chấm"),
        ("chữ", 1, "ERROR", "không"),
        (GOOD.replace("https://mau", "mau"), 2, "ERROR", "https://"),
        (GOOD.replace("{name: danbiet}", ""), 3, "ERROR", "giao diện"),
        (GOOD.replace("- danbiet:\n      demonstration: false", "- search"), 4, "ERROR", "thiếu “danbiet”"),
        (GOOD.replace("demonstration", "demo"), 6, "ERROR", "không có mục"),
        (GOOD.replace("site_name: Kế hoạch của UBND xã Mẫu", "site_name:"), 1, "ERROR", "thiếu tên"),
        (GOOD + "      today: 31/2/2024\n", 7, "ERROR", "không phải một ngày có thật"),
        (GOOD + "      report_address: javascript:alert(1)\n", 7, "ERROR", "thư điện tử"),
        (GOOD + "      report_address: a@b.vn?bcc=c@d.vn\n", 7, "ERROR", "thư điện tử"),
        (GOOD + "      source_url: javascript:x\n", 7, "ERROR", "https://"),
        (GOOD + "site_nam: x\n", 7, "WARNING", "không có khóa này"),
    ],
)
def test_slips(text: str, line: int, severity: str, words: str, tmp_path: Path) -> None:
    ((found, level, message),) = told(text, tmp_path)
    assert (found, level) == (line, severity)
    assert words in message


def test_the_keys_are_those_of_the_host_and_of_the_plugin() -> None:
    assert {key for key, _ in get_schema()} - {
        "config_file_path",
        "pages",
        "google_analytics",
    } <= config_file._KEYS
    assert {key for key, _ in DanbietConfig()._schema} == config_file._OPTIONS


def test_every_error_has_a_severity_that_stops_a_build(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"\xff\xfe")
    (issue,) = config_issues(Project(tmp_path, tmp_path / "mkdocs.yml"))
    assert issue.severity is Severity.ERROR
