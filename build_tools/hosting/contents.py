"""The content as files, passed on from one commit to the next: of a thousand files a push changes one.

Whoever needs a commit's files takes away a folder that somebody else has left and changes what differs; a folder that is
lost, or that two reach for at once, is written anew. None outlives the start of the machine in which it was written.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.hosting.repository import GitError
from build_tools.hosting.taking import CONTENT, amend, stand_at, take

if TYPE_CHECKING:
    from build_tools.hosting.layout import Host
    from build_tools.hosting.repository import Repository

STATIONS = b"content/stations"


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
        if not is_whole(repository, commit, folder):
            raise FileNotFoundError(folder)
    except (GitError, OSError):
        shutil.rmtree(folder, ignore_errors=True)
        take(repository, commit, folder)
    stand_at(repository, commit, folder)
    return folder / CONTENT


def taken_away(contents: Path, commit: str, folder: Path) -> str | None:
    """The commit whose files have become `folder`: the same, if somebody has left it; None when nobody has left any."""
    try:
        left = sorted(contents.iterdir(), key=lambda one: one.name != commit)
    except FileNotFoundError:
        return None
    for one in left:
        try:
            one.rename(folder)
        except FileNotFoundError:  # somebody else was faster
            continue
        return one.name
    return None


def is_whole(repository: Repository, commit: str, folder: Path) -> bool:
    """Whether `folder` holds the files of `commit` and no others, by their names and sizes."""
    there = {
        os.path.relpath(os.path.join(place, name), folder): os.lstat(os.path.join(place, name)).st_size  # noqa: PTH118
        for place, _, names in os.walk(folder / CONTENT)
        for name in names
    }
    return there == {os.fsdecode(one.path): one.size for one in repository.entries(commit, CONTENT.encode())}


def leave(host: Host, commit: str, folder: Path) -> None:
    """Leave `folder` with the files of `commit` for whoever comes next, if that is possible; nobody needs more than one.

    What others have left goes beside `folder`, where nobody believes it any more, and is removed with all that lies there.
    """
    with suppress(OSError):
        host.contents.mkdir(mode=0o700, parents=True, exist_ok=True)
        for count, one in enumerate(host.contents.iterdir()):
            one.rename(folder.with_name(f"gone-{count}"))
        folder.rename(host.contents / commit)


def stations_of(repository: Repository, commit: str) -> list[str]:
    """The ids of the stations in `commit`, as git tells of them."""
    files = [os.fsdecode(one.path) for one in repository.entries(commit, STATIONS)]
    return [Path(file).stem for file in files if file.endswith(".yml")]
