"""How soon a server sees that something has changed."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from mkdocs.livereload import LiveReloadServer

from hooks.watching import LOOKS_EVERY, watch_closely

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AN_HOUR = 3600.0
PATIENCE = 30.0


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "stations").mkdir()
    return tmp_path


@pytest.fixture
def built() -> threading.Event:
    return threading.Event()


@contextmanager
def serving(content: Path, built: threading.Event, interval: float, *others: Path) -> Iterator[None]:
    """A server that looks at `others` at such an `interval`, and closely at `content`; it tells when it has built."""
    server = LiveReloadServer(built.set, "127.0.0.1", 0, str(content), polling_interval=interval)
    for folder in (content, *others):
        server.watch(str(folder))
    closely = watch_closely(server, str(content))
    server.observer.start()
    building = threading.Thread(target=server._build_loop, daemon=True)
    building.start()
    try:
        yield
    finally:
        closely.stop()
        server.shutdown()
        building.join()


def test_a_server_does_not_wait_for_its_next_look_to_see_that_content_has_changed(
    content: Path, built: threading.Event
) -> None:
    with serving(content, built, AN_HOUR):
        (content / "stations" / "new.yml").write_text("名称: 示例驿站\n", encoding="utf-8")
        assert built.wait(PATIENCE)


def test_what_else_a_server_watches_it_goes_on_watching(
    content: Path, built: threading.Event, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    with serving(content, built, LOOKS_EVERY, elsewhere):
        (elsewhere / "style.css").write_text("", encoding="utf-8")
        assert built.wait(PATIENCE)
