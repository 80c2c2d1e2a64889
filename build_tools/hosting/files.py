"""Files and folders that survive a loss of power: whole, or as they were before."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from build_tools.hosting.refusal import HostError

if TYPE_CHECKING:
    from pathlib import Path


def replace_text(path: Path, text: str) -> None:
    """Put `text` into the file at `path` in one step."""
    draft = path.with_name(f".{path.name}.draft")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    settle(path.parent)


def point(link: Path, target: Path) -> None:
    """Make `link` lead to `target`, relative to its own folder, in one step; `HostError` when it is a folder itself."""
    insist_on_link(link)
    draft = link.with_name(f".{link.name}.draft")
    draft.unlink(missing_ok=True)
    draft.symlink_to(os.path.relpath(target, link.parent))
    draft.replace(link)
    settle(link.parent)


def insist_on_link(link: Path) -> None:
    """`HostError` when `link` is a folder itself, as after copying a host with what its links lead to."""
    if link.is_dir() and not link.is_symlink():
        raise HostError("no_link", link=link)


def settle(folder: Path) -> None:
    """Have the disk remember which names `folder` holds."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def settle_all(folder: Path) -> None:
    """Have the disk hold all that was written to the filesystem of `folder`: `syncfs`, which Python does not offer."""
    subprocess.run(["sync", "--file-system", str(folder)], check=True)


def emptied(folder: Path) -> Path:
    """`folder`, with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
