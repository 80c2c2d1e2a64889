"""Whole sites, each in a folder of its own, and the two links that say which of them the public sees."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.hosting.files import insist_on_link, point, settle

if TYPE_CHECKING:
    from build_tools.hosting.layout import Host

NAME = re.compile(r"(?P<number>\d+)-[0-9a-f]{12}")
ABOUT = ".release.json"
"""Inside a release, and hidden: nginx refuses it."""


@dataclass(frozen=True, slots=True)
class Made:
    """All that a site depends on."""

    commit: str
    engine: str
    day: str
    """In China, 2026-11-21."""


@dataclass(frozen=True, slots=True)
class Release:
    """One folder below `releases/`."""

    folder: Path
    made: Made

    @property
    def number(self) -> int:
        """One more than the release before it."""
        return number_of(self.folder)


def number_of(folder: Path) -> int:
    """The number in the name of a release's folder; 0 when it is called otherwise."""
    matched = NAME.fullmatch(folder.name)
    return int(matched["number"]) if matched else 0


def release_at(link: Path) -> Release | None:
    """The release that `link` leads to, or None when it leads nowhere, or to what does not say what it was made from.

    `HostError` when it is a folder itself.
    """
    insist_on_link(link)
    if not link.is_dir():
        return None
    folder = link.parent / link.readlink()
    try:
        return Release(folder, Made(**json.loads((folder / ABOUT).read_text(encoding="utf-8"))))
    except (OSError, ValueError, TypeError):
        return None


def label(folder: Path, made: Made) -> None:
    """Write into the site in `folder` what it was made from."""
    (folder / ABOUT).write_text(json.dumps(asdict(made)) + "\n", encoding="utf-8")


def next_folder(host: Host, commit: str) -> Path:
    """Where the next release will lie."""
    last = max((number_of(one) for one in host.releases.iterdir()), default=0)
    return host.releases / f"{last + 1}-{commit[:12]}"


def keep(site: Path, folder: Path) -> None:
    """Make the finished `site` the release in `folder`, in one step."""
    site.rename(folder)
    settle(folder.parent)


def show(host: Host, folder: Path) -> None:
    """Let the public see the release in `folder`, in one step."""
    point(host.current, folder)


def remember_previous(host: Host) -> None:
    """What the public sees now is what one can go back to."""
    if release := release_at(host.current):
        point(host.previous, release.folder)


def prune(host: Host) -> None:
    """Take away the releases that neither link leads to, each in one step; the files of the last one can be used again.

    Whatever is the spare is whole, so nothing is removed here, where somebody may be killed: what goes, goes with `tmp`.
    """
    kept = {(link.parent / link.readlink()).resolve() for link in (host.current, host.previous) if link.is_symlink()}
    for folder in sorted(host.releases.iterdir(), key=number_of):
        if folder.resolve() not in kept:
            if host.spare.exists():
                host.spare.rename(host.tmp / f"before-{folder.name}")
            folder.rename(host.spare)
