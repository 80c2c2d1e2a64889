"""The folder in which the engine builds: each time from what the last build has left, and at most once from the same.

A push is built while it is still being looked at, so that it is live soon after it was accepted. What lies in the workshop
is never public: a release is made of it.
"""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from build_tools.hosting.lock import BusyError, locked
from build_tools.hosting.refusal import HostError
from build_tools.hosting.releases import release_at
from build_tools.hosting.survey import leave_survey

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.hosting.building import Build
    from build_tools.hosting.engines import Engine
    from build_tools.hosting.layout import Host
    from build_tools.hosting.releases import Made

LONGEST_AHEAD = 60.0
"""Seconds that a push waits at most for what could be built later."""


class Workshop:
    """The workshop of one host, for whoever has its lock."""

    def __init__(self, host: Host) -> None:
        self.folder: Path = host.workshop
        self.site = self.folder / "site"
        """What the engine has built."""
        self.note = self.folder / "made.json"
        """Says what the site was made from; there only while the site is whole."""

    def holds(self, made: Made) -> bool:
        """Whether the site is whole, and was made from what `made` says."""
        try:
            return bool(json.loads(self.note.read_text(encoding="utf-8")) == asdict(made))
        except (OSError, ValueError):
            return False

    def fill(self, made: Made, build: Build) -> None:
        """Have `build` make the site of what `made` says."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.note.unlink(missing_ok=True)
        build.make(self.site)
        draft = self.note.with_suffix(".draft")
        draft.write_text(json.dumps(asdict(made)), encoding="utf-8")
        draft.replace(self.note)


def build_ahead(host: Host, made: Made, build: Build) -> None:
    """Have `build` make the site that will be wanted if a push is accepted, unless somebody publishes just now.

    Whatever goes wrong here goes wrong once more, and is told, when the site is wanted.
    """
    with suppress(BusyError, HostError, OSError), locked(host, waiting=False), ThreadPoolExecutor(1) as meanwhile:
        looking = meanwhile.submit(leave_survey, host, made)
        Workshop(host).fill(made, replace(build, limit=min(build.limit, LONGEST_AHEAD)))
        looking.result()


def was_built_by(host: Host, engine: Engine) -> bool:
    """Whether `engine` has made what the public sees, so that it needs to build little."""
    live = release_at(host.current)
    return live is not None and live.made.engine == engine.version


def forget_other_boots(host: Host) -> None:
    """Remove the workshops of former starts of the machine."""
    if host.workshops.is_dir():
        for folder in host.workshops.iterdir():
            if folder != host.workshop:
                shutil.rmtree(folder, ignore_errors=True)
