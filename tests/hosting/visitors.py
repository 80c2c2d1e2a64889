"""Visitors who go on asking while the site is replaced, and note everything that does not belong together."""

from __future__ import annotations

import gzip
import http.client
import json
import re
import threading
import time
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import brotli  # type: ignore[import-untyped]

from tests.hosting.nginx import asked, loaded_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNPACKED: dict[str | None, Callable[[bytes], bytes]] = {None: bytes, "br": brotli.decompress, "gzip": gzip.decompress}
PAGES = ("", "stations/", "stations/jia/", "services/", "site-map/", "404.html")
ENCODINGS = ("br, gzip", "gzip", "br", "")
PATIENCE = 60
BREATH = 0.02
"""Seconds between two visits, which leave the machine to those who build."""


class Known(NamedTuple):
    """What a visitor has kept of an address."""

    etag: str
    body: bytes


@dataclass
class Swaps:
    """Which release is shown, and when everybody has begun anew since it has been."""

    folder: Path
    """Of the host."""
    begun: list[int]
    sums: dict[str, dict[str, str]] = field(default_factory=dict)
    """Release → path → checksum, of each release that somebody has seen."""
    changed: threading.Condition = field(default_factory=threading.Condition)
    is_over: bool = False

    def live(self) -> str:
        """The name of the release that is shown."""
        release = (self.folder / "current").resolve(strict=True)
        if release.name not in self.sums:
            lines = (release / ".manifest").read_text(encoding="utf-8").splitlines()
            self.sums[release.name] = {path: sum_ for sum_, path in (line.split("  ", 1) for line in lines)}
        return release.name

    def begin(self, visitor: int) -> bool:
        """Whether `visitor` shall begin once more."""
        with self.changed:
            self.begun[visitor] += 1
            self.changed.notify_all()
            return not self.is_over

    def wait_for_all(self) -> None:
        """Return when each visitor has begun anew: nobody's visit then spans more than one swap."""
        with self.changed:
            before = list(self.begun)
            met = self.changed.wait_for(lambda: all(map(int.__lt__, before, self.begun)), PATIENCE)
            assert met, "a visitor has stopped"

    def end(self) -> None:
        """Let everybody come to an end."""
        with self.changed:
            self.is_over = True


class Visitor(threading.Thread):
    """Opens pages, each with all that it names, over one connection."""

    def __init__(self, number: int, port: int, swaps: Swaps) -> None:
        super().__init__(daemon=True)
        self.number = number
        self.swaps = swaps
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.encodings = cycle(ENCODINGS[number % len(ENCODINGS) :] + ENCODINGS[: number % len(ENCODINGS)])
        self.known: dict[tuple[str, str], Known] = {}
        self.wrong: list[str] = []
        self.told: set[tuple[int, str | None]] = set()
        """Status and encoding of what came."""
        self.count = 0

    def run(self) -> None:
        """Visit until it is over."""
        pages = cycle(PAGES[self.number % len(PAGES) :] + PAGES[: self.number % len(PAGES)])
        try:
            while self.swaps.begin(self.number):
                self.visit(next(pages))
                time.sleep(BREATH)
        except Exception as error:
            self.wrong.append(repr(error))
        finally:
            self.connection.close()

    def visit(self, page: str) -> None:
        """Open `page` and all that belongs to it: what it loads, and what is searched."""
        encoding = next(self.encodings)
        html = self.opened(page, encoding)
        release = self.owner(page, html)
        for uri in loaded_by(html.decode()):
            name = re.sub(r"^(\.\./)+|^/", "", uri)
            body = self.opened(name, encoding)
            if sha256(body).hexdigest() != self.swaps.sums[release].get(name):
                self.wrong.append(f"{name} is not that of {release}")
        head = json.loads(self.opened("search/index.json", encoding))
        for name in ("words", "services", "boxes", "stations/0"):
            uri = f"search/{head['version']}/{name}.json"
            if sha256(self.opened(uri, encoding)).hexdigest() not in {
                one.get(uri) for one in list(self.swaps.sums.values())
            }:
                self.wrong.append(f"{uri} is of no release")

    def opened(self, uri: str, encoding: str) -> bytes:
        """What is at `uri`, whole, as it is in a release that was shown when it was asked for."""
        known = self.known.get((uri, encoding))
        headers = {"Accept-Encoding": encoding, **({"If-None-Match": known.etag} if known and self.count % 3 else {})}
        allowed = [self.swaps.live()]
        answer = asked(self.connection, f"/{uri}", headers)
        allowed.append(self.swaps.live())
        self.count += 1
        self.told.add((answer.status, answer.headers["Content-Encoding"]))
        self.wrong.extend(f"{uri}: {fault}" for fault in faults(answer.status, answer.headers, answer.body, uri))
        if answer.status == 304 and known:
            body = known.body
        else:
            body = UNPACKED[answer.headers["Content-Encoding"]](answer.body)
            self.known[uri, encoding] = Known(answer.headers["ETag"], body)
        if not is_named(uri) and sha256(body).hexdigest() not in {
            self.swaps.sums[one][path_of(uri)] for one in allowed
        }:
            self.wrong.append(f"{uri} is of none of {allowed} ({answer.status})")
        return body

    def owner(self, page: str, html: bytes) -> str:
        """The release of which `page` is."""
        known = list(self.swaps.sums.items())
        return next(one for one, sums in known if sums[path_of(page)] == sha256(html).hexdigest())


def faults(status: int, headers: http.client.HTTPMessage, body: bytes, uri: str) -> Iterator[str]:
    """What is wrong with one answer, whatever it is an answer to."""
    if status not in (200, 304) and not (status == 404 and uri == "404.html"):
        yield f"status {status}"
    if status == 200 and headers["Content-Length"] != str(len(body)):
        yield f"{len(body)} bytes, {headers['Content-Length']} said"
    if ("immutable" in headers["Cache-Control"]) != is_named(uri):
        yield f"kept {headers['Cache-Control']}"
    if not headers["Content-Security-Policy"]:
        yield "no policy"


def is_named(uri: str) -> bool:
    """Whether a name tells its content."""
    return re.search(r"[./][0-9a-f]{8}[./]", uri) is not None


def path_of(uri: str) -> str:
    """The file that is shown at `uri`."""
    return f"{uri}index.html" if not uri or uri.endswith("/") else uri
