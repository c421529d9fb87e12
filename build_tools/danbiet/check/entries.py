"""Entries of a register that a finding prints ready to be pasted."""

from __future__ import annotations

import json
from collections.abc import Mapping

from danbiet.text import collapse, nfc


def one_line(facts: Mapping[str, str | None]) -> str:
    """An entry as one item of a YAML list, with the facts that are known: ``- {mã: "…", tên: "…"}``.

    JSON strings are YAML, whatever stands in them.
    """
    known = ((key, collapse(nfc(value))) for key, value in facts.items() if value)
    return f"- {{{', '.join(f'{key}: {json.dumps(value, ensure_ascii=False)}' for key, value in known)}}}"
