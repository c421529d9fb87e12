"""Where a ward's files stand in its repository; paths are relative to the root, with forward slashes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from danbiet.text import collapse, nfc

PLANS = "plans"
REGISTERS = f"{PLANS}/_danh-muc"
PROGRESS = f"{PLANS}/_tien-do"
_YAML = (".yml", ".yaml")


def plan_files(root: Path) -> list[str]:
    """The Markdown files below ``plans/``, in order: each is a plan, or says that it stands in the wrong place."""
    return [path for path in _own_files(root) if path.endswith(".md")]


def other_files(root: Path) -> list[str]:
    """The other files below ``plans/``: originals of plans, and what somebody left there for a plan."""
    return [path for path in _own_files(root) if not path.endswith(".md")]


def _own_files(root: Path) -> list[str]:
    """Files below ``plans/``, without hidden ones, those of registers and progress, and what explains a folder."""
    plans = root / PLANS
    return sorted(
        path.relative_to(root).as_posix()
        for path in plans.rglob("*")
        if not any(part.startswith(("_", ".", "~")) for part in path.relative_to(plans).parts)
        and path.name.lower() not in ("readme.md", "thumbs.db", "desktop.ini")
        and path.is_file()
        and not path.is_symlink()
    )


def links(root: Path) -> list[str]:
    """Symbolic links below ``plans/`` where a text or a folder should stand: nothing is read through them."""
    below = (path for path in (root / PLANS).rglob("*") if path.is_symlink())
    return sorted(
        path.relative_to(root).as_posix() for path in below if path.is_dir() or path.suffix in (".md", *_YAML)
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that a plan or a report names: ``path`` as the disk spells it, empty where it is not there.

    ``linked`` is true where it is, or stands behind, a symbolic link: what that leads to may lie
    outside the repository, and is never read.
    """

    path: str = ""
    linked: bool = False


def kept(root: Path, named: str) -> Kept:
    """The file that people name by ``named``, a path below the root that leads into ``plans/``.

    Names are compared as people read them: some systems write "ả" as two characters, and nobody sees
    two spaces side by side.
    """
    parts = named.split("/")
    if parts[0] != PLANS or not {"", ".", ".."}.isdisjoint(parts):
        return Kept()
    here = root / PLANS
    for part in parts[1:]:
        name = _on_disk(here, part)
        if name is None:
            return Kept()
        here = here / name
        if here.is_symlink():
            return Kept(linked=True)
    return Kept(here.relative_to(root).as_posix()) if here.is_file() else Kept()


def _on_disk(folder: Path, name: str) -> str | None:
    """The entry of a folder that reads as ``name``; the very name first."""
    if os.path.lexists(folder / name):
        return name
    try:
        entries = sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return None
    return next((entry for entry in entries if collapse(nfc(entry)) == name), None)


def register_files(root: Path) -> dict[str, bytes]:
    """The files of a site's own registers, by path."""
    return _yaml_files(root, REGISTERS)


def progress_files(root: Path) -> dict[str, bytes]:
    """The files of what was reported, by path."""
    return _yaml_files(root, PROGRESS)


def _yaml_files(root: Path, below: str) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / below).rglob("*.y*ml"))
        if path.suffix in _YAML and not path.is_symlink()
    }
