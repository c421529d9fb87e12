"""state.js against states.py: one rule in two places gives one answer."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest

from danbiet import words
from danbiet.model import (
    Confirmation,
    Deadline,
    Duty,
    Evidence,
    Obligation,
    ProgressEntry,
    ProgressStage,
    Recurrence,
)
from danbiet.pages.standing import _FIRST as FIRST
from danbiet.pages.standing import rank, weight
from danbiet.progress import LOOKS, State, StateKind, occurrences, state_of
from danbiet.progress.state import FOUND, PARTIES
from danbiet.templates import environment

COMPONENT = Path(__file__).parents[2] / "theme" / "components" / "state"
IMPORT = '{% import "components/state/state.html" as c %}'
PROOF = (Evidence(title="Báo cáo", url="https://example.invalid/1"),)

pytestmark = pytest.mark.browser


def entry(
    day: date,
    stage: ProgressStage,
    *,
    proof: bool = True,
    confirmed: date | None = None,
    doubted: date | None = None,
) -> ProgressEntry:
    said = tuple(
        Confirmation(
            by=by,
            on=on,
            finding=finding,
            document_code="1/BB",
            document_date=on,
            document_file="bb.pdf",
        )
        for by, on, finding in (
            ("MTTQ phường Mẫu", confirmed, "đúng như báo cáo"),
            ("Ban TTND phường Mẫu", doubted, "không đúng"),
        )
        if on
    )
    return ProgressEntry(
        obligation_id="x",
        period=None,
        on=day,
        stage=stage,
        what="",
        reported_by="",
        evidence=PROOF if proof else (),
        confirmations=said,
    )


def dues() -> list[date | None]:
    """The edges of months and years, leap days, and the occurrences of a monthly series."""
    deadline = Deadline(raw="ngày 31 hàng tháng", start=0, end=1, when="---31", due=None, basis="")
    duty = Duty(text="", start=0, end=1, unit=None, deadlines=(deadline,), recurrence=(Recurrence.MONTHLY,))
    series = occurrences(Obligation(id="x", plan_key="2024/x", unit_id="u", duty=duty), 2024)
    edges = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 28), date(2024, 2, 29), date(2025, 2, 28)]
    return [None, *edges, *(one.due for one in series)]


def cases() -> list[tuple[State, State]]:
    """(as built on an early day, as Python sees it on a later one), around every turn of every due day."""
    found: list[tuple[State, State]] = []
    for due, reports, undated in product(
        dues(), (True, False), (StateKind.NO_DEADLINE, StateKind.UNCOMPUTED)
    ):
        anchor = due or date(2024, 6, 1)

        def day(shift: int, anchor: date = anchor) -> date:
            return anchor + timedelta(days=shift)

        histories: list[list[ProgressEntry]] = [
            [],
            [entry(day(-1), ProgressStage.DONE, confirmed=day(2))],
            [entry(anchor, ProgressStage.DONE, proof=False)],
            [entry(day(-16), ProgressStage.DONE, confirmed=day(-1), doubted=day(2))],
            [entry(day(1), ProgressStage.NOT_POSSIBLE, proof=False)],
            [entry(anchor, ProgressStage.DONE), entry(day(1), ProgressStage.UNDER_WAY)],
        ]
        for entries in histories:
            built = state_of(due, day(-40), entries, reports, undated)
            found += [
                (built, state_of(due, day(shift), entries, reports, undated))
                for shift in (-39, -17, -16, -15, -14, -1, 0, 1, 2, 3, 366)
            ]
    return found


def document(shown: list[State], as_of: date) -> str:
    template = environment().from_string(
        IMPORT + '<!doctype html><html lang="vi"><meta charset="utf-8">'
        "<p>{{ c.as_of(day, moving=true) }}</p>"
        "{% for one in states %}<p>{{ c.state(one) }}</p>{% endfor %}"
    )
    return template.render(states=shown, day=as_of)


READ = """() => [...document.querySelectorAll('[data-state]')].map(e => [
  e.dataset.state, e.className, e.querySelector('.state__shape').textContent,
  e.querySelector('.state__label').textContent, e.querySelector('.state__days').textContent])"""


def seen(state: State) -> list[str]:
    return [state.slug, state.css_class, state.shape, state.label, state.days_label]


RULE = """cases => cases.map(([a, today]) => {
  const undated = a["data-undated"] || "khong-neu-thoi-han";
  const got = danbietState.rule(a["data-due"], a["data-reports"] === "1", a["data-turns"] || "", undated, today);
  return [got.slug, danbietState.daysLabel(got.days), danbietState.label(got)];
})"""


def test_every_case_reads_alike_in_both_places(browser: Any) -> None:
    all_cases = cases()
    page = browser.new_page()
    page.set_content("<p></p>")
    page.add_script_tag(path=str(COMPONENT / "state.js"))
    found = page.evaluate(RULE, [[built.attributes, later.on.isoformat()] for built, later in all_cases])
    page.close()
    assert len(all_cases) > 3000
    for (built, later), got in zip(all_cases, found, strict=True):
        assert got == [later.slug, later.days_label, later.label], (built, later)


ORDERS = """sets => sets.map(states => {
  const box = document.createElement("div");
  states.forEach(([slug, due], n) => {
    const one = box.appendChild(document.createElement("p")).appendChild(document.createElement("span"));
    Object.assign(one.dataset, { state: slug, due: due, n: n });
  });
  const one = [...box.querySelectorAll("span")], by = list => list.map(e => Number(e.dataset.n));
  const rank = e => danbietState.leading(e.parentNode);
  return [by([...one].sort(danbietState.weigh)), danbietState.leading(box),
          by([...one].sort((a, b) => danbietState.compare(rank(a), rank(b))))];
})"""


def test_states_stand_in_one_order_in_both_places(browser: Any) -> None:
    rng = random.Random(20)
    all_states = [later for _, later in cases()]
    sets = [rng.choices(all_states, k=rng.randint(1, 12)) for _ in range(500)]
    page = browser.new_page()
    page.set_content("<p></p>")
    page.add_script_tag(path=str(COMPONENT / "state.js"))
    given = [[[one.slug, one.due.isoformat() if one.due else ""] for one in states] for states in sets]
    found = page.evaluate(ORDERS, given)
    page.close()
    for states, (weighed, lead, listed) in zip(sets, found, strict=True):
        numbers = range(len(states))
        assert weighed == sorted(numbers, key=lambda k, states=states: weight(states[k]))
        place, day = rank(states[weighed[0]])
        assert lead == [place, "9999" if day == date.max else day.isoformat()]
        assert listed == sorted(numbers, key=lambda k, states=states: rank(states[k]))


def test_a_page_built_one_day_reads_right_on_another(browser: Any) -> None:
    due, today = date(2024, 2, 29), date(2024, 3, 1)
    confirmed = [entry(date(2024, 2, 20), ProgressStage.DONE, confirmed=today)]
    kinds = [((), True), ((), False), (confirmed, True)]
    dues = [due, today, date(2024, 3, 20), None]
    chosen = [(d, entries, reports) for d, (entries, reports) in product(dues, kinds)]
    built = [state_of(d, date(2024, 2, 1), entries, reports) for d, entries, reports in chosen]
    page = browser.new_page()
    page.set_content(document(built, date(2024, 2, 1)))
    assert page.evaluate(READ) == [seen(state) for state in built]
    page.add_script_tag(path=str(COMPONENT / "state.js"))
    page.evaluate("danbietState.refresh('2024-03-01')")
    assert page.evaluate(READ) == [
        seen(state_of(d, today, entries, reports)) for d, entries, reports in chosen
    ]
    page.close()


def test_the_words_are_the_same_table(browser: Any) -> None:
    page = browser.new_page()
    page.set_content("<p></p>")
    page.add_script_tag(path=str(COMPONENT / "state.js"))
    assert page.evaluate("danbietState.looks") == {kind.value: list(look) for kind, look in LOOKS.items()}
    component: Any = environment().get_template("components/state/state.html").module
    assert page.evaluate("danbietState.short") == component.SHORT
    assert page.evaluate("danbietState.parties") == PARTIES
    assert page.evaluate("danbietState.found") == FOUND
    assert page.evaluate("danbietState.order") == [kind.value for kind in FIRST]
    page.close()


def test_few_words_stay_few(browser: Any) -> None:
    template = environment().from_string(
        IMPORT + '<p data-built datetime="2024-05-01"></p>{{ c.state(one, short=true) }}'
    )
    page = browser.new_page()
    page.set_content(template.render(one=state_of(date(2024, 5, 20), date(2024, 5, 1), (), True)))
    page.add_script_tag(path=str(COMPONENT / "state.js"))
    page.evaluate("danbietState.refresh('2024-05-25')")
    assert page.text_content(".state__label") == "quá hạn, chưa thấy báo cáo tại đây"
    assert page.get_attribute(".state", "title") == "quá hạn, chưa thấy báo cáo công bố tại đây"
    page.close()


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Kiritimati"])
@pytest.mark.parametrize(
    ("now", "today"),
    [
        ("2024-12-31T16:59:59Z", date(2024, 12, 31)),
        ("2024-12-31T17:00:00Z", date(2025, 1, 1)),
        ("2024-02-28T17:00:00Z", date(2024, 2, 29)),
    ],
)
def test_today_is_viet_nams_wherever_the_reader_is(browser: Any, zone: str, now: str, today: date) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(now)
    due = today - timedelta(days=1)
    page.set_content(document([state_of(due, due, (), body_reports=True)], due))
    page.add_script_tag(path=str(COMPONENT / "state.js"))
    assert page.evaluate(READ) == [seen(state_of(due, today, (), body_reports=True))]
    assert page.text_content("[data-as-of]") == words.day(today)
    assert page.get_attribute("[data-as-of]", "datetime") == today.isoformat()
    context.close()


def test_a_clock_before_the_day_of_building_changes_nothing(browser: Any) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time("2001-01-01T00:00:00Z")
    built = state_of(date(2024, 5, 20), date(2024, 5, 21), (), body_reports=True)
    page.set_content(document([built], date(2024, 5, 21)))
    page.add_script_tag(path=str(COMPONENT / "state.js"))
    assert page.evaluate(READ) == [seen(built)]
    assert page.text_content("[data-as-of]") == "21/5/2024"
    page.close()


def test_the_day_of_building_stays_where_it_belongs_to_what_does_not_move(browser: Any) -> None:
    template = environment().from_string(
        IMPORT + "<p>Thời hạn tới: 20/5/2024 ({{ c.as_of(day) }})</p>{{ c.state(one) }}"
    )
    due = date(2024, 5, 20)
    page = browser.new_page()
    page.clock.set_fixed_time("2024-05-25T00:00:00Z")
    page.set_content(template.render(day=date(2024, 5, 1), one=state_of(due, date(2024, 5, 1), (), True)))
    page.add_script_tag(path=str(COMPONENT / "state.js"))
    assert page.text_content("[data-built]") == "01/5/2024"
    assert page.evaluate(READ)[0][0] == "qua-han"
    page.close()


def test_others_are_told_when_states_moved(browser: Any) -> None:
    page = browser.new_page()
    page.set_content(document([], date(2024, 5, 21)))
    page.evaluate("document.addEventListener('danbiet:states', e => { window.told = e.detail; })")
    page.add_script_tag(path=str(COMPONENT / "state.js"))
    page.evaluate("danbietState.refresh('2030-01-01')")
    assert json.dumps(page.evaluate("window.told")) == '{"today": "2030-01-01"}'
    page.close()


@pytest.mark.parametrize("how", ["midnight", "back in view"])
def test_a_page_left_open_follows_the_day(browser: Any, how: str) -> None:
    page = browser.new_page()
    page.clock.install(time="2024-05-20T16:59:00Z")  # one minute before midnight in Việt Nam
    due = date(2024, 5, 20)
    page.set_content(document([state_of(due, due, (), body_reports=True)], due))
    page.add_script_tag(path=str(COMPONENT / "state.js"))
    assert page.text_content(".state__days") == "hôm nay là hạn"
    if how == "midnight":
        page.clock.run_for(120_000)
    else:
        page.clock.pause_at("2024-05-21T02:00:00Z")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate(READ) == [seen(state_of(due, date(2024, 5, 21), (), body_reports=True))]
    page.close()


def test_what_was_reported_later_waits_for_its_day(browser: Any) -> None:
    page = browser.new_page()
    page.set_content(document([], date(2024, 5, 21)) + '<p data-from="2024-05-30" hidden>Đã gửi</p>')
    page.add_script_tag(path=str(COMPONENT / "state.js"))
    for today, hidden in (("2024-05-29", True), ("2024-05-30", False)):
        page.evaluate(f"danbietState.refresh('{today}')")
        assert page.locator("[data-from]").is_hidden() is hidden
    page.close()


def test_days_pass_only_forward() -> None:
    """Without new reports a due day goes from ahead to soon to past, and never back."""
    order = [StateKind.UPCOMING, StateKind.SOON, StateKind.OVERDUE]
    due = date(2024, 3, 1)
    kinds = [state_of(due, due + timedelta(days=shift), (), True).kind for shift in range(-60, 60)]
    assert all(order.index(a) <= order.index(b) for a, b in pairwise(kinds))
