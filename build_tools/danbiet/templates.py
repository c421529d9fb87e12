"""The one Jinja environment of everything made from plans: autoescape on, an unknown name is an error.

MkDocs' own environment has no autoescape, so nothing made here goes through it.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from danbiet import words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@cache
def theme_root() -> Path:
    """The folder of ``danbiet.theme``: ``pages/``, ``papers/`` and ``components/``."""
    return Path(str(resources.files("danbiet.theme")))


@cache
def environment() -> Environment:
    """The environment that all made pages and papers are filled with."""
    env = Environment(
        loader=FileSystemLoader(theme_root()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {"day": words.day, "partial": words.partial, "short": words.short, "size": words.size}
    return env


def fill(name: str, context: DataclassInstance) -> Markup:
    """The template ``name`` below the theme's folder, with the fields of ``context`` as its names."""
    template = environment().get_template(name)
    return Markup(template.render({f.name: getattr(context, f.name) for f in fields(context)}))
