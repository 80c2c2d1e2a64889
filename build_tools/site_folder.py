"""A site folder that an earlier build has filled: what in it still holds, and what must go."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence, Set
    from pathlib import Path

    from build_tools.making import Outputs, Work


def still_there(works: Sequence[Work], outputs: Outputs, there: Set[str]) -> Outputs:
    """Those of `outputs` that `works` would only make again: from the same, and all their files are `there`."""
    return {
        work.name: output
        for work in works
        if work.key is not None
        and (output := outputs.get(work.name)) is not None
        and output[0] == work.key
        and all(uri in there for uri, _, _ in output[1])
    }


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a folder; what is hidden at its top is left out."""

    files: dict[str, tuple[int, int]]
    """Path → size and time of whatever is no folder; of a link, of the link itself."""
    folders: list[str]
    """Each after those inside it."""


def listed(folder: Path) -> Listing:
    """What lies in `folder` now."""
    listing = Listing({}, [])
    list_into(listing, str(folder), "")
    return listing


def list_into(listing: Listing, folder: str, prefix: str) -> None:
    """Note in `listing` what lies in `folder`, the path of which within the whole is `prefix`."""
    with os.scandir(folder) as entries:
        for entry in entries:
            uri = prefix + entry.name
            if uri.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                list_into(listing, entry.path, f"{uri}/")
                listing.folders.append(uri)
            else:
                told = entry.stat(follow_symlinks=False)
                listing.files[uri] = told.st_size, told.st_mtime_ns


def clear_all_but(written: Mapping[str, tuple[int, int]], listing: Listing, folder: Path) -> set[str]:
    """Remove from `folder` all in `listing` that is not as it was `written`, by size and time; the paths of what is left.

    What is hidden at its top is not ours, and stays.
    """
    left = {uri for uri, told in listing.files.items() if written.get(uri) == told}
    for uri in listing.files.keys() - left:
        with suppress(IsADirectoryError, NotADirectoryError):  # whoever has changed it meanwhile
            (folder / uri).unlink(missing_ok=True)
    used = {uri.rpartition("/")[0] for uri in left}
    for uri in listing.folders:
        if uri in used:
            used.add(uri.rpartition("/")[0])
        else:
            with suppress(OSError):
                (folder / uri).rmdir()
    return left


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
