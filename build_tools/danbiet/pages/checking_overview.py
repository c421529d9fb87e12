"""The overview of the working tables, where all of them together are too long for a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from danbiet import addresses
from danbiet.pages.checking_table import Table, state_counts, ways
from danbiet.pages.index import Index
from danbiet.pages.views import StateCount
from danbiet.progress import StateKind
from danbiet.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLine:
    """A table in the overview: whose it is, of which years and plans, and its counts in the overview's order of
    states. ``anchor`` is that of the body, at its first line.
    """

    body_id: str
    anchor: str
    name: str
    province: str
    href: str
    years: tuple[int, ...]
    plans: tuple[str, ...]
    tasks: int
    rows: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckingOverviewContext:
    """What ``pages/checking_overview.html`` is given: states that occur, and a line for each table.

    ``body`` is set where the tables are of one body; ``by_year`` where a body has one a year.
    """

    today: date
    body: str
    by_year: bool
    row_count: int
    task_count: int
    counts: tuple[StateCount, ...]
    lines: tuple[TableLine, ...]
    silent: int
    unverified: str
    excel_href: str
    csv_href: str
    citations_href: str


def overview(here: str, tables: Sequence[Table], index: Index) -> CheckingOverviewContext:
    """The context of the overview at ``here``: bodies by province and name, the latest year first."""
    ordered = sorted(tables, key=lambda t: (fold(_province(t, index)), fold(t.body), t.body_id))
    counted = [Counter(one.state.kind for o in t.obligations for one in index.states[o.id]) for t in ordered]
    total = sum(counted, Counter[StateKind]())
    kinds = [kind for kind in StateKind if total[kind]]
    first = {table.body_id: table for table in reversed(ordered)}
    progress = any(o.id in index.site.progress for table in tables for o in table.obligations)
    return CheckingOverviewContext(
        today=index.site.today,
        body=tables[0].body if here != addresses.CHECKING else "",
        by_year=len(first) < len(tables),
        row_count=total.total(),
        task_count=sum(len(table.obligations) for table in tables),
        counts=tuple(count for count in state_counts(total) if count.count),
        lines=tuple(
            _line(
                table, tuple(count[kind] for kind in kinds), here, index, anchor=first[table.body_id] is table
            )
            for table, count in zip(ordered, counted, strict=True)
        ),
        silent=sum(body not in index.site.bodies_reporting for body in first),
        unverified=index.site.unverified if progress else "",
        **ways(here),
    )


def _province(table: Table, index: Index) -> str:
    body = index.site.bodies.get(table.body_id)
    return (body.province or "") if body else ""


def _line(table: Table, counts: tuple[int, ...], here: str, index: Index, *, anchor: bool) -> TableLine:
    plans = tuple(dict.fromkeys(o.plan_key for o in table.obligations))
    return TableLine(
        body_id=table.body_id,
        anchor=table.body_id if anchor else "",
        name=f"{table.body}, năm {table.year}" if table.year else table.body,
        province=_province(table, index),
        href=addresses.relative(table.address, here),
        years=tuple(sorted({index.site.plans[key].year for key in plans}, reverse=True)),
        plans=plans,
        tasks=len(table.obligations),
        rows=sum(counts),
        counts=counts,
    )
