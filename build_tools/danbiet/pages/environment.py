"""The pages' own Jinja environment: autoescape on, an unknown name is an error.

Templates live in the theme: ``pages/<kind>.html`` are whole fragments, ``components/<name>/<name>.html``
hold macros that take all they need as arguments.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from danbiet.pages import words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@cache
def theme_root() -> Path:
    """The folder of ``danbiet.theme``."""
    return Path(str(resources.files("danbiet.theme")))


@cache
def environment() -> Environment:
    """The environment that all generated pages are made with."""
    env = Environment(
        loader=FileSystemLoader(theme_root()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {"day": words.day, "partial": words.partial, "short": words.short, "size": words.size}
    return env


def fill(kind: str, context: DataclassInstance) -> Markup:
    """The fragment ``theme/pages/<kind>.html`` with the fields of ``context`` as its names."""
    template = environment().get_template(f"pages/{kind}.html")
    return Markup(template.render({f.name: getattr(context, f.name) for f in fields(context)}))
