"""The working tables: whole as long as a page can bear it, then one a body, then one a year; never cut by state."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from danbiet.model import Obligation, Site
from danbiet.output import Settings
from danbiet.pages import checking
from danbiet.pages.index import Index

BODY = "hai-duong-phuong-an-lac"


def again(site: Site, year: int, body: str = BODY) -> Site:
    """The site with its plan once more, of another year or of another body."""
    key, obligations = next(iter(site.obligations.items()))
    plan = replace(site.plans[key], year=year, slug=f"dan-chu-{body}")

    def moved(o: Obligation) -> Obligation:
        unit = f"{o.unit_id.partition('--')[0]}--{body}"
        return replace(o, id=f"{year}-{body}-{o.id[-8:]}", plan_key=plan.key, unit_id=unit)

    owed = tuple(map(moved, obligations))
    of = {
        o.unit_id: replace(site.units[old.unit_id], id=o.unit_id, body_id=body)
        for o, old in zip(owed, obligations, strict=True)
    }
    return replace(
        site,
        plans={**site.plans, plan.key: plan},
        citations={**site.citations, plan.key: ()},
        obligations={**site.obligations, plan.key: owed},
        units={**site.units, **of},
        plan_bodies={**site.plan_bodies, plan.key: body},
    )


def tables(site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch, rows: int) -> Mapping[str, str]:
    monkeypatch.setattr(checking, "ROWS", rows)
    return {page.address: page.body for page in checking.render(Index.of(site), settings)}


def held(body: str) -> list[str]:
    return re.findall(r'<tr data-obligation="([^"]+)"', body)


def ids(site: Site, *years: int, body: str = "") -> list[str]:
    return sorted(
        o.id
        for key, group in site.obligations.items()
        for o in group
        if site.plans[key].year in years and (not body or site.plan_bodies[key] == body)
    )


def test_one_body_has_one_table_and_its_other_address_leads_there(
    site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tables(site, settings, monkeypatch, 1)  # however long: there is nothing to cut it by
    assert sorted(held(made["kiem-tra/"])) == ids(site, 2024)
    assert held(made[f"kiem-tra/{BODY}/"]) == []
    assert 'Tất cả ở <a href="../">một bảng</a>' in made[f"kiem-tra/{BODY}/"]
    assert set(made) == {"kiem-tra/", f"kiem-tra/{BODY}/"}


def test_several_bodies_stand_in_one_table_and_each_has_its_own(
    site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = again(site, 2024, "moi")
    made = tables(two, settings, monkeypatch, 100)
    assert sorted(held(made["kiem-tra/"])) == ids(two, 2024)
    for body in (BODY, "moi"):
        assert sorted(held(made[f"kiem-tra/{body}/"])) == ids(two, 2024, body=body)
        assert f'<a href="{body}/">' in made["kiem-tra/"]


def test_where_it_is_too_long_each_body_has_a_table_whole_with_all_its_filters(
    site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = again(again(site, 2025), 2024, "moi")
    made = tables(two, settings, monkeypatch, 6)
    assert held(made["kiem-tra/"]) == []
    assert "9 việc các kế hoạch đã giao: 9 dòng" in made["kiem-tra/"]
    assert sorted(held(made[f"kiem-tra/{BODY}/"])) == ids(two, 2024, 2025, body=BODY)
    table = made[f"kiem-tra/{BODY}/"]
    for name in ("don-vi", "ke-hoach", "nam", "trang-thai"):
        assert f'<select name="{name}">' in table
    units = {
        o.unit_id for key, group in two.obligations.items() for o in group if two.plan_bodies[key] == BODY
    }
    assert all(f'<option value="{unit}">' in table for unit in units)


def test_a_body_too_long_for_a_table_has_one_a_year(
    site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = again(site, 2025)
    made = tables(two, settings, monkeypatch, 3)
    assert set(made) == {"kiem-tra/", f"kiem-tra/{BODY}/", f"kiem-tra/{BODY}/2024/", f"kiem-tra/{BODY}/2025/"}
    for year in (2024, 2025):
        assert sorted(held(made[f"kiem-tra/{BODY}/{year}/"])) == ids(two, year)
        assert f'href="{BODY}/{year}/"' in made["kiem-tra/"]
        assert f'href="{year}/"' in made[f"kiem-tra/{BODY}/"]
    assert made["kiem-tra/"].count(f'id="{BODY}"') == 1
    assert "tính đến ngày" in made["kiem-tra/"]


def test_counts_of_tasks_and_of_rows_are_called_by_their_names(
    site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, (first, *rest) = next(iter(site.obligations.items()))
    monthly = replace(first.duty.deadlines[0], raw="ngày 20 hàng tháng", when="---20", due=None)
    owed = (replace(first, duty=replace(first.duty, deadlines=(monthly,))), *rest)
    made = tables(replace(site, obligations={key: owed}), settings, monkeypatch, 100)
    assert len(held(made["kiem-tra/"])) == 12
    assert "3 việc các kế hoạch đã giao: 12 dòng, mỗi lần đến hạn một dòng" in made["kiem-tra/"]


def test_that_the_past_could_not_be_looked_at_is_said_where_there_is_progress(
    site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = replace(site, unverified="bản sao git nông (shallow)")
    said = "Chưa kiểm được tiến độ đã công bố có bị sửa về sau hay không: bản sao git nông (shallow)."
    assert said in tables(lacking, settings, monkeypatch, 100)["kiem-tra/"]
    assert (
        "Chưa kiểm được" not in tables(replace(lacking, progress={}), settings, monkeypatch, 100)["kiem-tra/"]
    )
