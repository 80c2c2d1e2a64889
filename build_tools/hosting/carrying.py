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

from build_tools.hosting.repository import Repository
from build_tools.hosting.taking import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from build_tools.hosting.repository import Brought

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
class History:
    """What leads to one commit, and where it is laid out."""

    repository: Repository
    commit: str
    """The last one, which `check` reads itself."""
    base: str
    """The last one that both sides knew before; empty for none."""
    folder: Path

    def lay_out(self, newcomers: Iterable[str], brought: Iterable[Brought]) -> None:
        """Write what the `newcomers` say and have `brought`, but for what `check` reads.

        A number that one commit adds and the next one takes away would be in what everybody clones.
        """
        self.folder.mkdir()
        (self.folder / BASE).write_text(self.base[:12], encoding="utf-8")
        with (self.folder / INDEX).open("w", encoding="utf-8") as index, (self.folder / HELD).open("wb") as contents:
            for piece, content in chain(self.said(newcomers), self.held(brought)):
                contents.write(content)
                index.write(json.dumps({**asdict(piece), "size": len(content)}) + "\n")

    def said(self, newcomers: Iterable[str]) -> Iterator[tuple[Piece, bytes]]:
        """Who made each of the `newcomers`, and what was said of it."""
        for newcomer in newcomers:
            author, _, message = self.repository.told_of(newcomer).partition(b"\n\n")
            yield Piece("author", newcomer[:SHOWN]), author
            yield Piece("message", newcomer[:SHOWN]), message

    def held(self, brought: Iterable[Brought]) -> Iterator[tuple[Piece, bytes]]:
        """Each file that was `brought`, once; a link is what it says."""
        read = {(one.path, one.id) for one in self.repository.entries(self.commit, CONTENT.encode())}
        wanted: dict[tuple[bytes, str], str] = {}
        for newcomer, one in brought:
            if (one.path, one.id) not in read and one.kind == b"blob":
                wanted.setdefault((one.path, one.id), newcomer[:SHOWN])
        contents = self.repository.blobs(id for _, id in wanted)
        for ((path, _), newcomer), content in zip(wanted.items(), contents, strict=True):
            yield Piece("file", newcomer, os.fsdecode(path)), content
