"""The content of one commit as files, beside as much of a repository as the engine asks for; nothing else is taken."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.hosting.files import emptied
from build_tools.hosting.refusal import HostError

if TYPE_CHECKING:
    from build_tools.hosting.repository import Repository

CONTENT = "content"
FILES = (b"100644", b"100755", b"100664")
"""What git calls a file; links and submodules are called otherwise."""


def take(repository: Repository, commit: str, folder: Path) -> Path:
    """Write `content/` of `commit` into the empty `folder`, as a repository that stands at `commit`; the content's folder.

    The engine compares it with what was published, and tells what has changed of late.
    """
    content = emptied(folder) / CONTENT
    content.mkdir()
    write_files(repository, commit, folder)
    stand_at(repository, commit, folder)
    return content


def write_files(repository: Repository, commit: str, folder: Path) -> None:
    """Each file below `content/` of `commit` at its path below `folder`; `HostError` for what is no file."""
    entries = repository.entries(commit, CONTENT.encode())
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


def stand_at(repository: Repository, commit: str, folder: Path) -> None:
    """Make `folder` a repository of its own whose objects are those of `repository`, and whose last commit is `commit`."""
    git = folder / ".git"
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
