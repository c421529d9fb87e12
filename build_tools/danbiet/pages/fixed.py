"""Pages that need little data: the search page's shell, the list of open data, what is kept offline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from danbiet import addresses
from danbiet.output import Page, Settings
from danbiet.pages.index import Index
from danbiet.pages.plans import plan_line
from danbiet.pages.views import Link, PlanLine
from danbiet.templates import fill

# File name, what it holds, what it is for, how it is called.
FILES: tuple[tuple[str, str, str, str], ...] = (
    (
        "viec.xlsx",
        "Các việc được giao",
        "Từng việc, nguyên văn, đơn vị, thời hạn và cách tính, mỗi lần đến hạn một dòng; có sẵn bộ lọc",
        "Excel",
    ),
    (
        "viec.csv",
        "Các việc được giao",
        "Như trên, mỗi lần đến hạn một dòng; UTF-8, ngăn cột bằng dấu phẩy. Mở bằng Excel thì nên dùng tệp Excel",
        "CSV",
    ),
    ("viec.json", "Các việc được giao", "Như trên, cho chương trình đọc", "JSON"),
    ("ke-hoach.json", "Các kế hoạch", "Số, ký hiệu, ngày, trích yếu, người ký, nơi nhận", "JSON"),
    ("van-ban.json", "Các văn bản được viện dẫn", "Hiệu lực, nguồn và ngày kiểm tra", "JSON"),
    ("don-vi.json", "Các đơn vị", "Đơn vị và cơ quan ban hành mà đơn vị thuộc về", "JSON"),
    ("thoi-han.ics", "Lịch các thời hạn", "Đăng ký được trên điện thoại", "iCalendar"),
    ("cap-nhat.xml", "Tin cập nhật", "Kế hoạch mới, tiến độ mới, kế hoạch thay đổi", "Atom"),
)
# What names the site's public address in each entry is made only where there is one.
CALENDAR = "thoi-han.ics"  # none is made of no deadlines
NEED_AN_ADDRESS = (CALENDAR, "cap-nhat.xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchContext:
    """What ``pages/search.html`` is given: the lists that stand in where no script runs."""

    lists: tuple[Link, ...]
    plans: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file of open data."""

    name: str
    title: str
    href: str
    what: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataContext:
    """What ``pages/data.html`` is given."""

    files: tuple[DataFile, ...]
    site_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineContext:
    """What ``pages/offline.html`` is given: nothing, for only the browser knows what it keeps."""


def render(index: Index, settings: Settings) -> Iterator[Page]:
    """The search page, the page of open data, and the page for when there is no network."""
    yield Page(
        address=addresses.SEARCH,
        title="Tìm kiếm",
        body=fill("pages/search.html", search_context(index)),
        kind="search",
        description="Tìm trong kế hoạch, văn bản, đơn vị và việc; gõ có dấu hay không dấu đều được.",
        # Tasks found say their state of today.
        scripts=("state", "found", "narrow", "typing", "listing", "search"),
    )
    yield Page(
        address=addresses.DATA,
        title="Dữ liệu mở",
        body=fill("pages/data.html", data_context(index, settings)),
        kind="data",
        description="Các tệp dữ liệu của trang: kế hoạch, văn bản, đơn vị, việc, thời hạn.",
    )
    if not settings.offline:  # on a disk no service worker runs, and no network is needed
        yield Page(
            address=addresses.WITHOUT_NETWORK,
            title="Đọc khi không có mạng",
            body=fill("pages/offline.html", OfflineContext()),
            kind="offline",
            description="Những trang đã đọc được giữ trên máy này để xem khi mất mạng, và cách xóa chúng.",
        )


def search_context(index: Index) -> SearchContext:
    """The context of the search page."""
    names = (
        ("Tất cả kế hoạch", addresses.PLANS),
        ("Các văn bản được viện dẫn", addresses.INSTRUMENTS),
        ("Các đơn vị được giao việc", addresses.UNITS),
        ("Các thời hạn", addresses.DEADLINES),
        ("Bảng kiểm tra", addresses.CHECKING),
    )
    latest = sorted(index.site.plans.values(), key=lambda plan: plan.key, reverse=True)[:20]
    return SearchContext(
        lists=tuple(Link(text=t, href=addresses.relative(a, addresses.SEARCH)) for t, a in names),
        plans=tuple(plan_line(plan, index, addresses.SEARCH) for plan in latest),
    )


def data_context(index: Index, settings: Settings) -> DataContext:
    """The context of the page of open data."""
    dated = any(one.occurrence.due for found in index.states.values() for one in found)
    return DataContext(
        files=tuple(
            DataFile(name=name, title=title, href=name, what=what, form=form)
            for name, title, what, form in FILES
            if (settings.site_url or name not in NEED_AN_ADDRESS) and (dated or name != CALENDAR)
        ),
        site_url=settings.site_url or "",
    )
