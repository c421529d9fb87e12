"""Data files that ship inside the package: words, tables and registers that are data, not code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def shipped(room: str, name: str) -> Any:
    """What ``danbiet/<room>/data/<name>`` holds, as plain values; read once and shared, so never to be changed."""
    data = (files("danbiet") / room / "data" / name).read_bytes()
    return yaml.load(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
