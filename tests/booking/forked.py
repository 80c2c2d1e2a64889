"""The command line in a process of its own that has nothing left to import: many runs in little time."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import build_tools.booking.command  # noqa: F401 — what every run would import
from build_tools.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_OF_NOVEMBER = "1793462400"
"""The second in which 2026-11-01 begins in China."""


class Done(NamedTuple):
    """What a run left."""

    returncode: int
    stdout: str
    stderr: str


def command(*arguments: object, day: str = FIRST_OF_NOVEMBER, before: Callable[[], None] | None = None) -> Done:
    """Run the command with `arguments` on the `day` given in seconds since 1970, `before` being called first."""
    with tempfile.TemporaryDirectory() as name:
        out, err = Path(name) / "out", Path(name) / "err"
        process = multiprocessing.get_context("fork").Process(
            target=run, args=(tuple(map(str, arguments)), day, out, err, before)
        )
        process.start()
        process.join(60)
        assert process.exitcode is not None
        return Done(process.exitcode, *(path.read_text(encoding="utf-8") for path in (out, err)))


def run(arguments: tuple[str, ...], day: str, out: Path, err: Path, before: Callable[[], None] | None) -> None:
    """Run the command in this process, which ends with it."""
    os.environ["SOURCE_DATE_EPOCH"] = day
    with out.open("w", encoding="ascii") as sys.stdout, err.open("w", encoding="ascii") as sys.stderr:
        if before:
            before()
        try:
            status: object = main(list(arguments))
        except SystemExit as end:
            status = end.code
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status if isinstance(status, int) else 1)
