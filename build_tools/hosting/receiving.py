"""What a push may bring: the only place that can keep a resident's data out of what git remembers for good."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.hosting.building import Build
from build_tools.hosting.contents import lay_out, leave
from build_tools.hosting.engines import installed
from build_tools.hosting.incoming import incoming
from build_tools.hosting.layout import BRANCH
from build_tools.hosting.refusal import HostError
from build_tools.hosting.releases import Made
from build_tools.hosting.repository import Repository
from build_tools.hosting.taking import CONTENT, FILES
from build_tools.hosting.wanted import published_last
from build_tools.hosting.workshop import Workshop, build_ahead, was_built_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from build_tools.hosting.clock import Now
    from build_tools.hosting.layout import Host
    from build_tools.hosting.repository import Entry

NOTHING = "0" * 40
"""In place of a commit: there is none."""
PRIVATE = b"private"
SPREADSHEETS = (
    b".xlsx",
    b".xls",
    b".xlsm",
    b".ods",
    b".et",
    b".numbers",
    b".csv",
    b".tsv",
    b".dbf",
    b".mdb",
    b".accdb",
)
BEFORE, MESSAGES = "before", "messages"
"""Folders for what only the commits between hold, and for what their authors say."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """One line of what git tells `pre-receive`."""

    old: str
    new: str
    ref: str


def pushed(lines: Iterable[str]) -> list[Pushed]:
    """What is being pushed."""
    return [Pushed(*line.split(maxsplit=2)) for line in map(str.strip, lines) if line]


def insist_on_branch(one: Pushed) -> None:
    """`HostError` for any branch or tag but the main branch, and for its end."""
    if one.ref != BRANCH:
        raise HostError("other_branch", branch=one.ref)
    if not one.new.strip("0"):
        raise HostError("no_deleting")


def insist_on_plain_files(repository: Repository, commit: str, newcomers: Iterable[str]) -> None:
    """`HostError` for links and submodules at `commit`, and for private files and spreadsheets in any of the `newcomers`."""
    for one in repository.entries(commit):
        if one.mode not in FILES:
            raise HostError("no_file", path=os.fsdecode(one.path))
    for newcomer in newcomers:
        for one in repository.brought(newcomer):
            if is_private(one.path):
                raise HostError("private", path=os.fsdecode(one.path), commit=newcomer[:12])


def is_private(path: bytes) -> bool:
    """Whether a file at `path` never leaves the building: by its folder, or because it is a spreadsheet."""
    return PRIVATE in path.lower().split(b"/")[:-1] or path.lower().endswith(SPREADSHEETS)


def lay_out_history(repository: Repository, commit: str, newcomers: Iterable[str], folder: Path) -> None:
    """Write below `folder` what the `newcomers` hold and `commit` does not, and what their messages say.

    A number that one commit adds and the next one takes away would be in what everybody clones.
    """
    at_the_end = {(one.path, one.id) for one in repository.entries(commit, CONTENT.encode())}
    for newcomer in newcomers:
        message = folder / MESSAGES / newcomer[:12]
        message.parent.mkdir(parents=True, exist_ok=True)
        message.write_bytes(repository.message(newcomer).partition(b"\n\n")[2])
        gone = [one for one in brought_files(repository, newcomer) if (one.path, one.id) not in at_the_end]
        for one, content in zip(gone, repository.blobs(one.id for one in gone), strict=True):
            path = folder / BEFORE / newcomer[:12] / os.fsdecode(one.path.removeprefix(b"content/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def brought_files(repository: Repository, commit: str) -> Iterator[Entry]:
    """The files of the content that `commit` has brought."""
    for one in repository.brought(commit):
        if one.path.startswith(b"content/") and one.mode in FILES:
            yield one


def look_at(host: Host, commit: str, now: Now) -> None:
    """Let `commit` be pushed, or end with `HostError` or with the report of its content, `RefusedContentError`."""
    repository = Repository(host, in_hook=True)
    newcomers = repository.newcomers(commit)
    insist_on_plain_files(repository, commit, newcomers)
    engine = installed(host)[0]
    with incoming(host) as folder:
        content = lay_out(host, repository, commit, folder / "taken")
        history = folder / "history"
        lay_out_history(repository, commit, newcomers, history)
        build = Build(engine, content, now.moment, now.limit, published_last(host, repository))
        with ThreadPoolExecutor(1) as meanwhile:
            if was_built_by(host, engine):
                meanwhile.submit(build_ahead, host, Made(commit, engine.version, now.day), build)
            build.check("--pushed", str(history), "--site", str(Workshop(host).site))
        leave(host, commit, folder / "taken")
