"""Building: whole or not at all, the same pages by either host, nothing strange in the result."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from danbiet.host.build import BuildError, build
from danbiet.host.project import Project, find_project

TODAY = date(2026, 11, 20)


def project(root: Path) -> Project:
    found = find_project(root)
    assert found is not None
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_site_is_built(ward: Path) -> None:
    built = build(project(ward), today=TODAY)
    assert built.plans == 1
    page = (ward / "site" / "ke-hoach" / "2026" / "dan-chu" / "index.html").read_text(encoding="utf-8")
    assert 'data-plan="2026/dan-chu"' in page
    assert 'data-instrument="luat-10-2022-qh15"' in page
    assert "data-obligation=" in page


def test_a_broken_plan_leaves_the_old_site_whole(ward: Path) -> None:
    build(project(ward), today=TODAY)
    before = contents(ward / "site")
    plan = ward / "plans" / "2026" / "dan-chu.md"
    plan.write_text(plan.read_text(encoding="utf-8").replace("15/1/2026", "31/2/2026"), encoding="utf-8")
    with pytest.raises(BuildError, match=r"plans/2026/dan-chu\.md:6:\d+: lỗi: .*31/2/2026"):
        build(project(ward), today=TODAY)
    assert contents(ward / "site") == before
    assert sorted(p.name for p in ward.iterdir() if p.name != ".cache") == [
        "mkdocs.yml",
        "plans",
        "site",
        "site_src",
    ]


def test_the_same_input_gives_the_same_bytes(ward: Path) -> None:
    build(project(ward), out=ward / "one", today=TODAY)
    build(project(ward), out=ward / "two", today=TODAY)
    one, two = contents(ward / "one"), contents(ward / "two")
    for volatile in ("sitemap.xml", "sitemap.xml.gz"):  # MkDocs stamps them with the day of building
        one.pop(volatile, None)
        two.pop(volatile, None)
    assert one == two


def test_a_folder_that_is_not_ours_is_not_replaced(ward: Path) -> None:
    strange = ward / "anh"
    strange.mkdir()
    (strange / "chup.jpg").write_bytes(b"1")
    with pytest.raises(BuildError, match="không do danbiet tạo ra"):
        build(project(ward), out=strange, today=TODAY)
    with pytest.raises(BuildError, match="không thể dựng"):
        build(project(ward), out=ward, today=TODAY)
    assert (strange / "chup.jpg").exists()


@pytest.mark.slow
@pytest.mark.parametrize("command", ["mkdocs", "properdocs"])
def test_either_host_gives_the_same_pages(ward: Path, command: str) -> None:
    build(project(ward), today=TODAY)
    environment = os.environ | {
        "DANBIET_TODAY": TODAY.isoformat(),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    subprocess.run(
        [Path(sys.executable).parent / command, "build", "-f", "mkdocs.yml", "-d", "other"],
        cwd=ward,
        env=environment,
        check=True,
        capture_output=True,
    )
    ours, theirs = contents(ward / "site"), contents(ward / "other")
    for pages in (ours, theirs):
        for name in [n for n in pages if not n.endswith((".html", ".json", ".css", ".js"))]:
            del pages[name]
    generator = re.compile(rb'<meta name="generator"[^>]*>')
    assert {n: generator.sub(b"", c) for n, c in ours.items()} == {
        n: generator.sub(b"", c) for n, c in theirs.items()
    }


def test_nothing_of_the_parent_theme_is_published(ward: Path) -> None:
    build(project(ward), today=TODAY)
    names = contents(ward / "site").keys()
    assert not [n for n in names if "bundle" in n or n.startswith(("components/", "pages/", "papers/"))]
    assert not [n for n in names if n.endswith((".py", ".map", ".md", ".yml"))]


def test_the_edition_for_a_disk_names_its_files(ward: Path) -> None:
    built = build(project(ward), today=TODAY, offline=True)
    assert built.archive is not None
    assert built.archive.stat().st_size > 1000
    page = (built.out / "ke-hoach" / "2026" / "dan-chu" / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"#?]*)', page)
    assert not [link for link in links if link.endswith("/") and "://" not in link]
    for link in links:
        if link and "://" not in link and not link.startswith("mailto:"):
            assert (built.out / "ke-hoach" / "2026" / "dan-chu" / link).resolve().is_file(), link


@pytest.mark.slow
def test_a_plan_page_does_not_grow_with_the_number_of_plans(ward: Path) -> None:
    build(project(ward), today=TODAY)
    alone = (ward / "site" / "ke-hoach" / "2026" / "dan-chu" / "index.html").stat().st_size
    text = (ward / "plans" / "2026" / "dan-chu.md").read_text(encoding="utf-8")
    for number in range(300):
        other = text.replace("12/KH-UBND", f"{number + 100}/KH-UBND")
        (ward / "plans" / "2026" / f"ke-hoach-{number:03}.md").write_text(other, encoding="utf-8")
    build(project(ward), today=TODAY)
    among = (ward / "site" / "ke-hoach" / "2026" / "dan-chu" / "index.html").stat().st_size
    assert among < alone * 1.1
