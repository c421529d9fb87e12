"""Where a site's repository stands, and what its mkdocs.yml decides."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import yaml

from danbiet.cache import Cache
from danbiet.output import Settings

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


def read_settings(project: Project) -> tuple[Settings, str]:
    """What mkdocs.yml decides, read without loading MkDocs, and the text of the file.

    Values that MkDocs computes itself (``!ENV`` and other tags) stand for being set. A file that
    cannot be read gives empty settings: ``config_file.config_issues`` tells what is wrong with it.
    """
    try:
        config = project.config_file.read_text(encoding="utf-8-sig")
        values = yaml.load(config, Loader=ConfigLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return Settings(site_name=""), ""
    values = values if isinstance(values, dict) else {}
    options = _plugin_options(values.get("plugins"))
    return (
        Settings(
            site_name=str(values.get("site_name") or ""),
            site_url=_text(values.get("site_url")),
            demonstration=options.get("demonstration") is True,
            report_address=_text(options.get("report_address")),
            source_url=_text(options.get("source_url")),
        ),
        config,
    )


def _plugin_options(plugins: Any) -> dict[str, Any]:
    listed = plugins if isinstance(plugins, list) else [plugins]
    for plugin in listed:
        options = plugin.get("danbiet") if isinstance(plugin, dict) else None
        if isinstance(options, dict):
            return options
    return {}


def _text(value: Any) -> str | None:
    return str(value) if value else None


class ConfigLoader(yaml.SafeLoader):
    """YAML in which a tag of MkDocs' own stands for some value."""


ConfigLoader.add_multi_constructor("", lambda loader, tag, node: tag)
