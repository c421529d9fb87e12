"""The data files that ship in this room, parsed once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from danbiet.records import load_data


def data_root() -> Traversable:
    """The folder ``register/data`` of the installed package."""
    return files("danbiet.register") / "data"


def packaged_files(folder: str = "") -> dict[str, bytes]:
    """Every YAML file under a folder of the data, by its path below ``data/``."""
    found: dict[str, bytes] = {}

    def walk(node: Traversable, prefix: str) -> None:
        for child in sorted(node.iterdir(), key=lambda item: item.name):
            path = f"{prefix}{child.name}"
            if child.is_dir():
                walk(child, f"{path}/")
            elif child.name.endswith(".yml"):
                found[path] = child.read_bytes()

    walk(data_root() / folder if folder else data_root(), f"{folder}/" if folder else "")
    return found


@cache
def document(name: str) -> Any:
    """A packaged data file as plain values."""
    return load_data((data_root() / name).read_bytes())


def records(name: str, key: str) -> list[dict[str, Any]]:
    """The list under a key of a packaged data file."""
    found: list[dict[str, Any]] = document(name)[key]
    return found
