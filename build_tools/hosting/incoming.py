"""Where a push is looked at before it is accepted: a folder that goes when the push does."""

from __future__ import annotations

import fcntl
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.hosting.layout import Host

QUARANTINE = "objects/tmp_objdir-incoming-*"
"""Where git keeps what is not accepted yet; it takes that away itself, unless it is killed."""
LONG = 24 * 60 * 60
"""Seconds: no push is looked at for so long."""
LOCK = "incoming.lock"
"""Shared by all pushes that are being looked at; whoever has it alone knows that there is none."""


@contextmanager
def incoming(host: Host) -> Iterator[Path]:
    """An empty folder for one push."""
    with (host.state / LOCK).open("a") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        host.incoming.mkdir(mode=0o700, exist_ok=True)
        folder = Path(mkdtemp(dir=host.incoming))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def forget_abandoned(host: Host, moment: float) -> None:
    """Remove what pushes have left that were killed, unless one is being looked at just now, at `moment`."""
    for folder in host.repository.glob(QUARANTINE):
        with suppress(FileNotFoundError):
            if folder.stat().st_mtime < moment - LONG:
                shutil.rmtree(folder, ignore_errors=True)
    with (host.state / LOCK).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        shutil.rmtree(host.incoming, ignore_errors=True)
