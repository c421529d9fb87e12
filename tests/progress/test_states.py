"""The rule of states, and each time an obligation falls due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from danbiet.progress import StateKind, answers, occurrences, state_of, turns

DUE = date(2024, 5, 20)
PROOF = (Evidence(title="Báo cáo", url="https://example.invalid/1"),)


def entry(
    day: str,
    stage: ProgressStage = ProgressStage.DONE,
    *,
    proof: bool = True,
    said: tuple[Confirmation, ...] = (),
) -> ProgressEntry:
    return ProgressEntry(
        obligation_id="2024-x-00000001",
        period=None,
        on=date.fromisoformat(day),
        stage=stage,
        what="…",
        reported_by="Văn phòng",
        evidence=PROOF if proof else (),
        confirmations=said,
    )


def confirmation(
    day: str, finding: str = "đúng như báo cáo", by: str = "Ban TTND phường Mẫu"
) -> Confirmation:
    on = date.fromisoformat(day)
    return Confirmation(
        by=by, on=on, finding=finding, document_code="1/BB", document_date=on, document_file="a.pdf"
    )


def obligation(*deadlines: Deadline, recurrence: tuple[Recurrence, ...] = ()) -> Obligation:
    duty = Duty(text="…", start=0, end=1, unit=None, deadlines=deadlines, recurrence=recurrence)
    return Obligation(id="2024-x-00000001", plan_key="2024/x", unit_id="u--b", duty=duty)


def deadline(due: str | None, when: str = "", what: str = "", raw: str = "…") -> Deadline:
    day = date.fromisoformat(due) if due else None
    return Deadline(
        raw=raw, start=0, end=1, when=when or due or "", due=day, basis="ngày in trong văn bản", what=what
    )


@pytest.mark.parametrize(
    ("today", "kind", "days"),
    [
        ("2024-05-04", StateKind.UPCOMING, "còn 16 ngày"),
        ("2024-05-05", StateKind.SOON, "còn 15 ngày"),
        ("2024-05-19", StateKind.SOON, "còn 1 ngày"),
        ("2024-05-20", StateKind.SOON, "hôm nay là hạn"),
        ("2024-05-21", StateKind.OVERDUE, "đã qua 1 ngày"),
        ("2025-05-20", StateKind.OVERDUE, "đã qua 365 ngày"),
    ],
)
def test_late_begins_the_day_after(today: str, kind: StateKind, days: str) -> None:
    found = state_of(DUE, date.fromisoformat(today), (), body_reports=True)
    assert (found.kind, found.days_label) == (kind, days)


def test_a_body_that_publishes_no_progress_is_never_overdue() -> None:
    found = state_of(DUE, date(2026, 1, 1), (), body_reports=False)
    assert found.label == "Nơi ban hành chưa công bố tiến độ tại đây"
    assert found.days is None


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], StateKind.OVERDUE),
        ([entry("2024-05-18")], StateKind.REPORTED),
        ([entry("2024-05-18", proof=False)], StateKind.OVERDUE),
        ([entry("2024-05-18", ProgressStage.RECEIVED)], StateKind.OVERDUE),
        ([entry("2024-05-18", ProgressStage.UNDER_WAY)], StateKind.OVERDUE),
        ([entry("2024-05-18", ProgressStage.NOT_POSSIBLE, proof=False)], StateKind.NOT_POSSIBLE),
        ([entry("2024-05-18"), entry("2024-05-19", ProgressStage.UNDER_WAY)], StateKind.OVERDUE),
        ([entry("2024-05-18"), entry("2024-05-19", proof=False)], StateKind.REPORTED),
        ([entry("2024-05-18", said=(confirmation("2024-05-30"),))], StateKind.CONFIRMED),
        ([entry("2024-05-18", said=(confirmation("2024-05-30", "không đúng"),))], StateKind.REPORTED),
        ([entry("2024-05-18", said=(confirmation("2024-05-30", "đúng một phần"),))], StateKind.REPORTED),
        ([entry("2024-05-18", said=(confirmation("2024-05-30", by="UBND phường Mẫu"),))], StateKind.REPORTED),
        ([entry("2024-05-18", proof=False, said=(confirmation("2024-05-30"),))], StateKind.OVERDUE),
        ([entry("2024-05-18", said=(confirmation("2024-05-30"),)), entry("2024-05-20")], StateKind.CONFIRMED),
        (
            [
                entry("2024-05-18", said=(confirmation("2024-05-30"),)),
                entry("2024-05-20", ProgressStage.UNDER_WAY),
            ],
            StateKind.OVERDUE,
        ),
        (
            [
                entry(
                    "2024-05-18", said=(confirmation("2024-05-20"), confirmation("2024-05-30", "không đúng"))
                )
            ],
            StateKind.REPORTED,
        ),
        ([entry("2024-07-01")], StateKind.OVERDUE),
    ],
)
def test_what_was_reported_by_june(entries: list[ProgressEntry], expected: StateKind) -> None:
    assert state_of(DUE, date(2024, 6, 1), entries, body_reports=True).kind is expected
    assert state_of(DUE, date(2024, 6, 1), entries[::-1], body_reports=True).kind is expected


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ([("2024-05-30", "không đúng")], "đã báo cáo · Ban TTND: không đúng"),
        ([("2024-05-30", "đúng một phần")], "đã báo cáo · Ban TTND: đúng một phần"),
        ([("2024-05-25", "không đúng"), ("2024-05-30", "đúng như báo cáo")], "đã xác nhận"),
        (
            [("2024-05-25", "đúng như báo cáo"), ("2024-05-30", "không đúng")],
            "đã báo cáo · Ban TTND: không đúng",
        ),
        ([("2024-06-02", "không đúng")], "đã báo cáo"),
    ],
)
def test_who_does_not_find_a_report_true_is_heard(said: list[tuple[str, str]], label: str) -> None:
    one = entry("2024-05-18", said=tuple(confirmation(day, finding) for day, finding in said))
    assert state_of(DUE, date(2024, 6, 1), [one], body_reports=True).label == label


def test_one_partys_word_does_not_hide_the_others() -> None:
    both = (confirmation("2024-05-25", "không đúng"), confirmation("2024-05-30", by="Ủy ban MTTQ xã Mẫu"))
    state = state_of(DUE, date(2024, 6, 1), [entry("2024-05-18", said=both)], body_reports=True)
    assert state.label == "đã báo cáo · MTTQ: đúng như báo cáo; Ban TTND: không đúng"
    assert state.css_class == "state state--da-bao-cao state--khac-y"


def test_a_confirmation_without_its_document_does_not_count() -> None:
    bare = Confirmation(by="MTTQ phường Mẫu", on=date(2024, 5, 30), finding="đúng như báo cáo")
    assert (
        state_of(DUE, date(2024, 6, 1), [entry("2024-05-18", said=(bare,))], True).kind is StateKind.REPORTED
    )


def test_a_confirmation_counts_from_the_day_of_its_document() -> None:
    later = replace(confirmation("2024-05-25"), document_date=date(2024, 5, 30))
    reported = [entry("2024-05-18", said=(later,))]
    assert turns(reported) == ((date(2024, 5, 18), "done"), (date(2024, 5, 30), "confirmed"))
    assert state_of(DUE, date(2024, 5, 29), reported, True).kind is StateKind.REPORTED


def test_a_report_counts_for_a_body_however_it_declares_itself() -> None:
    assert state_of(None, date(2024, 6, 1), [entry("2024-05-18")], False).kind is StateKind.REPORTED


def test_turns_tell_each_change_once() -> None:
    entries = [
        entry("2024-05-01", ProgressStage.UNDER_WAY),
        entry("2024-05-18", said=(confirmation("2024-05-30"),)),
        entry("2024-07-01", ProgressStage.UNDER_WAY),
        entry("2024-07-01"),
    ]
    assert turns(entries) == (
        (date(2024, 5, 18), "done"),
        (date(2024, 5, 30), "confirmed"),
        (date(2024, 7, 1), "done"),
    )


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-800, 800), st.booleans())
def test_only_what_lies_behind_is_overdue(due: date, shift: int, reports: bool) -> None:
    found = state_of(due, due + timedelta(days=shift), (), reports)
    assert (found.kind is StateKind.OVERDUE) == (shift > 0 and reports)
    assert (found.kind is StateKind.SILENT) == (shift > 0 and not reports)


def test_occurrences_of_printed_days() -> None:
    found = occurrences(
        obligation(deadline("2024-11-10"), deadline("2024-05-10"), deadline("2024-05-10")), 2024
    )
    assert [one.key for one in found] == ["2024-05-10", "2024-11-10"]


def test_a_day_of_each_month_stays_within_the_plan() -> None:
    task = obligation(deadline(None, "---31", raw="ngày 31 hàng tháng"), recurrence=(Recurrence.MONTHLY,))
    assert [one.key for one in occurrences(task, 2024)][:3] == ["2024-01-31", "2024-02-29", "2024-03-31"]
    assert len(occurrences(task, 2024)) == 12
    assert occurrences(task, 2024, date(2024, 11, 30))[0].due == date(2024, 11, 30)


@pytest.mark.parametrize(
    ("when", "raw", "not_before", "told"),
    [
        ("---20", "ngày 20 hàng tháng", None, "mỗi tháng của năm 2024"),
        (
            "---31",
            "vào ngày 31 hàng tháng",
            None,
            "mỗi tháng của năm 2024; tháng nào không có ngày 31 thì lấy ngày cuối tháng",
        ),
        ("---20", "trước ngày 20 của tháng cuối quý", None, "tháng 3, 6, 9, 12 năm 2024"),
        ("---15", "ngày 15 tháng đầu quý sau", None, "tháng 4, 7, 10 năm 2024 và tháng 01 năm 2025"),
        (
            "---20",
            "ngày 20 hàng tháng",
            date(2024, 3, 25),
            "mỗi tháng của năm 2024; kể từ 25/3/2024, khi có kế hoạch",
        ),
    ],
)
def test_which_months_are_meant_is_told(when: str, raw: str, not_before: date | None, told: str) -> None:
    one = occurrences(obligation(deadline(None, when, raw=raw)), 2024, not_before)[0]
    assert one.recurring
    assert one.basis == told


@pytest.mark.parametrize(
    ("raw", "days"),
    [
        ("trước ngày 15 của tháng cuối quý", ["2024-03-15", "2024-06-15", "2024-09-15", "2024-12-15"]),
        ("ngày 15 tháng đầu mỗi quý", ["2024-01-15", "2024-04-15", "2024-07-15", "2024-10-15"]),
        ("ngày 15 tháng đầu tiên của quý sau", ["2024-04-15", "2024-07-15", "2024-10-15", "2025-01-15"]),
        ("ngày 15 tháng sau", [""]),
    ],
)
def test_a_day_in_each_quarter_only_where_the_words_say_so(raw: str, days: list[str]) -> None:
    both = (Recurrence.MONTHLY, Recurrence.QUARTERLY)
    assert [
        one.key for one in occurrences(obligation(deadline(None, "---15", raw=raw), recurrence=both), 2024)
    ] == days


def test_without_a_day_there_is_one_occurrence_and_no_day_is_made_up() -> None:
    assert [one.due for one in occurrences(obligation(recurrence=(Recurrence.MONTHLY,)), 2024)] == [None]
    assert [one.due for one in occurrences(obligation(deadline(None, "---20")), 2024)] == [None]


@pytest.mark.parametrize(
    ("period", "answered"),
    [
        ("2024-05-10", ["2024-05-10"]),
        ("2024-05", ["2024-05-10"]),
        ("2024-Q4", ["2024-11-10"]),
        ("2024-H1", ["2024-05-10"]),
        ("2024", []),
        ("2024-05-11", []),
        (None, []),
    ],
)
def test_which_occurrence_an_entry_answers(period: str | None, answered: list[str]) -> None:
    both = occurrences(obligation(deadline("2024-05-10"), deadline("2024-11-10")), 2024)
    one = ProgressEntry(
        obligation_id="x",
        period=period,
        on=DUE,
        stage=ProgressStage.DONE,
        what="",
        reported_by="",
        evidence=PROOF,
    )
    assert [o.key for o in both if answers(one, o, both)] == answered
