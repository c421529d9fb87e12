"""What a citizen is shown of doubtful citations: one entry a place, in words about the plan, not about its file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from tests.conftest import ROOT, TODAY

from danbiet import addresses
from danbiet.check.engine import run
from danbiet.pages.doubts import DEAD, KINDS, MAYBE, UNREGISTERED, WRITTEN, Doubt, Kind, doubts, issues_at
from danbiet.pages.index import Index
from danbiet.site import load


@pytest.fixture(scope="module")
def found() -> dict[Kind, list[Doubt]]:
    site = load(ROOT, TODAY)
    index = Index.of(replace(site, issues=tuple(run(site))))
    return doubts(list(site.plans.values()), index, issues_at(index), addresses.CITATION_CHECKING)


def test_what_is_inferred_stands_apart_from_what_is_known(found: dict[Kind, list[Doubt]]) -> None:
    assert [entry.target.text for entry in found[DEAD]] == ["Pháp lệnh số 34/2007/PL-UBTVQH11"]
    assert [entry.target.text for entry in found[MAYBE]] == ["Thông tư số 01/2016/TT-BNV"]
    assert "(suy luận)" in found[MAYBE][0].observed[0]


def test_a_place_is_told_once(found: dict[Kind, list[Doubt]]) -> None:
    seen = Counter((e.printed, e.where.href, e.plan) for entries in found.values() for e in entries)
    slip = next(entry for entry in found[WRITTEN] if entry.printed.startswith("Nghị quyết sô 45-NQ/HĐND"))
    assert seen[(slip.printed, slip.where.href, slip.plan)] == 1
    assert slip.where.text == "mục I.2"
    assert slip.observed == (
        "chữ “số” viết thành “sô”",
        "số, ký hiệu viết theo lối văn bản của Đảng mà cơ quan ban hành là cơ quan nhà nước",
        "viện dẫn lần đầu mà không ghi ngày ban hành",
    )


def test_nobody_is_given_orders_or_files(found: dict[Kind, list[Doubt]]) -> None:
    said = [text for entries in found.values() for entry in entries for text in entry.observed]
    assert said
    assert not [text for text in said if "plans/" in text or "giải trình" in text or text.startswith("Viết")]


def test_kinds_come_in_one_order(found: dict[Kind, list[Doubt]]) -> None:
    assert list(found) == [kind for kind in KINDS if kind in found]
    assert not {entry.observed for entry in found.get(UNREGISTERED, [])} - {()}
