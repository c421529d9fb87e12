"""Whether a search finds what a reader knows to be there: known-item queries made from the plans."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser
from tests.tools.bench_browser import SearchPage, ask, firsts, phone
from tests.tools.bench_corpus import MadePlan
from tests.tools.bench_serve import Served

from danbiet.text import fold

KINDS = (
    "cụm từ có dấu",
    "cụm từ không dấu",
    "cụm từ trong ngoặc kép",
    "đơn vị và năm",
    "đơn vị và năm, không dấu",
    "số đầy đủ",
    "số và năm",
)
_RUN = re.compile(r"(?:[^\W\d_]+ ){2,}[^\W\d_]+")
_NUMBER = re.compile(r"\b(\d{1,4}/20\d\d)/[A-ZĐ][A-ZĐa-z-]*\d*")
_UNIT = re.compile(r"năm (\d{4}) của UBND (.+)$")
_PATIENCE = 5_000  # ms for an answer once the index is there


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and how the address of a right page begins (any of these)."""

    kind: str
    words: str
    right: tuple[str, ...]


def queries(made: list[MadePlan], each: int) -> list[Query]:
    """Phrases that stand in one plan only, plans by unit and year, instruments by number."""
    chance = random.Random(7)
    texts = {plan.key: f" {' '.join(re.findall('[a-z0-9]+', fold(plan.body)))} " for plan in made}
    return [
        *_several(each, _phrases(chance, made, texts)),
        *_several(each // 2, _units(chance, made)),
        *_several(each // 2, _numbers(chance, made)),
    ]


def _several(count: int, pairs: Iterator[tuple[Query, ...]]) -> list[Query]:
    return [query for _, pair in zip(range(count), pairs, strict=False) for query in pair]


def _phrases(
    chance: random.Random, made: list[MadePlan], texts: dict[str, str]
) -> Iterator[tuple[Query, ...]]:
    while True:
        plan = chance.choice(made)
        syllables = chance.choice(_RUN.findall(plan.body)).split()
        length = chance.randint(3, 5)
        start = chance.randint(0, max(0, len(syllables) - length))
        words = " ".join(syllables[start : start + length])
        plain = fold(words)
        if sum(f" {plain} " in text for text in texts.values()) == 1:
            yield (
                Query(KINDS[0], words, (f"{plan.key}/",)),
                Query(KINDS[1], plain, (f"{plan.key}/",)),
                Query(KINDS[2], f'"{words}"', (f"{plan.key}/",)),
            )


def _units(chance: random.Random, made: list[MadePlan]) -> Iterator[tuple[Query, ...]]:
    while True:
        plan = chance.choice(made)
        found = _UNIT.search(plan.title)
        if found:
            right = tuple(f"{other.key}/" for other in made if other.title == plan.title)
            words = f"{found[2]} {found[1]}"
            yield Query(KINDS[3], words, right), Query(KINDS[4], fold(words), right)


def _numbers(chance: random.Random, made: list[MadePlan]) -> Iterator[tuple[Query, ...]]:
    while True:
        found = chance.choice(list(_NUMBER.finditer(chance.choice(made).body)))
        for_number = [f"{plan.key}/" for plan in made if found[0] in plan.body]
        for_short = [f"{plan.key}/" for plan in made if found[1] in plan.body]
        instrument = f"van-ban/{{}}-{found[1].replace('/', '-')}-"
        yield (
            Query(KINDS[5], found[0], (*for_number, instrument)),
            Query(KINDS[6], found[1], (*for_short, instrument)),
        )


def shares(
    browser: Browser,
    site: Served,
    search: SearchPage,
    asked: list[Query],
    missed: Callable[[Query, list[str]], None] = lambda query, got: None,
) -> dict[str, float]:
    """By kind of query: the share with a right page among the first three results."""
    hits = dict.fromkeys(KINDS, 0)
    with phone(browser) as page:
        page.goto(site.address + search.path, wait_until="load")
        ask(page, search, "kế hoạch")
        for query in asked:
            got = firsts(page, search) if ask(page, search, query.words, _PATIENCE) else []
            if any(_is_right(address, query) for address in got):
                hits[query.kind] += 1
            else:
                missed(query, got)
    return {kind: hits[kind] / n for kind in KINDS if (n := sum(query.kind == kind for query in asked))}


def _is_right(address: str, query: Query) -> bool:
    """A page of danbiet (``ke-hoach/<năm>/<slug>/``, ``van-ban/<loại>-<số>-<năm>-…/``) or of a peer."""
    address = address.removeprefix("ke-hoach/")
    instrument = re.sub(r"^van-ban/[a-z]+-", "van-ban/{}-", address)
    return address.startswith(query.right) or instrument.startswith(query.right)
