"""A local server that sends every body compressed by brotli, as a good host does, and counts what it sends."""

from __future__ import annotations

import functools
import threading
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import brotli  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterator

AS_THEY_ARE = {".png", ".jpg", ".webp"}
"""Compressed by their own format already."""
MISSING = "404.html"


class Sent(NamedTuple):
    """One answer: the path asked for, and the bytes of its body as sent (headers are not counted)."""

    path: str
    size: int


class Wire(NamedTuple):
    """The server's address, with a slash at its end, and what it has sent so far."""

    address: str
    sent: list[Sent]


class Compressed(SimpleHTTPRequestHandler):
    """Serves a folder."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, root: Path, home: Path, sent: list[Sent]) -> None:
        self.home, self.sent = home, sent
        super().__init__(*arguments, directory=str(root))

    def do_GET(self) -> None:
        asked = Path(self.translate_path(self.path))
        asked = asked / "index.html" if asked.is_dir() else asked
        path = asked if asked.is_file() else self.home / MISSING
        body = compressed(path)
        self.send_response(200 if path == asked else 404)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix not in AS_THEY_ARE:
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.sent.append(Sent(self.path, len(body)))
        with suppress(ConnectionError):  # a browser that goes elsewhere hangs up
            self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@functools.cache
def compressed(path: Path) -> bytes:
    """The body in which the file at `path` travels."""
    body = path.read_bytes()
    return body if path.suffix in AS_THEY_ARE else brotli.compress(body, quality=11)


@contextmanager
def served(root: Path, home: Path) -> Iterator[Wire]:
    """The folder `root` on a port of this machine; in `home` is the page for unknown addresses."""
    sent: list[Sent] = []
    handler = functools.partial(Compressed, root=root, home=home, sent=sent)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Wire(f"http://127.0.0.1:{server.server_port}/", sent)
    server.shutdown()
