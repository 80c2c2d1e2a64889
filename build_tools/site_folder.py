"""A site folder that an earlier build has filled: what in it still holds, and what must go."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from build_tools.making import Outputs, Work


def still_there(works: Sequence[Work], outputs: Outputs, there: Mapping[str, tuple[int, int]]) -> Outputs:
    """Those of `outputs` that `works` would only make again: from the same, and nobody has touched a file since."""
    return {
        work.name: output
        for work in works
        if work.key is not None
        and (output := outputs.get(work.name)) is not None
        and output.key == work.key
        and all(there.get(one.uri) == (one.size, one.changed) for one in output.files)
    }


def files_below(folder: Path) -> dict[str, tuple[int, int]]:
    """Path, size and time of change of every file below `folder`; without what is hidden at its top, which is not ours."""
    found: dict[str, tuple[int, int]] = {}
    waiting = [("", str(folder))]
    while waiting:
        prefix, path = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if prefix or not entry.name.startswith("."):
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((f"{prefix}{entry.name}/", entry.path))
                    else:
                        told = entry.stat(follow_symlinks=False)
                        found[prefix + entry.name] = (told.st_size, told.st_mtime_ns)
    return found


def remove_all_but(wanted: Collection[str], there: Collection[str], folder: Path) -> None:
    """Remove those of the files `there` that are not `wanted`, and the folders that are then empty."""
    for uri in there:
        if uri not in wanted:
            remove(folder / uri, folder)


def remove(path: Path, folder: Path) -> None:
    """Remove the file at `path`, and the folders above it that are then empty, up to `folder`."""
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()
