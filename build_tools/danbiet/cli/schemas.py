"""The JSON Schemas that a new repository gets for its editor: made from the models, never copied."""

from __future__ import annotations

import json
from collections.abc import Mapping

from danbiet import progress
from danbiet.parse import front_matter
from danbiet.register import schema as registers


def schemas() -> Mapping[str, str]:
    """Path below a new repository → schema."""
    made = {
        "ke-hoach": front_matter.json_schema(),
        "danh-muc": registers.json_schema(),
        "tien-do": progress.json_schema(),
    }
    return {
        f".vscode/{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in made.items()
    }
