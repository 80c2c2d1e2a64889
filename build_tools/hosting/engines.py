"""The versions of the engine that are installed, and how one is run: as a command, for a limited time."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.hosting.layout import Host

NEWEST = "newest"
"""The link in the folder of engines to the one that was installed last."""
CONTENT_ERRORS = 65
"""How `check` ends when staff must mend something."""
FROM_OUTSIDE = ("PATH", "TZ", "TMPDIR")
"""All that an engine is told of the environment; what else it must know is said to it."""
GUARD = 'read -r done || kill -9 "-$1"'
LIBC = ctypes.CDLL(None)
"""Loaded before anybody forks: between fork and exec nothing may wait for another thread."""
DIES_WITH_PARENT = 1
"""`PR_SET_PDEATHSIG` of Linux."""


@dataclass(frozen=True, slots=True)
class Engine:
    """One installed version."""

    folder: Path
    environment: Mapping[str, str]
    """Of this machine; the engine is told next to nothing of it."""

    @property
    def version(self) -> str:
        """Its name on this host."""
        return self.folder.name

    @property
    def python(self) -> Path:
        """Its own interpreter, with its own libraries."""
        return self.folder / "bin" / "python"

    @property
    def configuration(self) -> Path:
        """Its own `mkdocs.yml`: never one that was pushed."""
        return self.folder / "mkdocs.yml"

    def run(self, *words: str, here: Path, limit: float, told: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
        """Run one of its modules in the folder `here`, and all that it starts; `TimeoutExpired` after `limit` seconds."""
        environment = {key: self.environment[key] for key in FROM_OUTSIDE if key in self.environment}
        command = [str(self.python), "-I", "-m", *words]
        with (
            subprocess.Popen(
                command,
                cwd=here,
                env={**environment, "LANG": "C.UTF-8", "NO_MKDOCS_2_WARNING": "1", **told},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=die_with_parent,
            ) as process,
            guarded(process.pid),
        ):
            try:
                output, _ = process.communicate(timeout=limit)
            finally:
                end_all_of(process)
        return subprocess.CompletedProcess(command, process.returncode, output)


@contextmanager
def guarded(group: int) -> Iterator[None]:
    """Meanwhile somebody else waits for the end of this process, and ends `group` when it has been killed.

    The kernel tells the guard, whose input then ends. It ends what `die_with_parent` does not reach: what a child has started.
    """
    with subprocess.Popen(
        ["/bin/sh", "-c", GUARD, "sh", str(group)], stdin=subprocess.PIPE, start_new_session=True
    ) as guard:
        try:
            yield
        finally:
            guard.communicate(b"done\n")


def end_all_of(process: subprocess.Popen[bytes]) -> None:
    """End what `process` has started and not ended itself: nothing goes on writing where the next one will."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def die_with_parent() -> None:
    """Between fork and exec: have the kernel end this process when the one that called it is killed."""
    LIBC.prctl(DIES_WITH_PARENT, signal.SIGKILL)


def installed(host: Host) -> list[Engine]:
    """Every engine there is, the newest first."""
    newest = (host.engines / NEWEST).resolve()
    others = [one for one in host.engines.iterdir() if one.is_dir() and not one.is_symlink() and one != newest]
    others.sort(key=lambda one: one.stat().st_mtime_ns, reverse=True)
    return [Engine(one, host.environment) for one in (newest, *others)]
