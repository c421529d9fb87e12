"""What the editor is told agrees with what the program reads: one truth, two readers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from danbiet import progress, register
from danbiet.cli import main
from danbiet.cli.schemas import schemas
from danbiet.parse import front_matter
from danbiet.register import body_entries, entries
from danbiet.register import schema as registers

ROOT = Path(__file__).parents[2]
DATA = ROOT / "build_tools" / "danbiet" / "register" / "data"
WARD = ROOT / "tests" / "sites" / "phuong-mau"
PLANS = sorted([*ROOT.glob("plans/20*/*.md"), *WARD.glob("plans/20*/*.md")])
REGISTERS = sorted(
    [*ROOT.glob("plans/_danh-muc/*.yml"), *WARD.glob("plans/_danh-muc/*.yml"), *DATA.glob("van-ban/**/*.yml")]
)
PROGRESS = sorted([*ROOT.glob("plans/_tien-do/*.yml"), *WARD.glob("plans/_tien-do/*.yml")])


class AsInEditors(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a date is text."""


AsInEditors.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def values(text: str) -> Any:
    return yaml.load(text, Loader=AsInEditors)


def wrong(schema: dict[str, Any], value: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema)
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(value)]


def head_of(text: str) -> Any:
    return values(text.split("---\n")[1])


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_front_matter_of_real_plans(path: Path) -> None:
    assert wrong(front_matter.json_schema(), head_of(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.name)
def test_registers(path: Path) -> None:
    assert wrong(registers.json_schema(), values(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", PROGRESS, ids=lambda path: path.name)
def test_progress_files(path: Path) -> None:
    assert wrong(progress.json_schema(), values(path.read_text(encoding="utf-8"))) == []


def test_an_unknown_key_is_marked_by_each() -> None:
    assert wrong(front_matter.json_schema(), {"trích yếu": "A", "cơ quan ban hành": "B", "trich yeux": "C"})
    assert wrong(registers.json_schema(), {"văn bản": [{"tên loại": "Luật", "trích yếu": "A", "ngày": "x"}]})
    assert wrong(registers.json_schema(), {"đơn vị": [{"tên": "Văn phòng", "thuộc": "x", "loại": "phòng"}]})
    assert wrong(progress.json_schema(), {"cơ quan": "UBND xã A", "tiến độ": [{"việc": "x"}]})


def test_every_key_of_the_schema_is_one_that_is_read() -> None:
    assert set(registers.INSTRUMENT_SHAPES) <= set(entries.KEYS)
    assert set(registers.BODY_SHAPES) <= set(body_entries.BODY_KEYS)
    assert set(registers.UNIT_SHAPES) <= set(body_entries.UNIT_KEYS)
    assert set(registers.SUCCESSOR_SHAPES) <= set(body_entries.SUCCESSOR_KEYS)


@pytest.mark.parametrize("section", ["văn bản", "cơ quan", "đơn vị"])
def test_what_a_schema_lets_through_the_program_reads(section: str) -> None:
    least = {
        "văn bản": {"tên loại": "Quyết định", "trích yếu": "Quyết định A", "ngày ban hành": "3/2024"},
        "cơ quan": {"tên": "UBND xã Mẫu", "tỉnh": "Quảng Ninh", "kết thúc từ": "1/7/2025"},
        "đơn vị": {"tên": "Văn phòng", "thuộc": "quang-ninh-xa-mau", "loại": "bộ phận chuyên môn", "tên khác": "VP"},
    }[section]  # fmt: skip
    document = {section: [least]}
    assert wrong(registers.json_schema(), document) == []
    _, issues = register.read_local(
        {"plans/_danh-muc/a.yml": yaml.safe_dump(document, allow_unicode=True).encode()}
    )
    assert issues == []


def test_a_new_repository_has_them_wired(tmp_path: Path) -> None:
    folder = tmp_path / "xa"
    made = CliRunner().invoke(
        main, ["new", "site", str(folder), "--body", "UBND xã Mẫu", "--province", "Quảng Ninh"]
    )
    assert made.exit_code == 0, made.output
    for path, text in schemas().items():
        assert (folder / path).read_text(encoding="utf-8") == text
        jsonschema.Draft202012Validator.check_schema(json.loads(text))
    settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for path, globs in settings["yaml.schemas"].items():
        assert (folder / path).exists()
        schema = json.loads((folder / path).read_text(encoding="utf-8"))
        for file in (file for glob in globs for file in folder.glob(glob)):
            assert wrong(schema, values(file.read_text(encoding="utf-8"))) == [], file
    assert "redhat.vscode-yaml" in (folder / ".vscode" / "extensions.json").read_text(encoding="utf-8")
