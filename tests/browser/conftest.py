"""A real browser, and the built sites on a local server that sees every request."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.hostile import engine_that_lets_markup_past, write_hostile
from tests.sites import CONTENT, ROOT, SAMPLE, mkdocs_build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's Chromium; without one its tests are skipped, unless CI insists."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        insist = os.environ.get("BULLETIN_REQUIRE_BROWSER")
        (pytest.fail if insist else pytest.skip)("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=QUIET.split())
        yield running
        running.close()


@pytest.fixture(autouse=True)
def close_what_was_opened(browser: Browser) -> Iterator[None]:
    """Pages that stay open go on running: after some hundred of them every test is slow."""
    before = browser.contexts
    yield
    for context in browser.contexts:
        if context not in before:
            context.close()


class BelowAPath(SimpleHTTPRequestHandler):
    """Serves a folder below `/bulletin/`, with its 404 page, as forges do."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/bulletin"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def served(folder: Path) -> Iterator[tuple[str, Path]]:
    """The address of the site in `folder`, and the folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(BelowAPath, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/bulletin/", folder
    server.shutdown()


def built_and_served(content: Path, folder: Path, root: Path = ROOT) -> Iterator[tuple[str, Path]]:
    """The same of the site that is built from `content` into `folder`, with the engine in `root`."""
    assert mkdocs_build(content, folder, root).returncode == 0
    yield from served(folder)


@pytest.fixture(scope="session")
def site(published: Callable[[Path], Path]) -> Iterator[tuple[str, Path]]:
    """Our own content, built."""
    yield from served(published(CONTENT))


@pytest.fixture(scope="session")
def sample(published: Callable[[Path], Path]) -> Iterator[tuple[str, Path]]:
    """The demonstration bulletin, built."""
    yield from served(published(SAMPLE))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The hostile bulletin, built."""
    folder = tmp_path_factory.mktemp("hostile")
    engine = engine_that_lets_markup_past(folder / "engine")
    yield from built_and_served(write_hostile(folder / "content"), folder / "site", engine)
