"""One at a time: a lock that the kernel lets go of when its process ends, however that ends."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.hosting.layout import Host


@contextmanager
def locked(host: Host) -> Iterator[None]:
    """Wait until nobody else changes what is published, and keep everybody else waiting; no child process inherits it."""
    with (host.state / "lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
