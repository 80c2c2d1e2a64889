"""The site that the engine has built → the same files in a release, as hard links: a file there is never written to again.

What is to become the release may be one that nobody needs any more: then only what differs is touched.
"""

from __future__ import annotations

import filecmp
import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = (".br", ".gz")
"""Of the compressed forms beside a file, which go where it goes."""


class File(NamedTuple):
    """A file as a folder tells of it."""

    path: str
    inode: int


Files = dict[str, File]
"""By their paths below a folder."""


def files_in(folder: Path) -> Files:
    """Every file below `folder`; what is hidden is left out, so are links, and where there is no folder there are none.

    nginx would follow a link, out of the release too.
    """
    found: Files = {}
    if folder.is_dir():
        walk(os.path.realpath(folder), "", found)
    return found


def walk(folder: str, prefix: str, found: Files) -> None:
    """Add the files of `folder` to those `found`, each with `prefix` before its name."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            if entry.is_dir(follow_symlinks=False):
                walk(entry.path, f"{prefix}{entry.name}/", found)
            else:
                found[prefix + entry.name] = File(entry.path, entry.inode())


def is_same(file: File, other: File | None) -> bool:
    """Whether both hold the same: two names of one file, or the same bytes."""
    if other is None:
        return False
    return file.inode == other.inode or filecmp.cmp(file.path, other.path, shallow=False)


def fill(folder: Path, wanted: Files, there: Files) -> None:
    """Make `folder`, where these files are `there`, hold those that are `wanted`, and the compressed forms of what stays."""
    stays = {uri for uri, file in there.items() if (one := wanted.get(plain(uri))) and is_kept(uri, file, one, there)}
    old = there.keys() - stays
    for uri in old:
        os.unlink(there[uri].path)  # noqa: PTH108 — thousands of times in a second
    link_all({uri: file for uri, file in wanted.items() if uri not in stays}, folder)
    for parent in sorted({os.path.dirname(uri) for uri in old}, reverse=True):  # noqa: PTH120 — likewise
        remove_if_empty(folder, parent)


def is_kept(uri: str, file: File, wanted: File, there: Files) -> bool:
    """Whether the file `uri` that is there is the one that is `wanted`, or a compressed form of it."""
    base = file if plain(uri) == uri else there.get(plain(uri))
    return base is not None and base.inode == wanted.inode


def plain(uri: str) -> str:
    """The file of which `uri` may be a compressed form."""
    return uri.removesuffix(ENDINGS[0]).removesuffix(ENDINGS[1])


def link_all(files: Files, folder: Path) -> None:
    """Give each of `files` a second name below `folder`."""
    target = str(folder)
    for parent in sorted({uri.rpartition("/")[0] for uri in files}):
        os.makedirs(f"{target}/{parent}", exist_ok=True)  # noqa: PTH103 — thousands of times in a second
    for uri, file in files.items():
        os.link(file.path, f"{target}/{uri}")


def remove_if_empty(folder: Path, uri: str) -> None:
    """Remove the folder `uri` below `folder`, and those above it, as far as nothing is in them."""
    while uri:
        try:
            (folder / uri).rmdir()
        except OSError:
            return
        uri = os.path.dirname(uri)  # noqa: PTH120 — a path in a release, not on this machine
