"""The theme's styles and scripts as files named by their content, so that they can be kept for ever.

All styles make one small file: the second page a reader opens needs none. Scripts are one file a
component, classic and deferred, so that they also run from a disk. The service worker stands at the
root of the site, since it serves only what lies below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from danbiet.output import Artifact
from danbiet.templates import theme_root

_FIRST = ("tokens", "base")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_TIGHT = re.compile(r"\s*([{};,])\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """Where the styles stand, where each component's script stands, and all files to be written."""

    styles: str
    scripts: dict[str, str]
    icon: str
    files: tuple[Artifact, ...]


@cache
def theme_assets() -> Assets:
    """The theme's styles, scripts and icon, with the addresses they are to be written to."""
    root = theme_root() / "components"
    styles = _named("danbiet", "css", _tighten("\n".join(_styles(root))).encode())
    scripts = {path.stem: _named(path.stem, "js", path.read_bytes()) for path in _files(root, "js")}
    icon = _named("danbiet", "svg", (root / "icon" / "icon.svg").read_bytes())
    worker = _worker((root / "offline" / "sw.js").read_text("utf-8"), (styles, icon, *scripts.values()))
    return Assets(
        styles=styles.address,
        scripts={name: file.address for name, file in scripts.items()},
        icon=icon.address,
        files=(styles, icon, *scripts.values(), worker),
    )


def _files(root: Path, kind: str) -> list[Path]:
    """Each component's file of a kind, by name; a component and its files share a name."""
    found = [folder / f"{folder.name}.{kind}" for folder in sorted(root.iterdir()) if folder.is_dir()]
    return [path for path in found if path.is_file()]


def _styles(root: Path) -> Iterator[str]:
    paths = sorted(
        _files(root, "css"),
        key=lambda path: (_FIRST.index(path.stem) if path.stem in _FIRST else len(_FIRST), path.stem),
    )
    for path in paths:
        yield path.read_text("utf-8")


def _tighten(css: str) -> str:
    """CSS without comments and needless white space; strings in it must not hold ``{};,`` with spaces."""
    return _TIGHT.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", css))).strip()


def _worker(script: str, files: tuple[Artifact, ...]) -> Artifact:
    """The service worker, another one whenever a style or a script is: only then do browsers renew it."""
    build = sha256(" ".join(file.address for file in files).encode()).hexdigest()[:8]
    return Artifact(address="sw.js", content=script.replace("@build@", build).encode())


def _named(name: str, kind: str, content: bytes) -> Artifact:
    return Artifact(address=f"assets/{name}-{sha256(content).hexdigest()[:8]}.{kind}", content=content)
