"""Where a ward's files stand."""

from __future__ import annotations

from pathlib import Path

from danbiet import ward_files


def test_plans_and_registers_are_found_where_they_belong(tmp_path: Path) -> None:
    for name in (
        "plans/2024/a.md",
        "plans/2025/b.md",
        "plans/README.md",
        "plans/_danh-muc/README.md",
        "plans/_danh-muc/don-vi.yml",
        "plans/_tien-do/x.yaml",
        "plans/_tien-do/x.yml.bak",
        "plans/2024/.luu/c.md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert ward_files.plan_files(tmp_path) == ["plans/2024/a.md", "plans/2025/b.md"]
    assert ward_files.other_files(tmp_path) == []
    assert ward_files.register_files(tmp_path) == {"plans/_danh-muc/don-vi.yml": b"x"}
    assert ward_files.progress_files(tmp_path) == {"plans/_tien-do/x.yaml": b"x"}


def test_what_stands_in_the_wrong_place_is_not_overlooked(tmp_path: Path) -> None:
    for name in (
        "plans/a.md",
        "plans/2024/b.MD",
        "plans/2024/c.docx",
        "plans/2024/~$c.docx",
        "plans/2024/Readme.md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "plans/2024/thu-muc.md").mkdir()
    assert ward_files.plan_files(tmp_path) == ["plans/a.md"]
    assert ward_files.other_files(tmp_path) == ["plans/2024/b.MD", "plans/2024/c.docx"]
