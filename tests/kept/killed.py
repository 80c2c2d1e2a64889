"""Stands in for a power cut: `python -m tests.kept.killed AT …` is `mkdocs …`, which stops dead, or fails, at the AT-th change of a file.

With AT of 0 nothing happens to it, and the last line of what it prints says how many changes there were.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.__main__ import cli

if TYPE_CHECKING:
    from collections.abc import Callable

CHANGES = frozenset(["os.remove", "os.rename", "os.rmdir", "os.mkdir"])


class Fate:
    """Counts changes of files below a folder, and does something at one of them."""

    def __init__(self, at: int, folder: str, deed: Callable[[], None]) -> None:
        self.at = at
        self.folder = folder
        self.deed = deed
        self.count = 0

    def audit(self, event: str, arguments: tuple[object, ...]) -> None:
        """Called by Python before it does anything."""
        if event in CHANGES or (event == "open" and is_written(arguments)):
            if not str(arguments[0]).startswith(self.folder):
                return
            self.count += 1
            if self.count == self.at:
                self.deed()


def is_written(arguments: tuple[object, ...]) -> bool:
    """Whether `open` with these arguments may change a file."""
    return isinstance(arguments[2], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))


def die() -> None:
    """As if the power had failed."""
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    """As if the disk were full."""
    raise OSError(28, "No space left on device")


if __name__ == "__main__":
    at = int(sys.argv.pop(1))
    fate = Fate(abs(at), str(Path(sys.argv[-1]).parent), fail if at < 0 else die)
    sys.addaudithook(fate.audit)
    try:
        cli(standalone_mode=False)
    finally:
        print(fate.count)
