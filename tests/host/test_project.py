"""The day a site is of, as the machine and mkdocs.yml may say it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from danbiet.cli import main
from danbiet.host.build import BuildError, build
from danbiet.host.faults import DayError
from danbiet.host.project import Project, read_day, today_in_vietnam


def test_a_day_as_people_write_it() -> None:
    day = date(2024, 12, 31)
    assert [read_day(text) for text in ("2024-12-31", "31/12/2024", day)] == [day, day, day]
    assert [read_day(text) for text in ("31/2/2024", "12/2024", "x", 5)] == [None] * 4


def test_a_day_fixed_for_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DANBIET_TODAY", "2026-11-20")
    assert today_in_vietnam() == date(2026, 11, 20)
    monkeypatch.setenv("DANBIET_TODAY", "x")
    with pytest.raises(DayError, match="DANBIET_TODAY=x: không phải một ngày"):
        today_in_vietnam()


@pytest.mark.parametrize("command", [["check"], ["build"], ["obligations"]])
def test_a_wrong_day_of_the_machine_gives_one_vietnamese_line(
    ward: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(ward)
    monkeypatch.setenv("DANBIET_TODAY", "x")
    result = CliRunner().invoke(main, command)
    assert result.exit_code in (1, 2)
    assert "DANBIET_TODAY=x: không phải một ngày có thật" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("written", ["2024-12-31", "'31/12/2024'", "31/12/2024"])
def test_the_day_of_the_configuration(ward: Path, written: str) -> None:
    config = ward / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(
        text.replace("plugins: [danbiet]", f"plugins: [{{danbiet: {{today: {written}}}}}]"), encoding="utf-8"
    )
    build(Project(ward, config))
    assert 'datetime="2024-12-31"' in (ward / "site" / "index.html").read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written(ward: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ward)
    monkeypatch.setenv("DANBIET_TODAY", "2026-11-20")
    (ward / "tep").write_text("x", encoding="utf-8")
    with pytest.raises(BuildError, match="Kiểm tra lại đường dẫn và quyền"):
        build(Project(ward, ward / "mkdocs.yml"), out=ward / "tep" / "site")
    result = CliRunner().invoke(main, ["build", "--out", "tep/site"])
    assert result.exit_code == 1
    assert "Chưa dựng được trang" in result.stderr
