"""The five originals as a PDF's text layer gives them: headings and sections as people read them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from danbiet.model import BlockKind
from danbiet.parse import heal, read_blocks

TESTS = Path(__file__).parents[1]
GOLD: dict[str, Any] = json.loads((TESTS / "golden" / "seeds.json").read_text(encoding="utf-8"))
FILES = [name for name in GOLD if name.endswith(".txt")]


def raw(name: str) -> str:
    return (TESTS / "plans" / "originals" / name).read_text(encoding="utf-8")


def squeezed(text: str) -> str:
    return re.sub(r"[\s*]", "", text)


@pytest.mark.parametrize("name", FILES)
def test_outline(name: str) -> None:
    blocks = read_blocks(raw(name))
    found = [(b.level, f"{b.mark} {b.text}") for b in blocks if b.kind is BlockKind.HEADING]
    assert found == [(part["level"], part["text"]) for part in GOLD[name]["metadata"]["outline"]]


@pytest.mark.parametrize("name", FILES)
def test_each_obligation_stands_in_one_paragraph_of_its_section(name: str) -> None:
    blocks = read_blocks(raw(name))
    for obligation in GOLD[name]["obligations"]:
        sections = [b.section for b in blocks if squeezed(obligation["text"]) in squeezed(b.text)]
        assert obligation["section"] in sections


@pytest.mark.parametrize("name", FILES)
def test_recipients_and_signature_are_no_part_of_the_body(name: str) -> None:
    blocks = read_blocks(raw(name))
    recipients = [b.text.rstrip(";./ ") for b in blocks if b.section == "recipients"][1:]
    metadata = GOLD[name]["metadata"]
    assert recipients == [" ".join(recipient.split()) for recipient in metadata["recipients"]]
    assert metadata["signer_name"] in [b.text for b in blocks if b.section == "signature"]


@pytest.mark.parametrize("name", FILES)
def test_healing_joins_broken_numbers(name: str) -> None:
    healed = "\n".join(heal(raw(name)))
    assert squeezed(healed) == squeezed(raw(name))
    assert not re.search(r"\w-\s*\n", healed)
