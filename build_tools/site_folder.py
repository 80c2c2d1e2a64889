"""A site folder that an earlier build has filled: what in it still holds, and what must go."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence, Set

    from build_tools.making import Outputs, Work


def still_there(works: Sequence[Work], outputs: Outputs, there: Set[str]) -> Outputs:
    """Those of `outputs` that `works` would only make again: from the same, and all their files are `there`."""
    return {
        work.name: output
        for work in works
        if work.key is not None
        and (output := outputs.get(work.name)) is not None
        and output.key == work.key
        and all(one.uri in there for one in output.files)
    }


def clear_all_but(written: Mapping[str, tuple[int, int]], folder: Path) -> set[str]:
    """Remove from `folder` all that is not as it was `written`, by size and time; the paths of what is left.

    What is hidden at its top is not ours, and stays.
    """
    left: set[str] = set()
    sift(str(folder), "", written, left)
    return left


def sift(folder: str, prefix: str, written: Mapping[str, tuple[int, int]], left: set[str]) -> bool:
    """Remove from `folder`, whose files begin with `prefix`, all that is not as `written`; whether it is empty then.

    The paths of the others are added to what is `left`.
    """
    is_empty = True
    with os.scandir(folder) as entries:
        for entry in list(entries):
            uri = prefix + entry.name
            if uri.startswith("."):
                is_empty = False
            elif entry.is_dir(follow_symlinks=False):
                if sift(entry.path, f"{uri}/", written, left):
                    Path(entry.path).rmdir()
                else:
                    is_empty = False
            elif written.get(uri) == size_and_time(entry):
                left.add(uri)
                is_empty = False
            else:
                Path(entry.path).unlink()
    return is_empty


def size_and_time(entry: os.DirEntry[str]) -> tuple[int, int]:
    """How large a file is and when it was changed, of a link the link itself."""
    told = entry.stat(follow_symlinks=False)
    return told.st_size, told.st_mtime_ns


def remove_all_but(wanted: Collection[str], there: Collection[str], folder: Path) -> None:
    """Remove those of the files `there` that are not `wanted`, and the folders that are then empty."""
    for uri in there:
        if uri not in wanted:
            remove(folder / uri, folder)


def remove(path: Path, folder: Path) -> None:
    """Remove the file at `path`, and the folders above it that are then empty, up to `folder`."""
    path.unlink(missing_ok=True)
    with suppress(OSError):  # the first folder that is not empty ends it
        for parent in path.relative_to(folder).parents[:-1]:
            (folder / parent).rmdir()
