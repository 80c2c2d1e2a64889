"""What a command costs: wall time, processor time and memory, its worker processes included."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

BETWEEN_SAMPLES = 0.03
"""Seconds."""
PROCESSES = Path("/proc")


class CommandFailedError(Exception):
    """A command that was to be measured has failed; the message says which."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds that one run took."""

    wall: float
    cpu: float
    """Of all its processes, in user and system mode."""


def cost_of(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Cost:
    """What `command` costs when run in `folder`."""
    begin = time.perf_counter()
    process = started(command, environment, folder)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    insist(command, os.waitstatus_to_exitcode(status))
    return Cost(wall, used.ru_utime + used.ru_stime)


def peak_memory(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> int | None:
    """The most bytes that `command` and its processes hold at a time; None on systems that do not tell.

    Shared pages count once: each process has its proportional share. A run of its own, because looking slows what it
    looks at.
    """
    if not (PROCESSES / "self" / "smaps_rollup").exists():
        return None
    process = started(command, environment, folder)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(share_of, tree(process.pid))))
        time.sleep(BETWEEN_SAMPLES)
    insist(command, process.returncode)
    return peak


def started(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> subprocess.Popen[bytes]:
    """`command`, running."""
    return subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.DEVNULL)


def insist(command: Sequence[str], code: int) -> None:
    """A build that failed has not been measured."""
    if code:
        raise CommandFailedError(f"exit status {code}: {' '.join(command)}")


def tree(process: int) -> Iterator[int]:
    """The number of a `process` and those of all that it has started."""
    yield process
    for listed in (PROCESSES / str(process)).glob("task/*/children"):
        for child in (told(listed) or "").split():
            yield from tree(int(child))


def share_of(process: int) -> int:
    """The bytes that a `process` holds; none when it has ended."""
    lines = (told(PROCESSES / str(process) / "smaps_rollup") or "").splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def told(path: Path) -> str | None:
    """What the system tells of a process that may end at any moment."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return None
