"""The five plans hold their originals' words: all of them, in order, and no others."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from danbiet.issues import Severity
from danbiet.model import BlockKind, Plan
from danbiet.parse import read_plan

ROOT = Path(__file__).parents[2]
FILES = Path(__file__).parent / "originals"
ORIGINALS = {
    "2024/thanh-mien": "000_318e51082e090e4d.txt",
    "2025/vinh-linh": "001_740ba232e0108bc4.txt",
    "2024/bai-chay": "002_a1b43dceb78e5898.txt",
    "2024/pho-minh": "003_bde61b360d837a63.txt",
    "2025/chi-minh": "004_aa8a93fda535d7a9.txt",
}
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}")


def squeezed(text: str) -> str:
    """Without white space and Markdown's marks."""
    return re.sub(r"[\s*#]", "", text)


def load(key: str) -> Plan:
    path = f"plans/{key}.md"
    plan, issues = read_plan(path, (ROOT / path).read_bytes())
    assert plan is not None, issues
    assert not issues
    return plan


def printed(plan: Plan, body: str) -> str:
    signer = plan.signer
    parts = [
        *plan.motto,
        f"Số: {plan.code}" if plan.code else "",
        plan.date_line or "",
        plan.type_name.upper(),
        plan.subject,
        body,
        "Nơi nhận:",
        *(f"- {recipient}" for recipient in plan.recipients),
        signer.authority or "",
        signer.position or "",
        signer.full_name or "",
    ]
    return squeezed("".join(parts))


@pytest.mark.parametrize("key", ORIGINALS)
def test_a_plan_holds_its_original_and_nothing_else(key: str) -> None:
    plan = load(key)
    text = (FILES / ORIGINALS[key]).read_text(encoding="utf-8")
    stamps = [datetime.fromisoformat(stamp) for stamp in STAMP.findall(text)]
    assert [datetime.fromisoformat(stamp) for stamp in plan.stamps] == stamps
    expected = squeezed(STAMP.sub("", text))
    assert printed(plan, plan.source[plan.body_start :]) == expected
    blocks = "".join(block.mark + block.text for block in plan.blocks)
    assert printed(plan, blocks) == expected


@pytest.mark.parametrize("key", ORIGINALS)
def test_wraps_are_healed_and_nothing_is_cited_by_hand(key: str) -> None:
    body = (plan := load(key)).source[plan.body_start :]
    for paragraph in body.strip().split("\n\n"):
        assert "\n" not in paragraph
        assert not re.search(r"\w-$", paragraph)
    assert "](" not in body
    assert "{:" not in body


def test_numbers_broken_by_a_wrap_are_whole_and_slips_are_kept() -> None:
    pho_minh, bai_chay = (ROOT / f"plans/2024/{name}.md" for name in ("pho-minh", "bai-chay"))
    assert "Quyết định số 866-QĐ/TU" in pho_minh.read_text(encoding="utf-8")
    assert "quyết sô 45-NQ/HĐND phường" in bai_chay.read_text(encoding="utf-8")


@pytest.mark.parametrize("key", ORIGINALS)
def test_values_that_the_text_does_not_state_are_said_to_be_inferred(key: str) -> None:
    plan = load(key)
    text = squeezed((FILES / ORIGINALS[key]).read_text(encoding="utf-8"))
    for key, value in {"cơ quan ban hành": plan.issuer, "tỉnh": plan.province or ""}.items():
        assert key in plan.inferred or squeezed(value) in text
    for quoted in re.findall("“([^”]+)”", " ".join(plan.inferred.values())):
        assert squeezed(quoted) in text
    assert plan.code_number is None or plan.code_number in text


@pytest.mark.parametrize("key", ORIGINALS)
def test_headings_are_those_of_the_reading_by_hand(key: str) -> None:
    gold = json.loads((Path(__file__).parent / "outlines.json").read_text(encoding="utf-8"))[key]
    headings = [b for b in load(key).blocks if b.kind is BlockKind.HEADING]
    assert [[b.level, f"{b.mark} {b.text}"] for b in headings] == gold


@pytest.mark.parametrize("key", ORIGINALS)
def test_no_errors_in_the_five(key: str) -> None:
    path = load(key).path
    assert not [i for i in read_plan(path, (ROOT / path).read_bytes())[1] if i.severity is Severity.ERROR]
