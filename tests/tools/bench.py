"""What danbiet costs beside its peers, measured in one run on the same made-up plans: ``make bench``.

    python -m tests.tools.bench [--n 300 1000] [--only doc|trang|tim|thoi-gian …] [--no-peers] [--keep DIR]

Peers: Python-Markdown for reading; stock Material 9 (its fastest navigation) and Pagefind for the
reader's side. What cannot be run here reads "không đo được". Budgets are those of the project; a
figure that misses its budget is listed at the end, and does not stop the run.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from tests.tools import bench_browser as reader
from tests.tools import bench_peers as peers
from tests.tools import bench_quality as quality
from tests.tools import bench_reading as reading
from tests.tools.bench_corpus import MadePlan, danbiet_site, material_site, plans
from tests.tools.bench_report import Report, Row, machine
from tests.tools.bench_serve import Served, served

PARTS = ("doc", "thoi-gian", "trang", "tim")
CHECKED = 200  # plans that a check is timed on
SHORT = 100  # seconds; a longer build is made once
MOST_AT = {300: 100, 1000: 100, 3000: 150}  # kB of a first search


def main() -> None:
    """Measure and print."""
    options = _options()
    report = Report()
    report.say("# Số đo\n")
    command = f"python -m tests.tools.bench --n {' '.join(map(str, options.n))}"
    report.say(f"{datetime.now():%d/%m/%Y}; {machine()}; `{command}`")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(options.keep or folder).resolve()
        if "doc" in options.only:
            report.section(f"Đọc {options.n[0]} kế hoạch", reading.rows(list(plans(options.n[0]))))
        if "thoi-gian" in options.only:
            report.section(f"danbiet check, {CHECKED} kế hoạch (thời gian bộ xử lý)", _check_rows(work))
        for count in options.n if set(options.only) != {"doc"} else ():
            _measure(report, work / str(count), list(plans(count)), options)
            if not options.keep:
                shutil.rmtree(work / str(count), ignore_errors=True)
    report.close()
    if options.out:
        options.out.write_text("\n".join(report.lines) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--n", type=int, nargs="+", default=[300], help="numbers of plans")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="parts to measure")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="measure danbiet alone")
    parser.add_argument("--keep", help="a folder to build in; what stands there is used again")
    parser.add_argument("--queries", type=int, default=40, help="phrases asked of each search")
    parser.add_argument("--misses", action="store_true", help="print queries whose page did not come first")
    parser.add_argument("--out", type=Path, help="write the figures to this Markdown file too")
    return parser.parse_args()


def _check_rows(work: Path) -> Iterator[Row]:
    root = danbiet_site(work / "kiem", list(plans(CHECKED)))
    shutil.rmtree(root / ".cache", ignore_errors=True)
    cold = peers.danbiet(root, "check")
    warm = min((peers.danbiet(root, "check") for _ in range(2)), key=lambda run: run.seconds)
    yield Row("lần đầu", "s", cold.processor)
    yield Row("lần sau, không tệp nào đổi", "s", warm.processor, most=1.5)
    changed = next((root / "plans").rglob("*.md"))
    changed.write_text(changed.read_text("utf-8") + "\nThêm một câu.\n", encoding="utf-8")
    yield Row("lần sau, một tệp đổi", "s", peers.danbiet(root, "check").processor)
    yield Row("bộ nhớ", "MB", warm.megabytes)


def _measure(report: Report, work: Path, made: list[MadePlan], options: argparse.Namespace) -> None:
    """Build the sites of one number of plans, and look at them as a reader."""
    built = (work / "danbiet" / "site").exists()
    ours = danbiet_site(work / "danbiet", made)
    theirs = material_site(work / "material", made) if options.peers else None
    if "thoi-gian" in options.only or not built:
        report.section(f"Dựng trang, {len(made)} kế hoạch", _build_rows(ours, theirs))
    if not {"trang", "tim"} & set(options.only):
        return
    found = theirs and (theirs / "site" / "pagefind").is_dir()
    with ExitStack() as stack:
        browser = stack.enter_context(reader.launched())
        mine = stack.enter_context(served(ours / "site"))
        other = stack.enter_context(served(theirs / "site")) if theirs else None
        sites: Sites = {
            "Material 9": (other, reader.MATERIAL),
            "Pagefind": (other if found else None, reader.PAGEFIND),
        }
        sites = sites if theirs else {}
        if "trang" in options.only:
            report.section(f"Mở trang, {len(made)} kế hoạch", _page_rows(browser, mine, sites, ours, made))
            report.section(f"Gõ tìm, {len(made)} kế hoạch", _search_rows(browser, mine, sites, len(made)))
        if "tim" in options.only:
            asked = quality.queries(made, options.queries)
            tell = _tell if options.misses else lambda query, got: None
            report.section(
                f"Tìm đúng, {len(made)} kế hoạch", _quality_rows(browser, mine, sites, asked, tell)
            )


_MEASURED = {
    "seconds": ("đồng hồ", "s"),
    "processor": ("bộ xử lý", "s"),
    "megabytes": ("bộ nhớ", "MB"),
}
Sites = dict[str, tuple[Served | None, reader.SearchPage]]


def _build_rows(ours: Path, theirs: Path | None) -> Iterator[Row]:
    shutil.rmtree(ours / ".cache", ignore_errors=True)
    shutil.rmtree(ours / "site", ignore_errors=True)
    cold = peers.danbiet(ours, "build")
    material = peers.mkdocs(theirs) if theirs else None
    index = peers.pagefind(theirs / "site") if theirs else None
    warm = peers.danbiet(ours, "build") if cold.seconds < SHORT else None
    stock = {"Material 9": material, "Pagefind": index} if theirs else {}
    for name in ("seconds", "processor", "megabytes"):
        what, unit = _MEASURED[name]
        other = {peer: run and getattr(run, name) for peer, run in stock.items()}
        yield Row(f"danbiet build lần đầu; mkdocs build; pagefind: {what}", unit, getattr(cold, name), other)
        if unit == "s" and warm:
            yield Row(f"danbiet build lần sau: {what}", unit, getattr(warm, name))
    pages, others = _count(ours), theirs and _count(theirs)
    yield Row("số trang", "trang", pages, {"Material 9": others} if theirs else {})
    each = {"Material 9": material.processor / others * 1000} if material and others else {}
    yield Row("bộ xử lý mỗi trang", "ms", cold.processor / pages * 1000, each)
    yield Row("cả thư mục", "MB", _size(ours), {"Material 9": _size(theirs)} if theirs else {})


def _count(root: Path) -> int:
    return sum(1 for _ in (root / "site").rglob("*.html"))


def _size(root: Path) -> float:
    return sum(path.stat().st_size for path in (root / "site").rglob("*") if path.is_file()) / 1e6


def _page_rows(
    browser: reader.Browser, mine: Served, sites: Sites, root: Path, made: list[MadePlan]
) -> Iterator[Row]:
    """A page's bytes, largest paint and shift; the plan with most words stands for all."""
    material = sites.get("Material 9", (None,))[0]
    plan = max(made, key=lambda p: (root / "site" / "ke-hoach" / p.key / "index.html").stat().st_size).key
    pages = {
        "trang kế hoạch dài nhất": (f"ke-hoach/{plan}/", f"{plan}/", 60),
        "trang chủ": ("", "", 60),
        "danh sách kế hoạch": ("ke-hoach/", "danh-sach/", None),
        "danh sách văn bản": ("van-ban/", None, None),
        "danh sách đơn vị": ("don-vi/", None, None),
        "thời hạn": ("thoi-han/", None, None),
        "kiểm tra": ("kiem-tra/", None, None),
        "tìm kiếm, chưa gõ": ("tim-kiem/", None, None),
    }
    for what, (path, other, most) in pages.items():
        stock = (
            {"Material 9": reader.kilobytes(browser, material, other)}
            if material and other is not None
            else {}
        )
        yield Row(what, "kB", reader.kilobytes(browser, mine, path), stock, most=most)
    for what, (path, other, _) in list(pages.items())[:2]:
        lcp, shift = reader.loading(browser, mine, path)
        stock_lcp, stock_shift = (
            reader.loading(browser, material, other or "", times=1) if material else (None, None)
        )
        peer = {"Material 9": stock_lcp} if material else {}
        yield Row(f"{what}: LCP, 4G chậm", "s", lcp, peer, most=1.8)
        slow = reader.loading(browser, mine, path, slower=4)[0]
        yield Row(f"{what}: LCP, 4G chậm và bộ xử lý chậm 4 lần", "s", slow)
        yield Row(f"{what}: CLS", "", shift, {"Material 9": stock_shift} if material else {}, most=0.02)


def _search_rows(browser: reader.Browser, mine: Served, sites: Sites, count: int) -> Iterator[Row]:
    most = next((kilobytes for n, kilobytes in MOST_AT.items() if count <= n), None)

    def peer(measure: Callable[[Served, reader.SearchPage], float | None]) -> dict[str, float | None]:
        return {name: site and measure(site, page) for name, (site, page) in sites.items()}

    for query in ("đối thoại", "dan chu", "59/2023"):
        stock = peer(lambda site, page, query=query: _whole_search(browser, site, page, query))
        ours = reader.first_search(browser, mine, reader.OURS, query)
        yield Row(f"tìm lần đầu “{query}”", "kB", ours, stock, most=most)
    stock = peer(lambda site, page: reader.typed_to_result(browser, site, page, times=1))
    ours = reader.typed_to_result(browser, mine, reader.OURS)
    yield Row("gõ một lần cả cụm → kết quả, bộ xử lý chậm 6 lần", "ms", ours, stock, most=300)
    ours = reader.typed_to_result(browser, mine, reader.OURS, pause=120)
    yield Row("gõ từng chữ → kết quả, bộ xử lý chậm 6 lần", "ms", ours, most=300)


def _whole_search(browser: reader.Browser, site: Served, page: reader.SearchPage, query: str) -> float | None:
    """What a peer's first search costs: Material fetches its index with the page, so it counts here."""
    if page is not reader.MATERIAL:
        return reader.first_search(browser, site, page, query)
    reader.kilobytes(browser, site, page.path)
    return sum(size for path, size in site.answers if "search" in path) / 1000


def _quality_rows(
    browser: reader.Browser, mine: Served, sites: Sites, asked: list[quality.Query], tell: object
) -> Iterator[Row]:
    ours = quality.shares(browser, mine, reader.OURS, asked, tell)
    stock = {
        name: quality.shares(browser, site, page, asked) if site else {}
        for name, (site, page) in sites.items()
    }
    for kind, share in ours.items():
        other = {name: shares.get(kind) for name, shares in stock.items()}
        best = max([0.95, *(s for s in other.values() if s is not None)])
        yield Row(f"{kind}: đúng trang trong ba kết quả đầu", "tỉ lệ", share, other, least=best)


def _tell(query: quality.Query, got: list[str]) -> None:
    print(f"  – {query.kind}: “{query.words}” → {got}, cần {query.right[:3]}", flush=True)


if __name__ == "__main__":
    main()
