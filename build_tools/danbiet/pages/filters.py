"""What the working table can be narrowed by; the script beside it (components/filter) does it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from danbiet.pages.views import TaskView
from danbiet.progress import LOOKS, StateKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a filter."""

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A filter: its name in the address, what it is called, and what can be chosen."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def table_filters(rows: Iterable[tuple[TaskView, str, str]]) -> tuple[Filter, ...]:
    """The filters of rows given as (task, unit id, plan key)."""
    every = list(rows)
    return (
        _filter("co-quan", "Cơ quan ban hành", ((t.body_id, t.body) for t, _, _ in every)),
        _filter("don-vi", "Đơn vị", ((unit, f"{t.unit.text} – {t.body}") for t, unit, _ in every)),
        _filter("ke-hoach", "Kế hoạch", ((plan, f"{t.plan.text} – {t.body}") for t, _, plan in every)),
        _filter("nam", "Năm", ((str(t.plan_year), f"Năm {t.plan_year}") for t, _, _ in every)),
        Filter(
            name="trang-thai",
            label="Trạng thái",
            choices=tuple(Choice(value=kind.value, text=LOOKS[kind][1]) for kind in StateKind),
        ),
    )


def _filter(name: str, label: str, pairs: Iterable[tuple[str, str]]) -> Filter:
    found = sorted(dict(pairs).items(), key=lambda pair: pair[1])
    return Filter(name=name, label=label, choices=tuple(Choice(value=v, text=t) for v, t in found))
