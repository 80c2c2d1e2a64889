"""What a push carries besides its last state, laid out for the gate of the engine: `check --pushed FOLDER`.

Nothing is written by the name that it has there: a name may be one that no disk takes, or that leads elsewhere.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.hosting.admitting import is_content
from build_tools.hosting.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_tools.hosting.repository import Brought, Entry

INDEX, HELD, BASE = "index", "held", "base"
"""One line of JSON for each piece, what they hold one after another, and the commit that was there before."""
SHOWN = 8
"""Signs of a commit's name that people are told: no more, or it might look like a telephone's number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One text or picture to be looked through."""

    part: str
    """`file`, `message` or `author` of the commit."""
    commit: str
    path: str = ""
    """From the root of the repository; empty for what belongs to no file."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What one file holds, and each path that it has where the gate makes no difference between them."""

    id: str
    paths: dict[bytes, str]
    """Each with the commit that has brought it."""


def carried_by(brought: Iterable[Brought], tip: Iterable[Entry]) -> list[Carried]:
    """What was `brought` besides the content of the `tip`, which `check` reads itself.

    Outside of the content it is the same to the gate where a file lies; in it a reviewed exception is that of one path.
    """
    read = {(one.path, one.id) for one in tip if is_content(one.path)}
    found: dict[tuple[str, bytes], Carried] = {}
    for newcomer, one in brought:
        if one.kind == b"blob" and (one.path, one.id) not in read:
            place = one.path if is_content(one.path) else b""
            carried = found.setdefault((one.id, place), Carried(one.id, {}))
            carried.paths.setdefault(one.path, newcomer[:SHOWN])
    return list(found.values())


@dataclass(frozen=True, slots=True)
class History:
    """What leads to one commit, and where it is laid out."""

    repository: Repository
    base: str
    """The last one that both sides knew before; empty for none."""
    folder: Path

    def lay_out(self, newcomers: Iterable[str], carried: Sequence[Carried]) -> None:
        """Write what the `newcomers` say, and what is `carried` besides.

        A number that one commit adds and the next one takes away would be in what everybody clones.
        """
        self.folder.mkdir()
        (self.folder / BASE).write_text(self.base[:12], encoding="utf-8")
        with (self.folder / INDEX).open("w", encoding="utf-8") as index, (self.folder / HELD).open("wb") as contents:
            for piece, content in chain(self.said(newcomers), self.held(carried)):
                contents.write(content)
                index.write(json.dumps({**asdict(piece), "size": len(content)}) + "\n")

    def said(self, newcomers: Iterable[str]) -> Iterator[tuple[Piece, bytes]]:
        """Who made each of the `newcomers`, and what was said of it."""
        for newcomer in newcomers:
            author, _, message = self.repository.told_of(newcomer).partition(b"\n\n")
            yield Piece("author", newcomer[:SHOWN]), author
            yield Piece("message", newcomer[:SHOWN]), message

    def held(self, carried: Sequence[Carried]) -> Iterator[tuple[Piece, bytes]]:
        """What is `carried`, each once: the other paths of the same are told with nothing in them."""
        for one, content in zip(carried, self.repository.blobs(one.id for one in carried), strict=True):
            for position, (path, newcomer) in enumerate(one.paths.items()):
                yield Piece("file", newcomer, os.fsdecode(path)), b"" if position else content
