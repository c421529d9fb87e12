"""What many tests share: the repository's root, a built site, a browser."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every run and no clock: a busy machine fails nothing. To look for new examples:
# pytest --hypothesis-profile=search
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("steady")

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of this repository."""
    return ROOT


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five plans' site, built once, as of a fixed day."""
    from danbiet.host.build import build
    from danbiet.host.project import Project

    out = tmp_path_factory.mktemp("built") / "site"
    build(Project(ROOT, ROOT / "mkdocs.yml"), out=out, today=TODAY)
    return out


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """Where the built site is served from, with a trailing slash; below a path, as in a province's portal."""
    with serve(built_site, "/cong-tinh/xa-mau/") as address:
        yield address


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


class serve:
    """Serve a folder below a path on a free port of this machine."""

    def __init__(self, folder: Path, below: str = "/") -> None:
        self.folder, self.below = folder, below

    def __enter__(self) -> str:
        below = self.below

        class Handler(_Quiet):
            def translate_path(self, path: str) -> str:
                return super().translate_path("/" + path.removeprefix(below).lstrip("/"))

        handler = functools.partial(Handler, directory=str(self.folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_address[1]}{below}"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


def chromium() -> str | None:
    """The browser to drive: named, the system's, or Playwright's own (nothing)."""
    named = os.environ.get("DANBIET_CHROMIUM")
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return named or next((found for name in names if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium(),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield launched
        launched.close()
