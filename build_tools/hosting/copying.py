"""The site that the engine has built → the same files in a release, as hard links: a file there is never written to again.

What is to become the release may be one that nobody needs any more: then only what differs is touched.
"""

from __future__ import annotations

import filecmp
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

ENDINGS = (".br", ".gz")
"""Of the compressed forms beside a file, which go where it goes."""


@dataclass(frozen=True, slots=True)
class Tree:
    """All files below a folder, by what tells whether two names are those of one file."""

    folder: str
    inodes: dict[str, int]
    """By their paths below the folder."""

    def place(self, uri: str) -> str:
        """Where the file `uri` lies."""
        return f"{self.folder}/{uri}"


def tree_of(folder: Path, *, compressed: bool = True) -> Tree:
    """Every file below `folder`, `compressed` forms too; where there is no folder there are none.

    What is hidden is left out, and so are links: nginx would follow one, out of the release too.
    """
    tree = Tree(os.path.realpath(folder), {})
    if folder.is_dir():
        walk(tree.folder, "", tree.inodes, () if compressed else ENDINGS)
    return tree


def walk(folder: str, prefix: str, found: dict[str, int], without: tuple[str, ...]) -> None:
    """Add the files of `folder` to those `found`, each with `prefix` before its name, but not `without` which endings."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith(".") or name.endswith(without) or entry.is_symlink():
                continue
            if entry.is_dir(follow_symlinks=False):
                walk(entry.path, f"{prefix}{name}/", found, without)
            else:
                found[prefix + name] = entry.inode()


def is_same(uri: str, tree: Tree, other: Tree) -> bool:
    """Whether the file `uri` holds the same in both: two names of one file, or the same bytes."""
    if uri not in other.inodes:
        return False
    return tree.inodes[uri] == other.inodes[uri] or filecmp.cmp(tree.place(uri), other.place(uri), shallow=False)


def fill(there: Tree, wanted: Mapping[str, int], source: Callable[[str], str]) -> None:
    """Make the folder of `there` hold the files that are `wanted`, each of which has its `source`.

    What is there already stays, with its compressed forms.
    """
    inodes = there.inodes
    stays = {uri for uri in inodes if (base := plain(uri)) in wanted and inodes.get(base) == wanted[base]}
    old = inodes.keys() - stays
    for uri in old:
        os.unlink(there.place(uri))  # noqa: PTH108 — thousands of times in a second
    link_all({uri: source(uri) for uri in wanted.keys() - stays}, there.folder)
    for parent in sorted({os.path.dirname(uri) for uri in old}, reverse=True):  # noqa: PTH120 — likewise
        remove_if_empty(there.folder, parent)


def plain(uri: str) -> str:
    """The file of which `uri` may be a compressed form."""
    return uri.removesuffix(ENDINGS[0]).removesuffix(ENDINGS[1])


def link_all(sources: Mapping[str, str], folder: str) -> None:
    """Give each of `sources` a second name below `folder`, by its path there."""
    for parent in sorted({uri.rpartition("/")[0] for uri in sources}):
        os.makedirs(f"{folder}/{parent}", exist_ok=True)  # noqa: PTH103 — thousands of times in a second
    for uri, source in sources.items():
        os.link(source, f"{folder}/{uri}")


def remove_if_empty(folder: str, uri: str) -> None:
    """Remove the folder `uri` below `folder`, and those above it, as far as nothing is in them."""
    while uri:
        try:
            os.rmdir(f"{folder}/{uri}")  # noqa: PTH106 — likewise
        except OSError:
            return
        uri = os.path.dirname(uri)  # noqa: PTH120 — a path in a release, not on this machine
