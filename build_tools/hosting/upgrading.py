"""`upgrade`: another engine beside the ones that are there. What it refuses, the one before it goes on publishing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.hosting.files import emptied
from build_tools.hosting.installing import install_wheel
from build_tools.hosting.lock import locked

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.hosting.engines import Engine
    from build_tools.hosting.layout import Host
    from build_tools.hosting.phases import Phases


def upgrade(host: Host, wheel: Path, phases: Phases) -> Engine:
    """Install the engine in `wheel`, which is the newest then; `HostError` when it is none of ours or lacks a library."""
    phases.begin("lock")
    with locked(host):
        phases.begin("engine")
        emptied(host.tmp)
        return install_wheel(host, wheel)
