"""The folder a site is built into: nothing of anybody else's is destroyed, and no build harms another."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from danbiet.host.build import BuildError, build
from danbiet.host.lock import LockedError, locked
from danbiet.host.project import Project
from danbiet.host.target import MANIFEST, refuse_strange_archive, replacing

OURS = "du-lieu/ke-hoach.json"
TODAY = date(2026, 11, 20)


def site(target: Path, words: str = "một", more: tuple[str, ...] = ()) -> None:
    with replacing(target) as fresh:
        for name in (OURS, "index.html", *more):
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).write_text(words, encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_site_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    site(target, "một", more=("lien-he/index.html",))
    site(target, "hai")
    assert names(target) == [MANIFEST, "du-lieu", "index.html"]
    assert (target / "index.html").read_text(encoding="utf-8") == "hai"
    assert names(tmp_path) == ["site"]


def test_an_empty_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    site(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").exists()


@pytest.mark.parametrize(
    ("strange", "said"),
    [
        (".git/HEAD", "kho git"),
        ("CNAME", r"\(CNAME\)"),
        ("ke-hoach/2024/anh.jpg", r"ke-hoach/2024/anh\.jpg"),
        (".nojekyll", "site_src/"),
    ],
)
def test_what_somebody_put_into_a_site_of_ours_is_not_destroyed(
    tmp_path: Path, strange: str, said: str
) -> None:
    target = tmp_path / "site"
    site(target)
    (target / strange).parent.mkdir(parents=True, exist_ok=True)
    (target / strange).write_text("của người khác", encoding="utf-8")
    with pytest.raises(BuildError, match=said):
        site(target, "hai")
    assert (target / strange).read_text(encoding="utf-8") == "của người khác"
    assert (target / "index.html").read_text(encoding="utf-8") == "một"
    assert names(tmp_path) == ["site"]


def test_a_site_of_ours_without_a_list_is_replaced_unless_something_strange_stands_in_it(
    tmp_path: Path,
) -> None:
    target = tmp_path / "site"
    site(target)
    (target / MANIFEST).unlink()
    site(target, "hai")
    (target / MANIFEST).unlink()
    (target / "CNAME").write_text("x.vn", encoding="utf-8")
    with pytest.raises(BuildError, match="CNAME"):
        site(target, "ba")
    assert (target / "index.html").read_text(encoding="utf-8") == "hai"


def test_a_file_and_a_folder_of_somebody_else_are_refused(tmp_path: Path) -> None:
    (tmp_path / "f.txt").write_text("x", encoding="utf-8")
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh" / "chup.jpg").write_bytes(b"1")
    with pytest.raises(BuildError, match="đây là một tệp"):
        site(tmp_path / "f.txt")
    with pytest.raises(BuildError, match=r"không do danbiet tạo ra \(chup\.jpg\)"):
        site(tmp_path / "anh")
    assert names(tmp_path) == ["anh", "f.txt"]


def test_a_place_that_cannot_be_written_is_told_in_vietnamese(tmp_path: Path) -> None:
    (tmp_path / "f.txt").write_text("x", encoding="utf-8")
    with pytest.raises(BuildError, match=r"f\.txt.*tệp"):
        site(tmp_path / "f.txt" / "site")


def test_a_failed_build_leaves_everything_as_it_was(tmp_path: Path) -> None:
    site(tmp_path / "site")
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "site"):
        raise ZeroDivisionError
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "một"
    assert names(tmp_path) == ["site"]


def test_the_second_of_two_builds_is_told_to_wait(tmp_path: Path) -> None:
    target = tmp_path / "site"
    site(target)
    with replacing(target) as fresh:
        (fresh / "index.html").write_text("hai", encoding="utf-8")
        with pytest.raises(BuildError, match="đang có lần dựng khác"):
            site(target, "ba")
        site(tmp_path / "khac", "ba")
    assert (target / "index.html").read_text(encoding="utf-8") == "hai"
    assert (tmp_path / "khac" / "index.html").read_text(encoding="utf-8") == "ba"


def test_what_killed_builds_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "site"
    site(target)
    code = (
        "import os, pathlib, sys; from danbiet.host.target import replacing\n"
        "with replacing(pathlib.Path(sys.argv[1])) as fresh:\n"
        "    (fresh / 'x').write_text('x'); os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, target], check=False).returncode == 9
    assert "site.danbiet-moi" in names(tmp_path)
    (tmp_path / "site.cu-2024").mkdir()
    site(target, "hai")
    assert names(tmp_path) == ["site", "site.cu-2024"]


def test_an_old_site_whose_successor_never_came_is_put_back(tmp_path: Path) -> None:
    target = tmp_path / "site"
    site(target)
    target.rename(tmp_path / "site.danbiet-cu")  # killed between the two renames
    (tmp_path / "site.danbiet-moi").mkdir()
    with pytest.raises(ZeroDivisionError), replacing(target):
        raise ZeroDivisionError
    assert (target / "index.html").read_text(encoding="utf-8") == "một"
    assert names(tmp_path) == ["site"]


def test_a_lock_is_held_by_one_and_ends_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "khoa"
    with locked(path):
        with pytest.raises(LockedError), locked(path):
            pass
        assert path.exists()
    with locked(path):
        pass


def test_an_archive_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "site.zip"
    refuse_strange_archive(file, "site")
    for data in (b"my archive", None):
        if data is None:
            with zipfile.ZipFile(file, "w") as bundle:
                bundle.writestr("anh.jpg", b"1")
        else:
            file.write_bytes(data)
        before = file.read_bytes()
        with pytest.raises(BuildError, match="không do danbiet tạo ra"):
            refuse_strange_archive(file, "site")
        assert file.read_bytes() == before
    with zipfile.ZipFile(file, "w") as bundle:
        bundle.writestr(f"site/{OURS}", b"{}")
    refuse_strange_archive(file, "site")


def test_a_build_refuses_before_it_destroys(ward: Path) -> None:
    project = Project(ward, ward / "mkdocs.yml")
    (ward / "thu.zip").write_bytes(b"my archive")
    with pytest.raises(BuildError, match=r"thu\.zip"):
        build(project, out=ward / "thu", today=TODAY, offline=True)
    for inside in ("plans", "plans/2026/site", "site_src/site"):
        with pytest.raises(BuildError, match="không thể dựng"):
            build(project, out=ward / inside, today=TODAY)
    assert (ward / "thu.zip").read_bytes() == b"my archive"
    assert names(ward) == ["mkdocs.yml", "plans", "site_src", "thu.zip"]
