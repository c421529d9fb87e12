"""Each template uses exactly the fields that its context class documents."""

from __future__ import annotations

from dataclasses import fields

import pytest
from jinja2 import meta

from danbiet.pages import (
    checking_overview,
    checking_table,
    citation_checking,
    deadlines,
    fixed,
    home,
    instrument_list,
    instruments,
    plan,
    plan_history,
    plans,
    units,
)
from danbiet.templates import environment, theme_root

CONTEXTS = {
    "checking": checking_table.CheckingContext,
    "checking_overview": checking_overview.CheckingOverviewContext,
    "citation_checking": citation_checking.CitationCheckingContext,
    "citation_overview": citation_checking.CitationOverviewContext,
    "data": fixed.DataContext,
    "deadline_list": deadlines.DeadlineListContext,
    "deadlines": deadlines.DeadlinesContext,
    "home": home.HomeContext,
    "instrument": instruments.InstrumentContext,
    "instruments": instrument_list.InstrumentsContext,
    "offline": fixed.OfflineContext,
    "plan": plan.PlanContext,
    "plan_history": plan_history.PlanHistoryContext,
    "plans": plans.PlansContext,
    "search": fixed.SearchContext,
    "unit": units.UnitContext,
    "units": units.UnitsContext,
}


@pytest.mark.parametrize("kind", CONTEXTS)
def test_a_template_uses_exactly_what_is_documented(kind: str) -> None:
    source = (theme_root() / "pages" / f"{kind}.html").read_text("utf-8")
    used = meta.find_undeclared_variables(environment().parse(source))
    assert used == {f.name for f in fields(CONTEXTS[kind])}


def test_every_template_has_a_context() -> None:
    assert {path.stem for path in (theme_root() / "pages").glob("*.html")} == set(CONTEXTS)


def test_every_component_and_its_files_share_a_name() -> None:
    for folder in (theme_root() / "components").iterdir():
        assert folder.name in {path.stem for path in folder.iterdir()}
