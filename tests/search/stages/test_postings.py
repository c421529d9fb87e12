"""What Python codes the browser reads."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from danbiet.search import shards
from danbiet.search.postings import Index, Passage, number_code

pytestmark = pytest.mark.browser


def test_gaps_are_read_as_they_were_written(run: Callable[..., Any]) -> None:
    chance = random.Random("gaps")
    lists = [sorted(chance.sample(range(10 ** chance.randint(1, 7)), 9)) for _ in range(60)]
    coded = [
        "".join(number_code(b - a - 1) for a, b in pairwise([-1, *documents])) for documents in (*lists, [])
    ]
    read = """all => all.map(gaps => {
      let next = 0;
      return Array.from(decode(gaps), gap => (next += gap + 1) - 1);
    })"""
    assert run(read, coded) == [*lists, []]


def test_tasks_are_read_as_they_were_written(run: Callable[..., Any]) -> None:
    index = Index()
    index.add([Passage("lập", tasks=1 << 29), Passage("lập", tasks=5)])
    index.add([Passage("lập")])
    index.add([Passage("lập", tasks=2)])
    (_, _, coded), *_ = index.singles()
    tasks = run(
        "g => { const e = entriesIn(g, 'lap', false)[0]; return [e.flags, Array.from(decode(e.tasks))]; }",
        f"~lap{coded}",
    )
    assert tasks == ["404", [(1 << 29) + 5, 2]]


def test_an_entry_is_found_alone_and_with_what_it_may_become(run: Callable[..., Any]) -> None:
    index = Index()
    index.add([Passage("dân chủ, dân chúng")])
    index.add([Passage("dân chủ dân chu")])
    files = shards.cut(index.pairs(), "b", 9_000)[1]
    group = files["b0"]["dan"]  # type: ignore[index]
    alone, open_ = run(
        "g => [false, true].map(o => entriesIn(g, 'chu', o).map(e => [e.key, e.marks]))", group
    )
    assert alone == [["chu", "a,r"], ["chu", "a,"]]
    assert open_ == [["chu", "a,r"], ["chu", "a,"], ["chung", "a,s"]]
    assert run("g => entriesIn(g, 'ch', false)", group) == []


def test_a_name_leads_to_the_last_file_that_begins_before_it(run: Callable[..., Any]) -> None:
    starts = ["", "ba", "dan c", "doi"]
    names = ["a", "ba", "bat", "dan a", "dan chu", "doi", "vi"]
    found = run("([starts, names]) => names.map(n => fileOf(starts, n))", [starts, names])
    assert found == [0, 1, 1, 1, 2, 3, 3]
