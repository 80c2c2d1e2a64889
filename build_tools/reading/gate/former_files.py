"""What a push carries besides its last state: files that a later commit takes away again, and what is said of each commit.

Of what is no content only identity numbers are looked for: in a program's file a row of figures is seldom a telephone.
"""

from __future__ import annotations

import codecs
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from build_tools.problems import Unreadable
from build_tools.reading.gate.checking import behind_veils, name_problems, picture_problems, text_problems
from build_tools.reading.gate.passing import Passing
from build_tools.reading.gate.rules import IDENTITY, OF_RESIDENTS
from build_tools.reading.gate.scan import scan
from build_tools.reading.gate.veil import without_name
from build_tools.reading.gate.whole import scan_whole
from build_tools.reading.text import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_tools.problems import Problem
    from build_tools.reading.gate.scan import Scanned
    from build_tools.reading.shelf import Shelf

INDEX, HELD = "index", "held"
CONTENT = "content/"
CHINESE = "gb18030"
"""How Chinese editors save what is not UTF-8: no reason not to look for numbers in it."""
MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
OF_ALL_FILES = frozenset(rule.code for rule in IDENTITY)
PICTURES = (".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True, slots=True)
class Piece:
    """One text or picture, and where it comes from."""

    part: str
    """`file`, `message` or `author` of the commit."""
    commit: str
    path: str
    """From the root of the repository."""
    content: bytes

    @property
    def uri(self) -> str:
        """Its path inside the content; empty when it is none."""
        return self.path.removeprefix(CONTENT) if self.path.startswith(CONTENT) else ""


def gate_of_former(shelf: Shelf, folder: Path) -> list[Problem]:
    """The errors of the gate in the pieces of `folder`, each with its commit."""
    passing = Passing(shelf)
    return [problem for piece in pieces_in(folder) for problem in problems_of(piece, passing)]


def pieces_in(folder: Path) -> Iterator[Piece]:
    """What the index of `folder` lists, one after another."""
    with (folder / INDEX).open(encoding="utf-8") as index, (folder / HELD).open("rb") as held:
        for line in index:
            told = json.loads(line)
            yield Piece(told["part"], told["commit"], told["path"], held.read(told["size"]))


def problems_of(piece: Piece, passing: Passing) -> Iterator[Problem]:
    """The errors in one piece and its name."""
    for one in (*problems_of_name(piece, passing), *problems_inside(piece, passing)):
        if one.code in OF_RESIDENTS:
            words = (*one.words, ("commit", piece.commit), ("part", piece.part))
            yield without_name(replace(one, place=replace(one.place, file=piece.path), words=words))


def problems_of_name(piece: Piece, passing: Passing) -> Iterator[Problem]:
    """What the names of a file and of the folders in which it lies tell."""
    for part in (piece.uri or piece.path).split("/"):
        yield from (one for one in name_problems(part, passing) if piece.uri or one.code in OF_ALL_FILES)


def problems_inside(piece: Piece, passing: Passing) -> Iterator[Problem]:
    """What the gate says of the piece itself."""
    if piece.uri.lower().endswith(PICTURES):
        told = list(picture_problems(piece.uri.rpartition("/")[2], piece.content, passing))
        yield from told
        if any(one.code in OF_RESIDENTS for one in told):
            return
    scanned = scanned_in(piece, text_of(piece.content))
    yield from behind_veils((), text_problems(scanned, passing), {piece.uri: scanned})


def scanned_in(piece: Piece, text: str) -> list[Scanned]:
    """`text` of `piece` with what is found in it: of content and messages whatever the gate knows, of others less."""
    if piece.part == "message" or (piece.uri and not piece.uri.lower().endswith(PICTURES)):
        return scan_whole(piece.uri, text)
    found = scan(piece.uri, text, IDENTITY)
    return [found] if found.hits else []


def text_of(content: bytes) -> str:
    """`content` as text, however it was saved."""
    if content.startswith(MARKS):
        return content.decode("utf-16", errors="replace")
    # in UTF-16 without its mark each figure has a zero beside it
    plain = content.replace(b"\0", b"")
    try:
        return decoded(plain)
    except Unreadable:
        return plain.decode(CHINESE, errors="replace")
