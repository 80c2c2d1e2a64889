"""What a server watches besides what MkDocs knows, and how soon it sees that the content has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hooks.door import ENGINE

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from watchdog.observers.polling import PollingObserver

READ_ANEW = ("publishing/templates", "publishing/guide", "locale", "theme")
"""Folders of the engine whose files are read anew in each build."""
LOOKS_EVERY = 0.25
"""Seconds; MkDocs looks twice a second, and half of the second within which an edit is to show would have gone by then."""


def watch_engine(server: LiveReloadServer) -> None:
    """Let `server` rebuild also when the engine's templates, words or theme change."""
    for folder in READ_ANEW:
        server.watch(str(ENGINE / folder))


def watch_closely(server: LiveReloadServer, content: str) -> PollingObserver:
    """Let `server`, which watches the folder `content` already, see sooner what changes there; who looks there now.

    An observer of its own: how often one looks is said when it is made. By looking, like MkDocs', because many network
    drives and containers do not tell of changes.
    """
    server.unwatch(content)
    others, server.observer = server.observer, type(server.observer)(timeout=LOOKS_EVERY)
    server.watch(content)
    closely, server.observer = server.observer, others
    closely.start()
    return closely
