"""What can be found: plans (with their obligations), instruments and units, as the index and the reader see them.

A document is what is indexed (``passages``) and what its result is made from (``record``, short
keys, since a phone fetches one for each result shown).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from danbiet import addresses, words
from danbiet.model import (
    Block,
    BlockKind,
    Body,
    Instrument,
    Obligation,
    Plan,
    Site,
    Unit,
)
from danbiet.progress import State, Tracked
from danbiet.search.order import Task, force_letter
from danbiet.search.postings import MOST_TASKS, Level, Passage
from danbiet.text import nfc

PIECE = 6_000  # characters of a plan in one file: about 2.7 kB packed

Record = dict[str, object]
States = Mapping[str, Sequence[Tracked]]


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found. Its ``tasks`` stand in the order of the record's."""

    passages: tuple[Passage, ...]
    record: Record
    tasks: tuple[Task, ...] = ()


def plan_documents(plan: Plan, site: Site, states: States) -> list[Document]:
    """A plan in pieces of about PIECE characters, each with its paragraphs and their tasks.

    A phone fetches only the piece that holds what was typed. Title and number are indexed with
    the first piece, at the level that says so.
    """
    obligations = site.obligations.get(plan.key, ())
    pieces, heading = [], ""
    for blocks in _cut(plan.blocks, [o.duty.start for o in obligations]) or [()]:
        pieces.append(_piece(plan, blocks, heading, site, states))
        heading = next((_shown(b.mark, b.text) for b in reversed(blocks) if _is_heading(b)), heading)
    first = pieces[0]
    pieces[0] = replace(
        first, passages=(*(Passage(t, Level.TITLE) for t in _titles(plan, site)), *first.passages)
    )
    outside, last = _outside_the_body(plan), pieces[-1]
    paragraphs = last.record["p"]
    assert isinstance(paragraphs, list)
    pieces[-1] = replace(
        last,
        passages=(*last.passages, *map(Passage, outside)),
        record=last.record | {"p": paragraphs + [["", text] for text in outside]},
    )
    return pieces


def _piece(plan: Plan, blocks: Sequence[Block], heading: str, site: Site, states: States) -> Document:
    start, end = (blocks[0].start, blocks[-1].end) if blocks else (0, 0)
    obligations = [o for o in site.obligations.get(plan.key, ()) if start <= o.duty.start < end]
    units = list(dict.fromkeys(o.unit_id for o in obligations))
    names = [site.units[u].name if u in site.units else "" for u in units]
    reporting = site.plan_bodies.get(plan.key) in site.bodies_reporting
    bits = [1 << min(i, MOST_TASKS - 1) for i in range(len(obligations))]
    of_unit = dict.fromkeys(units, 0)
    for obligation, bit in zip(obligations, bits, strict=True):
        of_unit[obligation.unit_id] |= bit
    passages = [
        *(Passage(b.text, Level.HEADING if _is_heading(b) else Level.BODY) for b in blocks),
        *(Passage(name, tasks=of_unit[u]) for u, name in zip(units, names, strict=True) if name),
        *(Passage(o.duty.text, tasks=bit) for o, bit in zip(obligations, bits, strict=True)),
    ]
    tasks = tuple(_task(o, states, reporting) for o in obligations)
    record: Record = {
        "a": addresses.plan(plan.key),
        "t": nfc(plan.subject),
        "k": " ".join(filter(None, [plan.type_name, _number(plan)])),
        "b": site.issuer_of(plan.key),
        "y": plan.year,
        "d": words.partial(plan.issued) if plan.issued else "",
        "s": heading,
        "p": [[b.anchor, _shown(b.mark, b.text)] for b in blocks],
        "h": [i for i, b in enumerate(blocks) if _is_heading(b)],
        "z": int(reporting),
        "u": [list(pair) for pair in zip(units, names, strict=True)],
        "o": [
            _obligation(o, blocks, units) | {"g": task.states}
            for o, task in zip(obligations, tasks, strict=True)
        ],
    }
    return Document(tuple(passages), record, tasks)


def _task(obligation: Obligation, states: States, reporting: bool) -> Task:
    return Task(
        unit_id=obligation.unit_id,
        states=tuple(_state(tracked.state) for tracked in states.get(obligation.id, ())),
        reporting=reporting,
    )


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING


def _cut(blocks: Sequence[Block], tasks: Sequence[int]) -> list[Sequence[Block]]:
    """Blocks in pieces of about PIECE characters with at most MOST_TASKS of the tasks that begin there."""
    pieces: list[Sequence[Block]] = []
    start, length, held = 0, 0, 0
    for i, block in enumerate(blocks):
        # A new piece rather begins with a heading than just before one ends.
        room = PIECE * 2 // 3 if _is_heading(block) else PIECE
        begin = sum(block.start <= task < block.end for task in tasks)
        if i > start and (length + len(block.text) > room or held + begin > MOST_TASKS):
            pieces.append(blocks[start:i])
            start, length, held = i, 0, 0
        length += len(block.text)
        held += begin
    if blocks:
        pieces.append(blocks[start:])
    return pieces


def instrument_document(instrument: Instrument, cited: int) -> Document:
    """An instrument: its number in every spelling, its title and its other names."""
    title = instrument.title
    number = "" if instrument.number_presumed else instrument.number or ""
    head = " ".join(filter(None, [instrument.type_name, number]))
    short = instrument.id.partition("--")[0].replace("-", " ")  # "nd 59 2023 nd cp": as people type it
    texts = dict.fromkeys(filter(None, [head, f"{head} {title}", short, *instrument.other_names]))
    record: Record = {
        "a": addresses.instrument(instrument.id),
        "t": head if number else title,
        "s": title if number else "",
        "n": list(instrument.other_names),
        "x": short,
        "b": instrument.issuer or "",
        "d": words.partial(instrument.issued) if instrument.issued else "",
        "y": instrument.issued.year if instrument.issued else 0,
        "c": cited,
        "g": force_letter(instrument),
    }
    passages = [Passage(text, Level.TITLE) for text in texts]
    return Document((*passages, Passage(instrument.issuer or "")), record)


def unit_document(unit: Unit, body: Body | None, duties: int) -> Document:
    """A unit: its names together with the body it belongs to."""
    name = body.name if body else ""
    texts = [unit.name, *unit.other_names, name]
    record: Record = {
        "a": addresses.unit(unit.id),
        "t": unit.name,
        "n": list(unit.other_names),
        "b": name,
        "c": duties,
    }
    return Document(tuple(Passage(text, Level.TITLE) for text in dict.fromkeys(filter(None, texts))), record)


def _titles(plan: Plan, site: Site) -> Iterator[str]:
    yield f"{plan.type_name} {plan.code or ''}"
    yield f"{plan.type_name} {plan.subject}"
    yield site.issuer_of(plan.key)
    if plan.place:
        yield plan.place
    yield f"năm {plan.year}"


def _outside_the_body(plan: Plan) -> tuple[str, ...]:
    signer = plan.signer
    signature = " ".join(filter(None, [signer.authority, signer.position, signer.full_name]))
    return tuple(filter(None, [plan.date_line or "", *plan.recipients, signature]))


def _number(plan: Plan) -> str:
    return f"số {plan.code}" if plan.code_number else ""


def _shown(mark: str, text: str) -> str:
    """The words with their printed mark where it says something: "III." and "a)", not "-"."""
    return f"{mark} {text}" if mark and mark[0].isalnum() else text


def _obligation(obligation: Obligation, blocks: Sequence[Block], units: list[str]) -> Record:
    duty = obligation.duty
    record: Record = {
        "a": addresses.obligation_anchor(obligation.id),
        "u": units.index(obligation.unit_id),
        "w": [d.raw for d in duty.deadlines],
    }
    for i, block in enumerate(blocks):
        if block.start <= duty.start < block.end:
            shown = _shown(block.mark, block.text)
            start = shown.find(duty.text)
            if start >= 0:  # the words are sent once, with their paragraph
                return record | {"p": [i, start, start + len(duty.text)]}
    return record | {"t": duty.text}


def _state(state: State) -> tuple[str, str, str]:
    """What the browser's half of the rule of states needs to say it for today."""
    turns = " ".join(f"{day.isoformat()}:{outcome}" for day, outcome in state.turns)
    return state.due.isoformat() if state.due else "", state.undated.value, turns
