"""Every command in the docs exists, and every command and option of the program is in the docs."""

from __future__ import annotations

import re
import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from danbiet import parse, progress
from danbiet.cli import main
from danbiet.history import kinds

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


def test_every_rule_is_in_the_guide() -> None:
    guide = (GUIDES / "soat-loi.md").read_text(encoding="utf-8")
    rules_told, reading_told = re.split(r"(?m)^Các tên dưới đây", guide)
    told = re.findall(r"(?m)^\| `([a-z-]+)` \|", rules_told)
    rules = {
        match[1]
        for path in (ROOT / "build_tools" / "danbiet" / "check").glob("*.py")
        if (match := re.search(r'(?m)^RULE = "(.*)"', path.read_text(encoding="utf-8")))
    }
    assert told == sorted(rules)
    names = re.findall(r"(?m)^\| `([a-z0-9-]+)` \|", reading_told)
    code = "".join(p.read_text("utf-8") for p in (ROOT / "build_tools" / "danbiet").rglob("*.py"))
    assert names == sorted(names)
    assert [name for name in names if f'"{name}"' not in code] == []
    seen = {
        n
        for p in (ROOT / "tests" / "invalid_sites").glob("*/loi.txt")
        for n in re.findall(r"\[([a-z0-9-]+)\]", p.read_text("utf-8"))
    }
    assert seen <= {*names, *rules}


def test_the_example_of_progress_is_read() -> None:
    guide = (GUIDES / "bao-cao-tien-do.md").read_text(encoding="utf-8")
    report, withdrawal, confirmation = re.findall(r"(?ms)^```\n(.*?)^```", guide)
    for text in (f"{report}{confirmation}", f"cơ quan: x\n{withdrawal}"):
        _, issues = progress.read({"plans/_tien-do/a.yml": text.encode("utf-8")})
        assert issues == []


def test_the_example_of_a_plan_is_read() -> None:
    guide = (GUIDES / "dang-ke-hoach.md").read_text(encoding="utf-8")
    head = textwrap.dedent(re.findall(r"(?ms)^    ```\n(.*?)^    ```", guide)[0])
    plan, issues = parse.read_plan("plans/2026/a.md", f"{head}\nCăn cứ Luật A.\n".encode())
    assert plan is not None
    assert issues == []
    assert plan.recipients == ("Thường trực Đảng ủy;", "Lưu: VT.")


def test_the_commit_messages_of_the_guide_are_understood() -> None:
    guide = (GUIDES / "dinh-chinh.md").read_text(encoding="utf-8")
    said = [kinds.stated(row)[0].value for row in re.findall(r"`(Loại: [^`]*)`", guide)]
    assert said == ["sửa lỗi đăng tải", "đính chính", "sửa đổi, thay thế"]
    (message,) = re.findall(r"(?ms)^```\n(.*?)^```", guide)
    assert kinds.stated(message)[1] == "số 12/CV-UBND ngày 3/4/2026"
