"""Writes a folder with nothing but the search of a site: the index and a bare page. For tests and benchmarks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from danbiet import search
from danbiet.model import Site
from danbiet.output import Settings

COMPONENTS = Path(__file__).resolve().parents[2] / "theme" / "components"


def write(site: Site, out: Path, *, offline: bool = False) -> None:
    """The index, the search page's script and style, and a bare page at tim-kiem/index.html."""
    for artifact in search.artifacts(site, Settings(site_name="Thử", offline=offline)):
        path = out / artifact.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    for name in ("search/search.js", "search/search.css", "state/state.js"):
        shutil.copy(COMPONENTS / name, out)
    shutil.copy(Path(__file__).with_name("search_page.html"), out / "tim-kiem" / "index.html")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder's address while it is served, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
