"""The content as files, passed on from one commit to the next: of a thousand files a push changes one.

Whoever needs a commit's files takes away a folder that somebody else has left and changes what differs; a folder that is
lost, or that two reach for at once, is written anew. None outlives the start of the machine in which it was written.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from build_tools.hosting.repository import GitError
from build_tools.hosting.taking import CONTENT, amend, stand_at, take

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.hosting.layout import Host
    from build_tools.hosting.repository import Repository


def lay_out(host: Host, repository: Repository, commit: str, folder: Path) -> Path:
    """Make `folder`, which is not there yet, a repository with the files of `commit`; where the content is.

    `HostError` for what is no file.
    """
    former = taken_away(host.contents, commit, folder)
    try:
        if former is None:
            raise FileNotFoundError(folder)
        if former != commit:
            amend(repository, former, commit, folder)
    except (GitError, OSError):
        shutil.rmtree(folder, ignore_errors=True)
        take(repository, commit, folder)
    stand_at(repository, commit, folder)
    return folder / CONTENT


def taken_away(contents: Path, commit: str, folder: Path) -> str | None:
    """The commit whose files have become `folder`: the same, if somebody has left it; None when nobody has left any."""
    left = sorted(contents.iterdir(), key=lambda one: one.name != commit) if contents.is_dir() else []
    for one in left:
        try:
            one.rename(folder)
        except FileNotFoundError:  # somebody else was faster
            continue
        return one.name
    return None


def leave(host: Host, commit: str, folder: Path) -> None:
    """Leave `folder` with the files of `commit` for whoever comes next, if that is possible; nobody needs more than one."""
    with suppress(OSError):
        host.contents.mkdir(mode=0o700, parents=True, exist_ok=True)
        for one in host.contents.iterdir():
            shutil.rmtree(one, ignore_errors=True)
        folder.rename(host.contents / commit)
