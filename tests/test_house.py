"""The house itself: what ships, and what must not stand in it."""

import subprocess
import tomllib
import unicodedata
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "build_tools" / "danbiet"


def tracked(*patterns: str) -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).exists()]


def test_every_package_is_declared_for_the_wheel() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
        "packages"
    ]
    found = {
        ".".join(("danbiet", *folder.parent.relative_to(PACKAGE).parts))
        for folder in PACKAGE.rglob("__init__.py")
    }
    assert set(declared) == found | {"danbiet.theme", "danbiet.guides"}


def test_the_floors_are_told_as_they_are_held() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    floors = " → ".join(settings["contracts"][0]["layers"])
    told = (ROOT / "docs" / "adr" / "0001-the-house-and-its-layers.md").read_text(encoding="utf-8")
    assert f"`{floors}`" in told


def test_the_lock_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--hash=sha256:" in lock


def test_vietnamese_in_the_house_is_nfc() -> None:
    for path in tracked("*.py", "*.html", "*.js", "plans/**/*.md", "plans/**/*.yml", "site_src/**/*.md"):
        if "tests/" in path.as_posix() or "/data/" in path.as_posix():
            continue
        text = path.read_text(encoding="utf-8")
        assert text == unicodedata.normalize("NFC", text), path


def test_the_product_depends_on_nothing_beside_it() -> None:
    neighbour = "/".join(("..", "shared"))
    for path in tracked("*.py", "*.toml", "*.yml", "Makefile", "*.sh"):
        assert neighbour not in path.read_text(encoding="utf-8", errors="ignore"), path
