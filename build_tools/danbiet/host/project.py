"""Where a site's repository stands, and what its mkdocs.yml decides."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from danbiet.cache import Cache
from danbiet.clock import VIET_NAM
from danbiet.host.faults import DayError
from danbiet.output import Settings
from danbiet.records import Slip, mail_address_slip, web_address_slip
from danbiet.records.dates import read_date

CONFIG_NAME = "mkdocs.yml"


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
    if not fixed:
        return datetime.now(VIET_NAM).date()
    day = read_day(fixed)
    if day is None:
        raise DayError(
            f"DANBIET_TODAY={fixed}: không phải một ngày có thật. Viết như 2026-11-20, hoặc bỏ biến môi trường ấy"
        )
    return day


def read_day(value: object) -> date | None:
    """A whole day as mkdocs.yml may hold it: YAML's own date, 2026-11-20 or 20/11/2026; nothing where it is none."""
    found = read_date(str(value))
    return found.exact if found else None


def _report_slip(value: object) -> Slip | None:
    text = str(value or "")
    if not text or not web_address_slip(text) or not mail_address_slip(text.removeprefix("mailto:")):
        return None
    return Slip("đây không phải một thư điện tử hay một địa chỉ https", "Viết như vanthu@tenphuong.gov.vn")


def _source_slip(value: object) -> Slip | None:
    return web_address_slip(str(value)) if value else None


def _day_slip(value: object) -> Slip | None:
    if not value or read_day(value):
        return None
    return Slip("không phải một ngày có thật", "Viết như 2026-11-20, hoặc để trống để tính đến hôm nay")


# What is wrong with the value of an option of the plugin, by the option's name.
OPTION_SLIPS: Mapping[str, Callable[[object], Slip | None]] = {
    "report_address": _report_slip,
    "source_url": _source_slip,
    "today": _day_slip,
}


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
