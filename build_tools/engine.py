"""What the program is, in a few bytes: another version of it, of a library or of Python may make another site."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.digest import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
OURS = ("build_tools", "hooks")

Stamp = tuple[str, int, int, int]
"""A file, its size, and the nanoseconds of the last change of its content, which can be set, and of anything about it."""


class Engine:
    """The program of this process, to be made when it begins: files of ours may be saved while it runs."""

    def __init__(self) -> None:
        self.code = code_in(stamps())
        self.stamps: list[Stamp] = []
        self.known = b""
        """The digest of the files that had these `stamps`."""

    def digest(self) -> bytes:
        """What the program is now; empty if code is no longer what was loaded, since nobody knows what that makes."""
        now = stamps()
        if now != self.stamps:
            self.stamps, self.known = now, engine_digest()
        return self.known if code_in(stamps()) == self.code else b""

    def is_same(self) -> bool:
        """Whether no file of ours has been saved since `digest` was told: each is read when it is needed."""
        return stamps() == self.stamps


def engine_digest() -> bytes:
    """Sixteen bytes that are others when any file of ours is, or the version of anything that we use."""
    files = ((name, content_of(path)) for name, path in our_files())
    return digest(*(part for name, content in (*files, *versions()) for part in (name.encode(), content)))


def code_in(files: list[Stamp]) -> tuple[list[tuple[str, int, int]], list[tuple[str, bytes]]]:
    """What tells that code among our `files` is another, or a library."""
    return [one[:3] for one in files if one[0].endswith(".py")], list(versions())


def stamps() -> list[Stamp]:
    """What tells that a file of ours has been saved."""
    return [
        (name, told.st_size, told.st_mtime_ns, told.st_ctime_ns)
        for name, path in our_files()
        if (told := state_of(path))
    ]


def state_of(path: str) -> os.stat_result | None:
    """What the system says of the file at `path`; nothing of one that has gone."""
    try:
        return os.stat(path)  # noqa: PTH116 — as text: a `Path` of each of 700 files takes longer than the question
    except OSError:
        return None


def content_of(path: str) -> bytes:
    """The content of the file at `path`; nothing of one that has gone, or of a link to nowhere, as editors leave them."""
    try:
        return Path(path).read_bytes() if Path(path).is_file() else b""
    except OSError:
        return b""


def our_files() -> Iterator[tuple[str, str]]:
    """Every file of ours that runs, is shown or is read while a site is built: within the program, and where it lies."""
    for ours in OURS:
        for folder, folders, names in os.walk(ROOT / ours):
            folders[:] = sorted(name for name in folders if name != "__pycache__")  # what Python keeps comes and goes
            within = Path(folder).relative_to(ROOT).as_posix()
            yield from ((f"{within}/{name}", f"{folder}/{name}") for name in sorted(names))


def versions() -> Iterator[tuple[str, bytes]]:
    """Python's version, and those of the installed libraries, which the names of their folders tell."""
    yield "python", sys.version.encode()
    for entry in sys.path:
        yield from ((name, b"") for name in names_in(entry) if name.endswith(".dist-info"))


def names_in(folder: str) -> list[str]:
    """The names in `folder`, which may be empty for the current one; none of what is no folder, or may not be listed."""
    try:
        return sorted(os.listdir(folder or "."))  # noqa: PTH208 — as text, as above
    except OSError:
        return []
