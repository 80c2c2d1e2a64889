"""How long an editor waits who has a station's page open while `mkdocs serve` runs: from saving to the page with the edit."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.benchmarks.speed.edits import station_to_edit
from tests.benchmarks.speed.measure import CommandFailedError
from tests.sites import ROOT, environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EDITS = 10
PATIENCE = 90.0
"""Seconds until a server that does not answer never will; MkDocs answers after a minute that there is nothing new."""
TELEPHONE = re.compile(r"^电话: .*$", re.MULTILINE)
RELOADING = re.compile(r"livereload\((\d+), (\d+)\)")
"""How a page asks to be told of the next build."""


def waits(content: Path, stations: int, edits: int = EDITS) -> list[float]:
    """Seconds after each of so many edits of one of the `stations` of `content`, with everything on; it is as before then."""
    station = station_to_edit(stations)
    path = content / "stations" / f"{station}.yml"
    written = path.read_text(encoding="utf-8")
    with served(content) as address:
        try:
            return [
                wait(path, written, f"0000-{1_000_000 + number}", address, f"stations/{station}/", number / edits)
                for number in range(edits)
            ]
        finally:
            path.write_text(written, encoding="utf-8", newline="\n")


def wait(path: Path, written: str, telephone: str, address: str, page: str, pause: float) -> float:
    """Seconds from saving the file at `path` with another `telephone` until its `page` has that, as a browser asks for it.

    After a `pause` of its own, so that edits do not keep step with the looks of the server.
    """
    epoch, request = RELOADING.findall(fetched(address + page))[0]
    time.sleep(1 + pause)
    begin = time.perf_counter()
    path.write_text(TELEPHONE.sub(f"电话: {telephone}", written, count=1), encoding="utf-8", newline="\n")
    fetched(f"{address}livereload/{epoch}/{request}")  # answers when there is another site
    shown = telephone in fetched(address + page)
    if not shown:
        raise CommandFailedError(f"the server does not show {telephone} at {page}")
    return time.perf_counter() - begin


@contextmanager
def served(content: Path) -> Iterator[str]:
    """The address at which `mkdocs serve` shows `content` meanwhile."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", place]
    with tempfile.TemporaryDirectory() as name:  # a server that is stopped leaves its site behind
        variables = environment(content, TMPDIR=name)
        server = subprocess.Popen(command, cwd=ROOT, env=variables, stderr=subprocess.DEVNULL)
        try:
            await_answer(f"http://{place}/")
            yield f"http://{place}/"
        finally:
            server.terminate()
            server.wait()


def await_answer(address: str) -> None:
    """Wait until somebody answers at `address`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            fetched(address)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise CommandFailedError(f"no answer at {address}")


def fetched(address: str) -> str:
    """What stands at `address`."""
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 — our own address
        text: str = answer.read().decode()
        return text
