"""A Site from the files that make_corpus.py writes, without the reading rooms: for tests of search alone.

python tests/tools/corpus_site.py N OUT     writes the index and a bare search page to OUT
"""

from __future__ import annotations

import hashlib
import random
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import yaml

from danbiet.model import (
    Block,
    BlockKind,
    Body,
    Citation,
    Deadline,
    Duty,
    Instrument,
    Mention,
    MentionKind,
    Obligation,
    PartialDate,
    Plan,
    Site,
    Unit,
)
from danbiet.text import MappedText, MappedTextBuilder, collapse, fold, slug

sys.path.insert(0, str(Path(__file__).parent))
import make_corpus

ORIGINALS = Path(__file__).resolve().parents[1] / "plans" / "originals"
_CITED = re.compile(r"^- (Luật|Nghị định|Thông tư|Quyết định|Nghị quyết) số (\S+) (.*);$", re.M)
_DUE = re.compile(r"\d\d/\d\d/20\d\d")
_CODES = {"Luật": "luat", "Nghị định": "nd", "Thông tư": "tt", "Quyết định": "qd", "Nghị quyết": "nq"}


def corpus(count: int, originals: Path = ORIGINALS) -> Iterable[tuple[str, str]]:
    """(path, text) of ``count`` plan-like files; the first are the same for every count."""
    pools = make_corpus.load(originals)
    instruments = make_corpus.instruments(random.Random("1"))
    for i in range(count):
        yield make_corpus.plan(i, "1", 15000, 0.2, pools, instruments)


def site_of(files: Iterable[tuple[str, str]]) -> Site:
    """A site of these plans, with the instruments they name and the obligations of their last part."""
    plans: dict[str, Plan] = {}
    citations: dict[str, tuple[Citation, ...]] = {}
    obligations: dict[str, tuple[Obligation, ...]] = {}
    instruments: dict[str, Instrument] = {}
    bodies: dict[str, Body] = {}
    units: dict[str, Unit] = {}
    plan_bodies: dict[str, str] = {}
    for path, text in files:
        plan = read(path, text)
        body_id = slug(f"{plan.province or ''} {plan.issuer}")
        bodies[body_id] = Body(id=body_id, name=plan.issuer, level="xa", place=plan.place or "")
        plans[plan.key], plan_bodies[plan.key] = plan, body_id
        found = [_instrument(*m.groups()) for m in _CITED.finditer(text)]
        instruments.update((i.id, i) for i in found)
        citations[plan.key] = tuple(_citation(plan, i) for i in found)
        obligations[plan.key] = tuple(_obligations(plan, body_id, units))
    return Site(
        today=date(2026, 11, 20),
        plans=plans,
        citations=citations,
        obligations=obligations,
        instruments=instruments,
        bodies=bodies,
        plan_bodies=plan_bodies,
        units=units,
    )


def read(path: str, text: str) -> Plan:
    """A plan from a generated file: headings, items and paragraphs each on one line."""
    _, front, _ = text.split("---\n", 2)
    facts: Mapping[str, object] = yaml.load(front, yaml.CSafeLoader)
    year, name = path.removesuffix(".md").split("/")
    issued = str(facts["ngày ban hành"])
    start = text.index("---\n", 4) + 4
    return Plan(
        path=f"plans/{path}",
        year=int(year),
        slug=name,
        source=text,
        body_start=start,
        subject=str(facts["trích yếu"]),
        issuer=str(facts["cơ quan ban hành"]),
        code=str(facts["số ký hiệu"]),
        issued=PartialDate(*map(int, issued.split("-"))),
        place=str(facts["địa danh"]),
        blocks=tuple(_blocks(text, start)),
    )


def mapped(text: str, start: int) -> MappedText:
    """The text as it stands in its source."""
    builder = MappedTextBuilder()
    builder.add(text, start)
    return builder.build()


def _blocks(text: str, start: int) -> Iterable[Block]:
    for line in re.finditer(r"[^\n]+", text[start:]):
        words = line[0]
        at = start + line.start()
        kind, mark = BlockKind.PARAGRAPH, ""
        if head := re.match(r"(#+) (\S+) ", words):
            kind, mark, words = BlockKind.HEADING, head[2], words[head.end() :]
        elif words.startswith("- "):
            kind, mark, words = BlockKind.ITEM, "-", words[2:]
        anchor = f"doan-{hashlib.sha256(fold(words).encode()).hexdigest()[:8]}"
        at += len(line[0]) - len(words)
        yield Block(
            kind=kind,
            words=mapped(words, at),
            start=start + line.start(),
            end=start + line.end(),
            mark=mark,
            anchor=anchor,
        )


def _instrument(kind: str, number: str, title: str) -> Instrument:
    return Instrument(id=f"{_CODES[kind]}-{slug(number)}", type_name=kind, number=number, title=title)


def _citation(plan: Plan, instrument: Instrument) -> Citation:
    mention = Mention(
        start=0, end=0, core_start=0, core_end=0, raw="", type_name="", kind=MentionKind.NUMBERED
    )
    return Citation(plan_key=plan.key, mention=mention, page_id=instrument.id, instrument=instrument.id)


def _obligations(plan: Plan, body_id: str, units: dict[str, Unit]) -> Iterable[Obligation]:
    unit, assigning = None, False
    for block in plan.blocks:
        if block.kind is BlockKind.HEADING:
            assigning = assigning or block.text == "Tổ chức thực hiện"
            unit = Unit(id=f"{slug(block.text)}--{body_id}", name=block.text, body_id=body_id)
        elif assigning and unit and "báo cáo UBND" in block.text:
            units[unit.id] = unit
            yield _obligation(plan, unit, block)


def _obligation(plan: Plan, unit: Unit, block: Block) -> Obligation:
    words = collapse(block.text)
    deadlines = tuple(
        Deadline(raw=m[0], start=m.start(), end=m.end(), when="", due=None, basis="")
        for m in _DUE.finditer(words)
    )
    duty = Duty(
        text=words,
        start=block.words.offsets.at(0),
        end=block.end,
        unit=unit.name,
        deadlines=deadlines,
        anchor=block.anchor,
    )
    digest = hashlib.sha256(f"{words} {unit.id}".encode()).hexdigest()[:8]
    return Obligation(id=f"{plan.year}-{plan.slug}-{digest}", plan_key=plan.key, unit_id=unit.id, duty=duty)
