"""The wheel holds everything, and a ward lives by the wheel alone: no checkout, no file beside it."""

from __future__ import annotations

import json
import os
import shutil
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PIP = (sys.executable, "-m", "pip")
# Where a packaged folder stands in the checkout, and what it is called in the wheel.
ROOMS = {"build_tools/danbiet": "danbiet", "theme": "danbiet/theme", "site_src/huong-dan": "danbiet/guides"}
REAL_PLAN = ROOT / "plans" / "2025" / "vinh-linh.md"
WORD_FILE = ROOT / "tests" / "draft" / "fixtures" / "ke-hoach-bang.docx"
PDF_FILE = ROOT / "tests" / "draft" / "fixtures" / "ke-hoach-in.pdf"


def expected() -> set[str]:
    """The wheel's names of all that stands in the packaged folders; caches and editors' files are no part."""
    found = set()
    for folder, name in ROOMS.items():
        for path in (ROOT / folder).rglob("*"):
            parts = path.relative_to(ROOT / folder).parts
            if path.is_file() and not any(p == "__pycache__" or p.startswith(".") for p in parts):
                found.add("/".join((name, *parts)))
    return found


def test_setuptools_ships_every_file() -> None:
    setuptools = pytest.importorskip("setuptools")
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        distribution = setuptools.Distribution({"script_name": "setup.py"})
        distribution.parse_config_files(["pyproject.toml"])
        command = distribution.get_command_obj("build_py")
        command.ensure_finalized()
        modules = {
            ("/".join((*package.split("."), Path(file).name)))
            for package, _, file in command.find_all_modules()
        }
        data = {
            "/".join((*package.split("."), name))
            for package, _, _, names in command.data_files
            for name in names
        }
    finally:
        os.chdir(before)
    assert expected() - (modules | data) == set()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that nothing is left behind in this repository."""
    source = tmp_path_factory.mktemp("nguon")
    ignore = shutil.ignore_patterns("__pycache__", ".*", "*.egg-info")
    for folder in ROOMS:
        shutil.copytree(ROOT / folder, source / folder, ignore=ignore)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    out = tmp_path_factory.mktemp("dist")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(out),
        str(source),
    ]
    if _has_setuptools():
        command.insert(-1, "--no-build-isolation")
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = out.glob("*.whl")
    return made


def _has_setuptools() -> bool:
    return subprocess.run([sys.executable, "-c", "import setuptools"], capture_output=True).returncode == 0


@pytest.mark.slow
def test_the_wheel_holds_every_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as bundle:
        names = {name for name in bundle.namelist() if ".dist-info/" not in name}
    assert names == expected()


@pytest.fixture(scope="module")
def danbiet(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a fresh virtual environment that has the wheel, and the libraries but no checkout.

    The libraries are those of this environment: its folder is put at the end of the fresh one's path.
    Its own .pth files, among them the one of an editable install, are not read there.
    """
    folder = tmp_path_factory.mktemp("moi-truong") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    here = Path(
        subprocess.run(
            [str(python), "-c", "import site; print(site.getsitepackages()[0])"],
            capture_output=True, text=True, check=True,
        ).stdout.strip()
    )  # fmt: skip
    subprocess.run(
        [*PIP, "--python", str(python), "install", "--quiet", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )
    (here / "thu-vien.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    found = subprocess.run(
        [str(python), "-c", "import danbiet; print(danbiet.__file__)"],
        capture_output=True, text=True, check=True, cwd=folder, env=_environment(folder),
    )  # fmt: skip
    assert Path(found.stdout.strip()).is_relative_to(here)
    return folder / "bin" / "danbiet"


def _environment(home: Path) -> dict[str, str]:
    """As on an officer's machine: nothing of this one is handed on but where programs are."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "DANBIET_TODAY": "2026-11-20", "LANG": "C.UTF-8"}


@pytest.mark.slow
def test_a_ward_lives_by_the_wheel_alone(danbiet: Path, tmp_path: Path) -> None:
    ward = tmp_path / "Phường Mẫu"

    def run(*arguments: str | Path, code: int = 0) -> str:
        done = subprocess.run(
            [str(danbiet), *map(str, arguments)], cwd=ward if ward.exists() else tmp_path,
            capture_output=True, text=True, env=_environment(tmp_path), stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    run("new", "site", ward, "--body", "UBND xã Đồi Thông", "--province", "Quảng Ninh", "--email", "xa@vi-du.vn",
        "--site-url", "https://xa.vi-du.vn")  # fmt: skip
    assert "Không thấy gì cần sửa" in run("check")
    run("build")
    assert "Đã tạo plans/2026/" in run("new", "plan", "--subject", "Tiếp công dân năm 2026")
    (ward / "plans" / "2025").mkdir()
    shutil.copy(REAL_PLAN, ward / "plans" / "2025" / REAL_PLAN.name)
    written = [run("import", file).splitlines()[0] for file in (WORD_FILE, PDF_FILE)]
    assert all(line.startswith("Đã ghi plans/") for line in written), written
    findings = json.loads(run("check", "--json"))
    assert not [row for row in findings if row["severity"] == "error"]
    run("build")
    plans = json.loads((ward / "site" / "du-lieu" / "ke-hoach.json").read_text(encoding="utf-8"))
    assert len(plans["plans"] if isinstance(plans, dict) else plans) == 4
    page = (ward / "site" / "ke-hoach" / "2025" / "vinh-linh" / "index.html").read_text(encoding="utf-8")
    assert 'data-plan="2025/vinh-linh"' in page
    assert page.count("data-instrument=") > 10
    assert page.count("data-obligation=") > 5
    for address in (
        "",
        "huong-dan/",
        "gioi-thieu/",
        "lien-he/",
        "tim-kiem/",
        "don-vi/",
        "van-ban/",
        "kiem-tra/",
    ):
        assert (ward / "site" / address / "index.html").exists(), address
    run("build", "--offline")
    assert (ward / "site-ngoai-tuyen.zip").stat().st_size > 100_000
