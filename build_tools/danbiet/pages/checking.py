"""/kiem-tra/: which working tables there are. One whole table as long as a phone can bear it; then one a body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from danbiet import addresses
from danbiet.model import Obligation
from danbiet.output import Page, Settings
from danbiet.pages.checking_overview import overview
from danbiet.pages.checking_table import Table, context
from danbiet.pages.index import Index
from danbiet.templates import fill

# Rows of one table. Measured on a phone six times slower than this machine (make bench): a thousand rows are some
# 60 kB gzip and ready to be used after 2 to 3 seconds.
ROWS = 1000


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The whole table, or an overview; and each body's own, which keeps its address whatever there is beside it."""
    groups = _by_body(index)
    every = [o for group in groups.values() for o in group]
    of_body = {body_id: _of_body(body_id, group, index) for body_id, group in groups.items()}
    apart = [table for tables in of_body.values() for table in tables]
    whole = Table(address=addresses.CHECKING, obligations=every)
    if _rows(every, index) <= ROWS or len(apart) < 2:
        yield _table(whole, index, settings, () if len(groups) == 1 else apart)
        if len(groups) == 1:  # its own table would be this one
            apart = [replace(table, address=addresses.CHECKING) for table in apart[:1]]
            yield _overview(addresses.body_checking(next(iter(groups))), apart, index)
            return
    else:
        yield _overview(addresses.CHECKING, apart, index)
    for body_id, tables in of_body.items():
        if len(tables) > 1:
            yield _overview(addresses.body_checking(body_id), tables, index)
        for table in tables:
            yield _table(table, index, settings)


def _of_body(body_id: str, obligations: Sequence[Obligation], index: Index) -> list[Table]:
    """A body's table; one a year of its plans where it would be too long. It is never cut by state."""
    here = addresses.body_checking(body_id)
    name = index.body_name(index.site.plans[obligations[0].plan_key])
    by_year: dict[int, list[Obligation]] = {}
    for obligation in obligations:
        by_year.setdefault(index.site.plans[obligation.plan_key].year, []).append(obligation)
    if len(by_year) < 2 or _rows(obligations, index) <= ROWS:
        return [Table(address=here, body_id=body_id, body=name, obligations=obligations)]
    return [
        Table(
            address=addresses.body_checking_of_year(body_id, year),
            body_id=body_id,
            body=name,
            year=year,
            obligations=by_year[year],
        )
        for year in sorted(by_year, reverse=True)
    ]


def _table(table: Table, index: Index, settings: Settings, own: Sequence[Table] = ()) -> Page:
    of = f"{f': {table.body}' if table.body else ''}{f', năm {table.year}' if table.year else ''}"
    return Page(
        address=table.address,
        title=f"Bảng kiểm tra{of}",
        body=fill("pages/checking.html", context(table, index, settings, own)),
        kind="checking",
        description="Mọi việc các kế hoạch đã giao: đơn vị, thời hạn, trạng thái; lọc, in, tải về.",
        crumbs=(("Bảng kiểm tra", addresses.CHECKING),) if table.body else (),
        scripts=("place", "state", "filter", "share"),
    )


def _overview(address: str, tables: Sequence[Table], index: Index) -> Page:
    return Page(
        address=address,
        title="Bảng kiểm tra" + (f": {tables[0].body}" if address != addresses.CHECKING else ""),
        body=fill("pages/checking_overview.html", overview(address, tables, index)),
        kind="checking",
        description="Số dòng theo cơ quan ban hành và trạng thái; mỗi cơ quan một bảng để lọc, in, tải về.",
        crumbs=(("Bảng kiểm tra", addresses.CHECKING),) if address != addresses.CHECKING else (),
        scripts=("state", "filter", "share"),
    )


def _rows(obligations: Sequence[Obligation], index: Index) -> int:
    return sum(len(index.states[o.id]) for o in obligations)


def _by_body(index: Index) -> Mapping[str, list[Obligation]]:
    groups: dict[str, list[Obligation]] = {}
    for key, obligations in index.site.obligations.items():
        for obligation in obligations:
            groups.setdefault(index.site.plan_bodies.get(key, "khac"), []).append(obligation)
    return groups
