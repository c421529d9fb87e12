"""Where a site's repository stands, and what its mkdocs.yml decides."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from danbiet.cache import Cache

CONFIG_NAME = "mkdocs.yml"

# Việt Nam has kept UTC+7 since 1975: a fixed offset needs no time-zone data, which Windows lacks.
_VIET_NAM = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class Project:
    """A site's repository: its root and its configuration file."""

    root: Path
    config_file: Path

    @property
    def cache(self) -> Cache:
        """Where readings are kept between runs: .cache/danbiet of the repository."""
        return cache_of(self.root)


def cache_of(root: Path) -> Cache:
    """The cache of the repository at ``root``."""
    return Cache(root / ".cache" / "danbiet")


def find_project(start: Path) -> Project | None:
    """The repository ``start`` lies in: the nearest folder upwards that holds mkdocs.yml and plans/."""
    for folder in (start, *start.parents):
        if (folder / CONFIG_NAME).is_file() and (folder / "plans").is_dir():
            return Project(folder, folder / CONFIG_NAME)
    return None


def today_in_vietnam() -> date:
    """The civil date where the plans are in force; ``DANBIET_TODAY`` (ISO) fixes it for tests."""
    fixed = os.environ.get("DANBIET_TODAY")
    if fixed:
        return date.fromisoformat(fixed)
    return datetime.now(_VIET_NAM).date()
