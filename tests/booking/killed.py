"""A booking that is killed: it stops dead at the n-th thing it does to a file, as by a power cut."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_tools.records.files import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Callable

KILLED = 99
"""The exit status."""


class Killer:
    """Counts what is done to unfinished files and ends the process before the step `at`; never at 0."""

    def __init__(self, at: int) -> None:
        self.left = at

    def step(self) -> None:
        """One more step."""
        self.left -= 1
        if self.left == 0:
            os._exit(KILLED)

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function` with a step before and, where it changes what lies there, one after it."""

        def stepping(path: Path, *arguments: Any, **options: Any) -> Any:
            if not path.name.endswith(UNFINISHED):
                return function(path, *arguments, **options)
            self.step()
            done = function(path, *arguments, **options)
            self.step()
            return Halting(done, self) if function is OPEN else done

        return stepping

    def syncing(self, number: int) -> None:
        """`os.fsync` with a step before it."""
        self.step()
        SYNC(number)


class Halting:
    """An open file whose bytes are written in two halves with a step between them."""

    def __init__(self, file: Any, killer: Killer) -> None:
        self.file = file
        self.killer = killer

    def __enter__(self) -> Halting:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def write(self, content: bytes) -> None:
        """Write `content`; the first half reaches the disk before the step."""
        half = len(content) // 2
        self.file.write(content[:half])
        self.file.flush()
        self.killer.step()
        self.file.write(content[half:])


OPEN: Callable[..., Any] = Path.open
STEPS: tuple[Callable[..., Any], ...] = (OPEN, Path.replace, Path.unlink)
SYNC = os.fsync


def prepared(at: int) -> None:
    """Let this process be killed at the step `at`."""
    killer = Killer(at)
    changed: Any = Path
    changed.open, changed.replace, changed.unlink = (killer.around(one) for one in STEPS)
    os.fsync = killer.syncing  # type: ignore[assignment]
