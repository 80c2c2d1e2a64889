"""The content of one commit as files, beside as much of a repository as the engine asks for; nothing else is taken."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.hosting.refusal import HostError
from build_tools.hosting.repository import GONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.hosting.repository import Entry, Repository

CONTENT = "content"
FILES = (b"100644", b"100755", b"100664")
"""What git calls a file; links and submodules are called otherwise."""


def take(repository: Repository, commit: str, folder: Path) -> None:
    """Write `content/` of `commit` into the new `folder`; `HostError` for what is no file."""
    (folder / CONTENT).mkdir(parents=True)
    write_files(repository, repository.entries(commit, CONTENT.encode()), folder)


def amend(repository: Repository, former: str, commit: str, folder: Path) -> None:
    """Make `folder`, into which `former` was taken, what it would be with `commit`; `HostError` for what is no file."""
    changed = list(repository.changed(former, commit, CONTENT.encode()))
    changed.sort(key=lambda one: one.mode != GONE)  # a file may come where a folder was
    for one in changed:
        path = place_of(one, folder)
        path.unlink(missing_ok=True)
        remove_if_empty(path.parent, folder / CONTENT)
    write_files(repository, [one for one in changed if one.mode != GONE], folder)


def write_files(repository: Repository, entries: Sequence[Entry], folder: Path) -> None:
    """Write each of `entries` at its path below `folder`; `HostError` for what is no file."""
    for one in entries:
        if one.mode not in FILES:
            raise HostError("no_file", path=os.fsdecode(one.path))
    made: set[str] = set()
    for one, content in zip(entries, repository.blobs(one.id for one in entries), strict=True):
        path = os.path.join(folder, os.fsdecode(one.path))  # noqa: PTH118 — a thousand times in a second
        parent = path.rpartition("/")[0]
        if parent not in made:
            Path(parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        with open(path, "xb") as file:  # noqa: PTH123 — likewise
            file.write(content)


def place_of(one: Entry, folder: Path) -> Path:
    """Where `one` lies below `folder`."""
    return folder / os.fsdecode(one.path)


def remove_if_empty(folder: Path, top: Path) -> None:
    """Remove `folder` and those around it up to `top`, as far as nothing is in them: git knows no empty ones."""
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def stand_at(repository: Repository, commit: str, folder: Path) -> None:
    """Make `folder` a repository of its own whose objects are those of `repository`, and whose last commit is `commit`.

    The engine compares content with what was published, and tells what has changed of late.
    """
    git = folder / ".git"
    shutil.rmtree(git, ignore_errors=True)
    (git / "refs").mkdir(parents=True)
    (git / "objects" / "info").mkdir(parents=True)
    (git / "objects" / "info" / "alternates").write_text("".join(f"{one}\n" for one in stores(repository)))
    (git / "config").write_text("[core]\n\trepositoryFormatVersion = 0\n\tbare = false\n")
    (git / "HEAD").write_text(f"{commit}\n")
    command = ["git", "-c", "safe.directory=*", "read-tree", commit]
    clean = {key: value for key, value in repository.environment.items() if not key.startswith("GIT_")}
    subprocess.run(command, cwd=folder, env=clean, check=True, capture_output=True)


def stores(repository: Repository) -> list[Path]:
    """The folders that hold objects: while a push is looked at, also the one for what may be refused."""
    pushed = repository.environment.get("GIT_OBJECT_DIRECTORY")
    own = [(repository.folder / pushed).resolve()] if pushed else []
    return [*own, (repository.folder / "objects").resolve()]
