"""Reading: what citations, obligations and structure cost beside Python-Markdown on the same plans."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from typing import Any

import markdown
from tests.cite.test_cost import HOSTILE
from tests.tools.bench_corpus import MadePlan
from tests.tools.bench_report import Row

from danbiet import cite, oblige, parse

PEER = "Python-Markdown"
MEGABYTES = (1, 2, 5, 10)
HOSTILE_SIZE = 100_000

# Beside the strings that the tests of reading hold: spaces, words of all forms at random.
MIXED = 12


def rows(made: list[MadePlan]) -> Iterator[Row]:
    """Citations, obligations, parsing; growth up to 10 MB; hostile strings."""
    for plan in made[:2]:  # lexicons are loaded on first use
        cite.find(plan.text)
        _duties(_parsed(plan))
    page = markdown.Markdown(extensions=["tables", "attr_list", "toc"])
    peer = _best(lambda: [page.reset().convert(plan.body) for plan in made])
    parsed = [_parsed(plan) for plan in made]
    cited = _best(lambda: [cite.find(plan.text) for plan in made])
    yield Row("viện dẫn (cite.find)", "s", cited, {PEER: peer}, most=peer)
    yield Row(
        "cấu trúc (parse.read_plan)", "s", _best(lambda: [_parsed(plan) for plan in made]), {PEER: peer}
    )
    yield Row("việc (oblige.read)", "s", _best(lambda: [_duties(plan) for plan in parsed], 1), {PEER: peer})
    yield from _growth(made)
    yield from _hostile(peer / sum(len(plan.text) for plan in made) * HOSTILE_SIZE)


def _parsed(plan: MadePlan) -> Any:
    return parse.read_plan(f"plans/{plan.path}", plan.text.encode())[0]


def _duties(plan: Any) -> object:
    return oblige.read(plan.blocks, year=plan.year, issued=plan.issued)


def _growth(made: list[MadePlan]) -> Iterator[Row]:
    """Seconds a megabyte: the same at 10 MB as at 1 MB where reading is linear."""
    whole = "\n\n".join(plan.body for plan in made)
    size = len(whole.encode())
    first = None
    for megabytes in MEGABYTES:
        text = (whole * (megabytes * 10**6 // size + 1)).encode()[: megabytes * 10**6].decode(errors="ignore")
        spent = _best(lambda text=text: cite.find(text), 1) / megabytes
        first = first or spent
        note = f"{spent / first:.2f} lần so với 1 MB".replace(".", ",")
        yield Row(f"viện dẫn trong một văn bản {megabytes} MB", "s/MB", spent, note=note, most=1.5 * first)


def _hostile(peer: float) -> Iterator[Row]:
    """The worst of the hostile strings beside Python-Markdown's time for as much ordinary text; its growth."""
    spent = {text: (name, _best(lambda text=text: cite.find(text), 1)) for name, text in _hostile_texts()}
    worst = sorted(spent, key=lambda text: spent[text][1], reverse=True)
    note = "chậm nhất: " + ", ".join(spent[text][0] for text in worst[:3])
    yield Row("chuỗi thù địch 100 kB", "s", spent[worst[0]][1], {PEER: peer}, most=1, note=note)
    growth = max(
        _best(lambda text=text: cite.find(text)) / _best(lambda text=text: cite.find(text[: len(text) // 2]))
        for text in worst[:5]
    )
    yield Row("chuỗi thù địch: 100 kB so với 50 kB", "lần", growth, most=3)


def _hostile_texts() -> Iterator[tuple[str, str]]:
    for piece in HOSTILE:
        yield repr(piece), (piece * (HOSTILE_SIZE // len(piece) + 1))[:HOSTILE_SIZE]
    chance = random.Random(1)
    for i in range(MIXED):
        some = chance.sample(HOSTILE, 4)
        yield f"ngẫu nhiên {i}", "".join(chance.choice(some) for _ in range(HOSTILE_SIZE))[:HOSTILE_SIZE]


def _best(run: Callable[[], object], times: int = 2) -> float:
    """Seconds of processor, the least of some runs: other work on the machine weighs little."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    return min(spent)
