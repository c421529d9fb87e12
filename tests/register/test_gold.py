"""The five real plans: what each of the 108 mentions means, outside a site and inside one."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from danbiet import cite
from danbiet.model import MentionKind
from danbiet.register import Context, body_for, infer_body, merge, packaged, read_local, resolve, unit_for

TESTS = Path(__file__).parents[1]
GOLD = {
    k: v for k, v in json.loads((TESTS / "golden" / "seeds.json").read_text("utf-8")).items() if k != "about"
}
LOCAL = {
    f"plans/_danh-muc/{p.name}": p.read_bytes() for p in (TESTS.parent / "plans" / "_danh-muc").glob("*.yml")
}


def original(name: str) -> str:
    return (TESTS / "plans" / "originals" / name).read_text("utf-8")


def body_of(name: str, register):
    metadata = GOLD[name]["metadata"]
    return body_for(metadata["issuing_body"], metadata["province"], register)


@pytest.mark.parametrize("name", GOLD)
@pytest.mark.parametrize("with_body", [False, True])
def test_every_mention_leads_to_its_instrument(name, with_body):
    text, register = original(name), packaged()
    body = body_of(name, register) if with_body else None
    found = resolve(cite.find(text), Context(body=body, text=text), register)
    assert [c.instrument for c in found] == [c["canonical"] for c in GOLD[name]["citations"]]


@pytest.mark.parametrize("name", GOLD)
def test_raw_text_names_its_body(name):
    assert infer_body(original(name), packaged()).id == body_of(name, packaged()).id


@pytest.mark.parametrize("name", GOLD)
def test_every_unit_is_registered_under_one_id(name):
    local, issues = read_local(LOCAL)
    register = merge(packaged(), local)
    body = body_of(name, register)
    assert not issues
    for obligation in GOLD[name]["obligations"]:
        unit = unit_for(obligation["unit"], body, register)
        assert (unit.id, unit.registered) == (f"{obligation['unit_id']}--{body.id}", True)


def renamed(text: str) -> str:
    """The plan as another ward, in another province, would have written it."""
    names = {
        "Thanh Miện": "Tân Lập", "Vĩnh Linh": "Sông Hinh", "Bãi Cháy": "Tân Thạnh", "Phổ Minh": "Hòa Lợi",
        "Chí Minh": "Bình Tân", "Hạ Long": "Tam Kỳ", "Đức Phổ": "Bến Cát", "Hải Dương": "Bình Phước",
        "Quảng Trị": "Phú Yên", "Quảng Ninh": "Quảng Nam", "Quảng Ngãi": "Bình Dương",
    }  # fmt: skip
    for old, new in names.items():
        text = re.sub(r"\s+".join(old.split()), new, text)
    return text


@pytest.mark.parametrize("name", GOLD)
def test_another_wards_plan_is_never_led_to_these_bodies_instruments(name):
    text = renamed(original(name))
    found = resolve(cite.find(text), Context(text=text), packaged())
    local = [c.instrument for c in found if c.instrument and "--" in c.instrument]
    candidates = [c.candidates for c in found if any("--" in key for key in c.candidates)]
    assert (local, candidates) == ([], [])
    assert all(c.page_id for c in found)


@pytest.mark.parametrize("name", GOLD)
def test_another_number_is_another_instrument(name):
    text = original(name)
    mentions = cite.find(text)
    changed = text
    for mention in reversed(mentions):
        if mention.number:
            core = changed[mention.core_start : mention.core_end]
            other = re.sub(r"\d+", lambda m: str(int(m[0]) + 7000), core, count=1)
            changed = changed[: mention.core_start] + other + changed[mention.core_end :]
    found = resolve(cite.find(changed), Context(text=changed), packaged())
    assert [c.instrument for c in found if c.mention.number and c.instrument] == []


DAMAGE = {
    "dòng mới giữa các chữ": lambda raw: raw.replace(" ", "\n"),
    "hai dấu cách": lambda raw: raw.replace(" ", "  "),
    "dấu cách không ngắt": lambda raw: raw.replace(" ", "\N{NO-BREAK SPACE}"),
    "NFD": lambda raw: unicodedata.normalize("NFD", raw),
    "Ð thay Đ": lambda raw: raw.replace("Đ", "Ð"),
    "thiếu chữ số": lambda raw: re.sub(r"số\s*", "", raw, count=1),
    "viết hoa": str.upper,
    "dấu cách sau gạch nối": lambda raw: re.sub(r"-(?=[A-ZĐ])", "- ", raw),
    "gạch nối mềm": lambda raw: raw.replace("/", "/\N{SOFT HYPHEN}"),
    "in đậm": lambda raw: f"**{raw}**",
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("name", GOLD)
def test_damage_to_every_mention_changes_no_instrument(name, damage):
    text = original(name)
    pieces, last = [], 0
    for mention in cite.find(text):
        words = text[mention.start : mention.end]
        # In capitals a vague mention is a heading ("QUY ĐỊNH CỦA …") and points at nothing.
        spared = mention.kind is MentionKind.VAGUE and damage == "viết hoa"
        pieces += [text[last : mention.start], words if spared else DAMAGE[damage](words)]
        last = mention.end
    damaged = "".join([*pieces, text[last:]])
    found = resolve(cite.find(damaged), Context(text=damaged), packaged())
    assert [c.instrument for c in found] == [c["canonical"] for c in GOLD[name]["citations"]]


def test_golden_cases():
    cases = yaml.safe_load((TESTS / "golden" / "register" / "resolve.yml").read_text("utf-8"))
    wrong = []
    for case in cases:
        body = body_for(case["cơ quan"], case.get("tỉnh"), packaged()) if "cơ quan" in case else None
        found = resolve(cite.find(case["chữ"]), Context(body=body, text=case["chữ"]), packaged())
        got = [c.instrument or f"? {c.page_id}" for c in found]
        if got != case["là"]:
            wrong.append((case["chữ"], case["là"], got))
    assert wrong == []
