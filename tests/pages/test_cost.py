"""A page costs what it shows: twice as many tasks, citations or reports take about twice the work, not four times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from tests.tools.work import growth

from danbiet import site as whole
from danbiet.gist import gist
from danbiet.model import Evidence, ProgressEntry, ProgressStage, Site, Withdrawal
from danbiet.output import Settings
from danbiet.pages.body import to_html
from danbiet.pages.cited import cited_views
from danbiet.pages.index import Index
from danbiet.pages.joined import DutySpan, Joined
from danbiet.pages.plan import context
from danbiet.pages.tasks import task_view
from danbiet.register import packaged

HEAD = """---
trích yếu: Thực hiện dân chủ năm 2024
cơ quan ban hành: UBND phường Mẫu
ngày ban hành: 2024-03-11
năm: 2024
---

## I. TỔ CHỨC THỰC HIỆN

"""
TASK = "- Văn phòng báo cáo việc số {0} theo Luật số {1}/2022/QH15 về UBND phường trước ngày {2}/5/2024.\n\n"
KEY = "2024/dan-chu"
SETTINGS = Settings(site_name="Mẫu", site_url="https://mau.example/")


@cache
def made(tasks: int) -> Site:
    text = HEAD + "".join(TASK.format(n, n % 9 + 1, n % 28 + 1) for n in range(tasks))
    read, _ = whole.read_file(f"plans/{KEY}.md", text.encode())
    assert read is not None
    site = whole.assemble([read], packaged(), date(2024, 6, 1))
    assert len(site.obligations[KEY]) == len(site.citations[KEY]) == tasks
    return site


@cache
def index_of(tasks: int) -> Index:
    return Index.of(made(tasks))


def lines(size: int) -> Callable[[], object]:
    site = made(size)
    return lambda: [gist(one, site) for one in site.obligations[KEY]]


def views(size: int) -> Callable[[], object]:
    site = made(size)
    gone = tuple(
        Withdrawal(obligation_id=one.id, on=date(2024, 5, 2), reason="lộ dữ liệu")
        for one in site.obligations[KEY]
    )
    index = Index.of(replace(site, withdrawn=gone))
    return lambda: [task_view(one, index, SETTINGS, "x/") for one in site.obligations[KEY]]


def citations(size: int) -> Callable[[], object]:
    index = index_of(size)
    return lambda: [index.quoted(one) for one in index.site.citations[KEY]]


def instruments(size: int) -> Callable[[], object]:
    index = index_of(size)
    return lambda: cited_views(index.site.plans[KEY], index, "x/")


def body(size: int) -> Callable[[], object]:
    site = made(size)
    plan, duties = site.plans[KEY], [one.duty for one in site.obligations[KEY]]
    spans = [
        DutySpan(start=one.start, end=one.end, id=f"{n}", anchor=f"{n}", unit="")
        for n, one in enumerate(duties)
    ]
    return lambda: to_html(plan.source, plan.body_start, Joined(blocks=plan.blocks, duties=spans))


def page(size: int) -> Callable[[], object]:
    index = index_of(size)
    return lambda: context(index.site.plans[KEY], index, SETTINGS)


def reports(size: int) -> Callable[[], object]:
    """Many reports on one task, half of which answer none of its days."""
    site = made(1)
    (task,) = site.obligations[KEY]
    entries = tuple(
        ProgressEntry(
            obligation_id=task.id,
            period=None if n % 2 else "2031-01",
            on=date(2024, 5, 1),
            stage=ProgressStage.DONE,
            what=f"Việc {n}",
            reported_by="Văn phòng",
            evidence=(Evidence(title="Báo cáo", url=f"https://mau.example/{n}"),),
        )
        for n in range(size)
    )
    index = Index.of(replace(site, progress={task.id: entries}))
    return lambda: task_view(task, index, SETTINGS, "x/")


@pytest.mark.parametrize("of", [lines, views, citations, instruments, body, page, reports])
def test_twice_as_much_takes_twice_the_work(of: Callable[[int], Callable[[], object]]) -> None:
    assert growth(of, 60) < 2.3
