"""Where a ward's files stand in its repository; paths are relative to the root, with forward slashes."""

from __future__ import annotations

from pathlib import Path

from danbiet.model import Plan

PLANS = "plans"
REGISTERS = f"{PLANS}/_danh-muc"
PROGRESS = f"{PLANS}/_tien-do"


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
    )


def original(root: Path, plan: Plan) -> bytes | None:
    """The original file that a plan names, where it is there."""
    file = root / plan.original.path if plan.original else None
    return file.read_bytes() if file and file.is_file() else None


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
        if path.suffix in (".yml", ".yaml")
    }
