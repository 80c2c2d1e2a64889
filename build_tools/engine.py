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


def engine_digest() -> bytes:
    """Sixteen bytes that are others when any file of ours is, or the version of anything that we use."""
    return digest(*(part for name, content in (*our_files(), *versions()) for part in (name.encode(), content)))


def our_files() -> Iterator[tuple[str, bytes]]:
    """Every file of ours that runs, is shown or is read while a site is built."""
    for ours in OURS:
        for here, folders, names in os.walk(ROOT / ours):
            folders[:] = sorted(name for name in folders if name != "__pycache__")  # what Python keeps comes and goes
            folder = Path(here)
            within = folder.relative_to(ROOT).as_posix()
            yield from ((f"{within}/{name}", (folder / name).read_bytes()) for name in sorted(names))


def versions() -> Iterator[tuple[str, bytes]]:
    """Python's version, and those of the installed libraries, which the names of their folders tell."""
    yield "python", sys.version.encode()
    for entry in sys.path:
        folder = Path(entry)
        names = sorted(found.name for found in folder.glob("*.dist-info")) if folder.is_dir() else []
        yield from ((name, b"") for name in names)
