"""Every command in the docs exists, and every command and option of the program is in the docs."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from danbiet.cli import main

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "site_src" / "huong-dan"
STARTER = ROOT / "build_tools" / "danbiet" / "starter" / "data"
DOCS = [
    *sorted(GUIDES.glob("*.md")),
    *sorted(ROOT.glob("*.md")),
    *sorted(ROOT.glob("docs/**/*.md")),
    *sorted(path for path in STARTER.rglob("*") if path.is_file()),
]


def calls(text: str) -> Iterator[list[str]]:
    """The arguments of each call of danbiet that stands in code."""
    fenced = re.findall(r"(?ms)^ *```[a-z]*\n(.*?)^ *```", text)
    inline = re.findall(r"`(danbiet [^`\n]+)`", re.sub(r"(?ms)^ *```.*?^ *```", "", text))
    for line in [*"\n".join(fenced).splitlines(), *inline]:
        for call in re.findall(r"(?:^|\s)danbiet +([^\n|#>]*)", line):
            yield shlex.split(call.replace("“", '"').replace("”", '"').replace("\\", "/"))


def plain_calls(text: str) -> Iterator[list[str]]:
    """Calls in a workflow or a template, where no Markdown tells code from words."""
    for call in re.findall(r"(?m)(?:run: |^ *- |^ *entry: )danbiet +([^\n|#>]*)", text):
        yield shlex.split(call)


def wrong(arguments: list[str]) -> str | None:
    """What is wrong with a call: an unknown command or option."""
    command: click.Command = main
    for argument in arguments:
        if argument.startswith("-") and argument != "-":
            name = argument.partition("=")[0]
            known = {opt for param in command.params for opt in param.opts} | {"--help", "-h"}
            if name not in known:
                return f"{command.name}: {name}"
        elif isinstance(command, click.Group):
            found = command.commands.get(argument)
            if found is None:
                return f"{command.name}: {argument}"
            command = found
    return None


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_call_in_the_docs_is_one_of_the_program(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = [*(calls(text) if path.suffix == ".md" else ()), *plain_calls(text)]
    assert [problem for arguments in found if (problem := wrong(arguments))] == []


def test_the_docs_call_the_program_often() -> None:
    assert sum(len(list(calls(path.read_text(encoding="utf-8")))) for path in GUIDES.glob("*.md")) > 30
    assert len(list(plain_calls((STARTER / "github" / "trang.yml").read_text(encoding="utf-8")))) == 3


def leaves(command: click.Command = main, name: str = "danbiet") -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for sub in command.commands.values():
            yield from leaves(sub, f"{name} {sub.name}")
    else:
        yield name, command


@pytest.mark.parametrize("name", [name for name, _ in leaves()])
def test_every_command_and_option_is_documented(name: str) -> None:
    command = dict(leaves())[name]
    sections = re.split(r"(?m)^## ", (GUIDES / "lenh.md").read_text(encoding="utf-8"))
    (section,) = [text for text in sections if text.startswith(f"`{name}`")]
    told = set(re.findall(r"`(--?[a-z][a-z-]*)`", "\n".join(re.findall(r"(?m)^\| (`.*?) \|", section))))
    has = {opt for param in command.params if isinstance(param, click.Option) for opt in param.opts}
    assert told == has
    assert list(calls(section))


def test_every_guide_is_reached_from_the_first() -> None:
    index = (GUIDES / "index.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(([a-z-]+\.md)\)", index))
    assert linked == {path.name for path in GUIDES.glob("*.md")} - {"index.md"}
