"""What a reader's phone loads, waits for and sees move, measured by Chromium with a cold cache."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from tests.conftest import chromium
from tests.tools.bench_serve import Served

PHRASE = "đối thoại"
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOW_PROCESSOR = 6
PATIENCE = 120_000  # ms; stock Material with a thousand plans needs a while

_WATCH_LOADING = """
window.seen = { lcp: 0, cls: 0 };
new PerformanceObserver((list) => list.getEntries().forEach((e) => { seen.lcp = e.startTime; }))
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (!e.hadRecentInput) seen.cls += e.value; }))
  .observe({ type: "layout-shift", buffered: true });
"""
# From the last letter typed until the results have been painted. Material listens to keyup, which a field that is
# filled gets from here: sent from outside, its journey would be measured too.
_WATCH_TYPING = """
window.typed = 0; window.waited = null;
const look = () => {
  if (!typed || waited !== null || !(DONE)) return;
  waited = -1;
  requestAnimationFrame(() => setTimeout(() => { waited = performance.now() - typed; }, 0));
};
addEventListener("DOMContentLoaded", () => new MutationObserver(look).observe(
  document.body, { subtree: true, childList: true, attributes: true, characterData: true }));
addEventListener("input", (event) => {
  typed = performance.now(); waited = null;
  if (!event.data) event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}, true);
"""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """How a site's search is asked: where, in which field, and how it is seen that the answer is there."""

    path: str
    field: str
    done: str  # JavaScript; q is the query
    links: str
    empty: str | None = None  # JavaScript that is true when an emptied field has been taken note of
    whole: str = "true"  # JavaScript that is true when no more of the answer is to come


OURS = SearchPage(
    "tim-kiem/",
    "[data-search-form] input[name=q]",
    "document.querySelector('[data-search] [role=status]')?.textContent.includes('“' + q + '”')"
    " && document.querySelector('[data-result]')",
    "[data-result] a",
    whole="document.querySelector('.search__results')?.ariaBusy !== 'true'",
)
MATERIAL = SearchPage(
    "",
    "[data-md-component=search-query]",
    "document.querySelector('.md-search-result__item')",
    ".md-search-result__item > a.md-search-result__link",
    "!document.querySelector('.md-search-result__item')",
)
PAGEFIND = SearchPage(
    "tim.html", "#q", "document.querySelector('#found')?.getAttribute('data-for') === q", "#found a"
)


@contextmanager
def launched() -> Iterator[Browser]:
    """A headless Chromium that asks nobody anything."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        )
        yield browser
        browser.close()


@contextmanager
def phone(browser: Browser, script: str = "", slower: int = 1, slow_network: bool = False) -> Iterator[Page]:
    """A page with nothing cached, 360 px wide, on a slow processor or network where asked."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, device_scale_factor=2, locale="vi-VN"
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    if script:
        page.add_init_script(script)
    tools = context.new_cdp_session(page)
    if slower > 1:
        tools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    if slow_network:
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", SLOW_4G)
    try:
        yield page
    finally:
        context.close()


def kilobytes(browser: Browser, site: Served, path: str) -> float:
    """kB over the line for a page opened cold, with all it fetches by itself."""
    site.forget()
    with phone(browser) as page:
        _open(page, site.address + path)
        return site.sent / 1000


def loading(
    browser: Browser, site: Served, path: str, slower: int = 1, times: int = 3
) -> tuple[float, float]:
    """Seconds to the largest contentful paint on slow 4G, and the largest layout shift.

    The least of some runs, since other work on the machine only ever adds.
    """
    seen = []
    for _ in range(times):
        with phone(browser, _WATCH_LOADING, slower, slow_network=True) as page:
            _open(page, site.address + path)
            seen.append(page.evaluate("[seen.lcp, seen.cls]"))
    return min(lcp for lcp, _ in seen) / 1000, max(cls for _, cls in seen)


def first_search(browser: Browser, site: Served, search: SearchPage, query: str = PHRASE) -> float | None:
    """kB that a first search fetches beyond its page."""
    with phone(browser) as page:
        _open(page, site.address + search.path)
        site.forget()
        if not ask(page, search, query):
            return None
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(500)
        return site.sent / 1000


def typed_to_result(
    browser: Browser, site: Served, search: SearchPage, *, pause: int = 0, query: str = PHRASE, times: int = 3
) -> float | None:
    """Milliseconds from the last letter to the painted result, cold, on a slow processor (the least of some runs).

    The query comes all at once, or letter by letter with ``pause`` ms between.
    """
    watch = (
        _WATCH_TYPING.replace("DONE", search.done)
        .replace(" q ", f" '{query}' ")
        .replace("=== q", f"=== '{query}'")
    )
    waited = []
    for _ in range(times):
        with phone(browser, watch, SLOW_PROCESSOR) as page:
            page.goto(site.address + search.path, wait_until="load")
            _type(page, search, query, pause, keyup=False)
            spent = _when_answered(page)
            if spent is None:
                return None
            waited.append(spent)
    return float(min(waited))


def _when_answered(page: Page) -> float | None:
    """What the page has measured. It is let alone for a while: on a slow processor each question from here takes as
    long as a part of the search, and would be measured with it."""
    for pause in (1, 2, 4, 8, 15, 30, 60):
        page.wait_for_timeout(pause * 1000)
        spent = page.evaluate("waited")
        if spent is not None and spent >= 0:
            return float(spent)
    return None


def ask(page: Page, search: SearchPage, query: str, patience: int = PATIENCE) -> bool:
    """Ask; whether an answer with results came."""
    if search.empty:
        _type(page, search, "", 0)
        page.wait_for_function(search.empty)
    _type(page, search, query, 0)
    try:
        page.wait_for_function(
            f"(q) => Boolean(({search.done}) && {search.whole})", arg=query, timeout=patience
        )
    except PlaywrightTimeout:
        return False
    return True


def firsts(page: Page, search: SearchPage, count: int = 3) -> list[str]:
    """The paths of the first results, below the site's root."""
    links: Callable[[str], Any] = page.locator(search.links).evaluate_all
    return [
        unquote(urlsplit(link).path).lstrip("/")
        for link in links("links => links.map((a) => a.href)")[:count]
    ]


def _type(page: Page, search: SearchPage, query: str, pause: int, keyup: bool = True) -> None:
    field = page.locator(search.field).first
    if pause:
        field.press_sequentially(query, delay=pause)
    else:
        field.fill(query, force=True)
        if keyup:
            field.dispatch_event("keyup")  # what Material listens to


def _open(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(4500)  # what a service worker or an idle callback fetches later
