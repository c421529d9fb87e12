"""Whoever mistypes a command is told so in Vietnamese; no English of click's is left in any help."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from danbiet.cli import main

MISTAKES = [
    (["chek"], "Không có lệnh “chek”", "check"),
    (["check", "--jsn"], "Không có tùy chọn “--jsn”", "--json"),
    (["check", "--format", "xml"], "--format: “xml” không có trong các giá trị được nhận", "github"),
    (["import"], "Thiếu tham số TỆP", "danbiet import --help"),
    (["cite"], "Thiếu tham số TỆP", "danbiet cite --help"),
    (["new", "site", "a", "b"], "Thừa “b”", "danbiet new site --help"),
    (["build", "--today", "mai"], "--today: “mai” không phải một ngày", "2026-11-20"),
    (["build", "--out"], "Tùy chọn “--out” cần một giá trị", "--help"),
    (["build", "--offline=1"], "Tùy chọn “--offline” không nhận giá trị", "--help"),
    (["new", "plan", "--year", "nay"], "--year: “nay” không phải một số", "danbiet new plan --help"),
]


@pytest.mark.parametrize(("arguments", "said", "hint"), MISTAKES, ids=[" ".join(a) for a, _, _ in MISTAKES])
def test_a_wrong_call(arguments: list[str], said: str, hint: str) -> None:
    result = CliRunner().invoke(main, arguments, prog_name="danbiet")
    assert result.exit_code == 2
    assert said in result.stderr
    assert hint in result.stderr
    assert "Xem: danbiet" in result.stderr
    assert result.stdout == ""


def commands(command: click.Command = main, name: str = "danbiet") -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for sub in command.commands.values():
            yield from commands(sub, f"{name} {sub.name}")


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_help_is_vietnamese(name: str) -> None:
    result = CliRunner().invoke(main, [*name.split()[1:], "--help"], prog_name="danbiet")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Cách dùng: {name} [TÙY CHỌN]")
    for english in (
        "Usage",
        "Options",
        "Commands",
        "Show this",
        "default",
        "TEXT",
        "INTEGER",
        "PATH",
        "...",
        "COMMAND",
    ):
        assert english not in result.stdout, english


@pytest.mark.parametrize("arguments", [[], ["new"]])
def test_a_command_alone_shows_its_help(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments, prog_name="danbiet")
    assert result.exit_code == 0
    assert "Lệnh:" in result.stdout


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout.startswith("danbiet ")
