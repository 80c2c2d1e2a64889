"""One at a time: a lock that the kernel lets go of when its process ends, however that ends."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.hosting.layout import Host


class BusyError(Exception):
    """Somebody else has the lock."""


@contextmanager
def locked(host: Host, *, waiting: bool = True) -> Iterator[None]:
    """Have nobody else change what is published; no child process inherits the lock.

    `waiting` until somebody else is done, or else `BusyError`.
    """
    with (host.state / "lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX if waiting else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError from None
        yield
