"""The data files that ship in this room, as bytes."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


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

    root = files("danbiet.register") / "data"
    walk(root / folder if folder else root, f"{folder}/" if folder else "")
    return found
