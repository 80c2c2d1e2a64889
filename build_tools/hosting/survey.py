"""What lies in the release that is shown and in the spare one, found out while the engine builds: to look takes as long as to publish.

It is believed at most once, and only of the very same folders: nobody touches them but whoever has the lock and took it.
"""

from __future__ import annotations

import marshal
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.hosting.copying import tree_of

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.hosting.layout import Host

NAME = "survey"
"""In the workshop, of which nothing outlives a start of the machine."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The files of two folders, by their paths there, and what tells each from any other."""

    live: dict[str, int]
    """Of what the public sees, without compressed forms."""
    spare: dict[str, int]
    """Of the release whose files can be used again, with them."""


def survey(host: Host) -> Survey:
    """Both folders, as they are now."""
    return Survey(tree_of(host.current, compressed=False).inodes, tree_of(host.spare).inodes)


def leave_survey(host: Host) -> None:
    """Look, and leave what is found to whoever prepares the next release."""
    place = host.workshop / NAME
    found = survey(host)
    host.workshop.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = place.with_suffix(".draft")
    draft.write_bytes(marshal.dumps((surveyed(host), found.live, found.spare)))
    draft.replace(place)


def take_survey(host: Host) -> Survey:
    """What was left, if it is of what is there now; otherwise what is found by looking."""
    place = host.workshop / NAME
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = place.read_bytes()
        place.unlink()
        folders, live, spare = marshal.loads(content)  # noqa: S302 — nobody else may write there
        if folders == surveyed(host):
            return Survey(live, spare)
    return survey(host)


def surveyed(host: Host) -> tuple[tuple[int, int] | None, ...]:
    """Which folders are looked at, by what stays theirs when they get another name."""
    return identity(host.current), identity(host.spare)


def identity(folder: Path) -> tuple[int, int] | None:
    """What tells `folder` from all others; None where there is none."""
    try:
        told = os.stat(folder)  # noqa: PTH116 — of what a link leads to
    except FileNotFoundError:
        return None
    return told.st_dev, told.st_ino
