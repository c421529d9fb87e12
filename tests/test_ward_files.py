"""Where a ward's files stand."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

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


def test_a_kept_file_is_found_as_people_read_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "plans" / "_tien-do" / unicodedata.normalize("NFD", "thư mục")
    folder.mkdir(parents=True)
    on_disk = unicodedata.normalize("NFD", "bản  ghi.pdf")
    (folder / on_disk).write_bytes(b"x")
    found = ward_files.kept(tmp_path, "plans/_tien-do/thư mục/bản ghi.pdf")
    assert found == ward_files.Kept(f"plans/_tien-do/{folder.name}/{on_disk}")
    (folder / "bản ghi.pdf").write_bytes(b"y")
    assert ward_files.kept(tmp_path, "plans/_tien-do/thư mục/bản ghi.pdf").path.endswith("bản ghi.pdf")
    for absent in ("plans/_tien-do/thư mục", "plans/_tien-do/khong.pdf", "plans/khong/a.pdf"):
        assert ward_files.kept(tmp_path, absent) == ward_files.Kept()


def test_nothing_outside_plans_and_nothing_behind_a_link_is_kept(tmp_path: Path) -> None:
    (tmp_path / "plans" / "a").mkdir(parents=True)
    (tmp_path / "secret.pdf").write_bytes(b"x")
    for named in (
        "secret.pdf",
        "plans/../secret.pdf",
        "plans/a/../../secret.pdf",
        "/etc/passwd",
        "plans//etc/passwd",
    ):
        assert ward_files.kept(tmp_path, named) == ward_files.Kept()
    try:
        (tmp_path / "plans" / "link.pdf").symlink_to(tmp_path / "secret.pdf")
        (tmp_path / "plans" / "thu").symlink_to(tmp_path)
    except OSError:
        pytest.skip("no links here")
    for named in ("plans/link.pdf", "plans/thu/secret.pdf"):
        assert ward_files.kept(tmp_path, named) == ward_files.Kept(linked=True)


def test_nothing_is_read_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "plans" / "2024").mkdir(parents=True)
    (tmp_path / "plans" / "_danh-muc").mkdir()
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai" / "a.md").write_bytes(b"x")
    links = {"plans/2024/b.md": "ngoai/a.md", "plans/_danh-muc/c.yml": "ngoai/a.md", "plans/2025": "ngoai"}
    try:
        for link, to in links.items():
            (tmp_path / link).symlink_to(tmp_path / to)
    except OSError:
        pytest.skip("no links here")
    assert ward_files.plan_files(tmp_path) == []
    assert ward_files.register_files(tmp_path) == {}
    assert ward_files.links(tmp_path) == sorted(links)
