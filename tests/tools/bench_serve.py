"""A server that sends gzip as public servers do, and counts what goes over the line."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".ics", ".txt")
_TYPES = {".js": "text/javascript", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json"}
_HEADERS = 250  # bytes of an answer's headers, roughly


@functools.cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


@dataclass(slots=True)
class Served:
    """A folder being served: its address, and each answer with its bytes (body and headers)."""

    address: str
    answers: list[tuple[str, int]] = field(default_factory=list)

    @property
    def sent(self) -> int:
        """Bytes since the last ``forget``; also what workers and service workers fetched."""
        return sum(size for _, size in self.answers)

    def forget(self) -> None:
        """Count from nothing again."""
        self.answers.clear()


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder at the root of a free port of this machine."""
    counted = Served("")

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = folder / unquote(urlsplit(self.path).path).lstrip("/")
            if path.is_dir():
                path /= "index.html"
            found = path.is_file()
            packed = found and path.suffix in _COMPRESSED
            body = b"" if not found else _packed(path) if packed else path.read_bytes()
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", _type(path))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            counted.answers.append((self.path, len(body) + _HEADERS))
            with suppress(ConnectionError):  # a page that was left before it had come
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    counted.address = f"http://127.0.0.1:{server.server_address[1]}/"
    try:
        yield counted
    finally:
        server.shutdown()
        server.server_close()


def _type(path: Path) -> str:
    guessed = _TYPES.get(path.suffix) or http.server.SimpleHTTPRequestHandler.extensions_map.get(path.suffix)
    if guessed is None:
        import mimetypes

        guessed = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"{guessed}; charset=utf-8" if guessed.startswith("text/") else guessed
