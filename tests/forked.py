"""The command line in a process of its own that has nothing left to import: many runs in little time."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import build_tools.booking.command  # noqa: F401 — what every run would import
from build_tools.__main__ import main
from tests.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FIRST_OF_NOVEMBER = "1793462400"
"""The second in which 2026-11-01 begins in China."""


class Done(NamedTuple):
    """What a run left."""

    returncode: int
    stdout: str
    stderr: str


def command(
    *arguments: object,
    day: str = FIRST_OF_NOVEMBER,
    folder: Path = ROOT,
    before: Callable[[], None] | None = None,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Done:
    """Run the command with `arguments` in `folder` on the `day` given in seconds since 1970, `before` being called first."""
    with tempfile.TemporaryDirectory() as name:
        out, err = Path(name) / "out", Path(name) / "err"
        process = multiprocessing.get_context("fork").Process(
            target=run,
            args=(tuple(map(str, arguments)), folder, {**environment, "SOURCE_DATE_EPOCH": day}, out, err, before),
        )
        process.start()
        process.join(60)
        assert process.exitcode is not None
        return Done(process.exitcode, *(path.read_text(encoding="utf-8") for path in (out, err)))


def run(
    arguments: tuple[str, ...],
    folder: Path,
    environment: dict[str, str],
    out: Path,
    err: Path,
    before: Callable[[], None] | None,
) -> None:
    """Run the command in this process, which ends with it; on a machine whose own encoding is ASCII."""
    os.environ.update(environment)
    time.tzset()
    os.chdir(folder)
    with out.open("w", encoding="ascii") as sys.stdout, err.open("w", encoding="ascii") as sys.stderr:
        if before:
            before()
        status = status_of(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def status_of(arguments: tuple[str, ...]) -> int:
    """The exit status of the command with `arguments`, as Python would give it."""
    try:
        return main(list(arguments))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except Exception:
        traceback.print_exc()
        return 1
