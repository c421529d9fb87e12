"""Writes a folder with nothing but the search of a site: the index and a bare page. For tests and benchmarks.

python tests/tools/search_site.py N OUT     a site of N made-up plans; prints the sizes of its index
"""

from __future__ import annotations

import gzip
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from threading import Thread

from danbiet import search
from danbiet.model import Site
from danbiet.output import Settings

COMPONENTS = Path(__file__).resolve().parents[2] / "theme" / "components"


def write(site: Site, out: Path, *, offline: bool = False, lunr: bool = True) -> None:
    """The index, the search page's script and style, and a bare page at tim-kiem/index.html."""
    settings = Settings(site_name="Thử", offline=offline)
    for artifact in search.artifacts(site, settings, lunr_script() if lunr else None):
        path = out / artifact.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.content)
    for name in (
        "search/search.js",
        "search/search.css",
        "typing/typing.js",
        "listing/listing.js",
        "found/found.js",
        "found/found.css",
        "narrow/narrow.js",
        "narrow/narrow.css",
        "state/state.js",
    ):
        shutil.copy(COMPONENTS / name, out)
    shutil.copy(Path(__file__).with_name("search_page.html"), out / "tim-kiem" / "index.html")


def lunr_script() -> str:
    """lunr.js as MkDocs ships it."""
    return resources.files("mkdocs.contrib.search").joinpath("templates/search/lunr.js").read_text("utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
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


def sizes(out: Path) -> dict[str, tuple[int, int, int]]:
    """Files, mean and largest size (gzip 6) of each kind of file of the index."""
    found: dict[str, list[int]] = defaultdict(list)
    for path in sorted((out / "tim-kiem" / "muc-luc").rglob("*.js")):
        kind = path.stem if not path.stem[1:].isdigit() else path.stem[0]
        found[kind].append(len(gzip.compress(path.read_bytes(), 6)))
    return {kind: (len(sizes), sum(sizes) // len(sizes), max(sizes)) for kind, sizes in found.items()}


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    import corpus_site

    folder = Path(sys.argv[2])
    write(corpus_site.site_of(corpus_site.corpus(int(sys.argv[1]))), folder)
    for kind, (count, mean, largest) in sizes(folder).items():
        print(f"{kind:8} {count:6} files, {mean:6} B mean, {largest:6} B at most (gzip)")
