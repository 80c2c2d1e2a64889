"""How soon a server sees that something has changed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from mkdocs.livereload import LiveReloadServer

from hooks.watching import watch_closely

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


@pytest.fixture
def server(content: Path, built: threading.Event) -> Iterator[LiveReloadServer]:
    """One that would look at `content` once an hour; not yet serving."""
    made = LiveReloadServer(built.set, "127.0.0.1", 0, str(content), polling_interval=AN_HOUR)
    made.watch(str(content))
    yield made
    made.shutdown()


def test_a_server_does_not_wait_for_its_next_look_to_see_that_content_has_changed(
    server: LiveReloadServer, content: Path, built: threading.Event
) -> None:
    watch_closely(server, str(content))
    threading.Thread(target=server.serve, daemon=True).start()
    (content / "stations" / "new.yml").write_text("名称: 示例驿站\n", encoding="utf-8")
    assert built.wait(PATIENCE)


def test_what_else_a_server_watches_it_goes_on_watching(server: LiveReloadServer, content: Path) -> None:
    observer = server.observer
    watch_closely(server, str(content))
    assert server.observer is observer
