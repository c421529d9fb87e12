"""Pages: a site in, HTML fragments out. The base template they stand in is the host's business.

Each kind of page is a module with a documented context class; the template of the same name in
``theme/pages/`` uses exactly its fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from danbiet import words
from danbiet.model import Site
from danbiet.output import Artifact, Page, Settings
from danbiet.pages import (
    checking,
    citation_checking,
    deadlines,
    fixed,
    home,
    instruments,
    plan,
    plan_history,
    plans,
    units,
)
from danbiet.pages.assets import theme_assets
from danbiet.pages.index import Index

__all__ = ["assets", "base_context", "render"]


def render(site: Site, settings: Settings) -> Iterator[Page]:
    """Every page made from a site. Home's fragment is to be placed into the hand-written home page."""
    index = Index.of(site)
    for module in (home, plans, plan, plan_history, instruments, units, deadlines, checking):
        yield from module.render(index, settings)
    yield from citation_checking.render(index, settings)
    yield from fixed.render(index, settings)


def assets() -> Iterator[Artifact]:
    """The theme's styles, scripts and icon, as files."""
    yield from theme_assets().files


def base_context() -> dict[str, Any]:
    """What the base template is told: the addresses of the assets below the site's root, and how a day is spelled."""
    made = theme_assets()
    return {
        "danbiet_styles": made.styles,
        "danbiet_scripts": made.scripts,
        "danbiet_icon": made.icon,
        "danbiet_day": words.day,
    }
