"""What lies in the release that is shown and in the spare one, found out while the engine builds.

Otherwise it would be waited for between build and release. Releases take turns: the one that is shown becomes the previous,
the spare, and is then shown again with other files. So whoever changes a folder has taken the survey away first, and it is
believed for what it was made for, and of the very same two folders.
"""

from __future__ import annotations

import marshal
import os
from contextlib import suppress
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from build_tools.hosting.copying import tree_of

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.hosting.layout import Host
    from build_tools.hosting.releases import Made

NAME = "survey"
"""In the workshop, of which nothing outlives a start of the machine."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The files of two folders, by their paths there, and what tells each from any other."""

    live: dict[str, int]
    """Of what the public sees, without compressed forms."""
    spare: dict[str, int]
    """Of the release whose files can be used again, with them."""


def look(host: Host) -> Survey:
    """Both folders, as they are now."""
    return Survey(tree_of(host.current, compressed=False).inodes, tree_of(host.spare).inodes)


def leave_survey(host: Host, made: Made) -> None:
    """Look, and leave what is found to whoever prepares the release of what was `made`."""
    about = identities(host)
    found = look(host)
    place = host.workshop / NAME
    host.workshop.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = place.with_suffix(".draft")
    draft.write_bytes(marshal.dumps((astuple(made), about, found.live, found.spare)))
    draft.replace(place)


def take_survey(host: Host, made: Made) -> Survey:
    """What was left for what was `made`, if it is of the folders that are there now; otherwise what is found by looking."""
    place = host.workshop / NAME
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = place.read_bytes()
        place.unlink()
        meant, about, live, spare = marshal.loads(content)  # noqa: S302 — nobody else may write there
        if (meant, about) == (astuple(made), identities(host)):
            return Survey(live, spare)
    return look(host)


def identities(host: Host) -> tuple[tuple[int, int] | None, ...]:
    """Which folders are looked at."""
    return identity(host.current), identity(host.spare)


def identity(folder: Path) -> tuple[int, int] | None:
    """What tells `folder` from all others, also when it gets another name; None where there is none."""
    try:
        told = os.stat(folder)  # noqa: PTH116 — of what a link leads to
    except FileNotFoundError:
        return None
    return told.st_dev, told.st_ino
