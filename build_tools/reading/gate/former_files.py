"""What a push carries besides its last state: files that a later commit takes away again, and what is said of each commit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_tools.problems import Unreadable
from build_tools.reading.gate.checking import behind_veils, picture_problems, text_problems
from build_tools.reading.gate.passing import Passing
from build_tools.reading.gate.whole import scan_whole
from build_tools.reading.text import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from build_tools.problems import Problem
    from build_tools.reading.shelf import Shelf

CHINESE = "gb18030"
"""How Chinese editors save what is not UTF-8: no reason not to look for numbers in it."""
PICTURES = (".jpg", ".jpeg", ".png", ".webp")
DEPTH = 2
"""Of the folders for a kind of text and for a commit, before the path that the file had in the content."""


def gate_of_former(shelf: Shelf, folder: Path) -> list[Problem]:
    """The errors of the gate in the files below `folder`: `before/COMMIT/stations/jia.yml` and `messages/COMMIT`."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    passing = Passing(shelf) if files else None
    return [problem for path in files if passing for problem in problems_of(path, folder, passing)]


def problems_of(path: Path, folder: Path, passing: Passing) -> Iterator[Problem]:
    """The errors in one file, each placed in its commit."""
    told = path.relative_to(folder).parts
    uri = "/".join(told[DEPTH:])
    where = "/".join(told[1:])
    for one in found_in(path, uri, passing):
        if one.severity == "error":
            yield replace(one, place=replace(one.place, file=where))


def found_in(path: Path, uri: str, passing: Passing) -> Iterator[Problem]:
    """What the gate says of the file at `path`, which was `uri` in the content."""
    content = path.read_bytes()
    if path.suffix.lower() in PICTURES:
        yield from picture_problems(path.name, content, passing)
        return
    scanned = scan_whole(uri, text_of(content))
    yield from behind_veils((), text_problems(scanned, passing), {uri: scanned})


def text_of(content: bytes) -> str:
    """`content` as text, however it was saved."""
    try:
        return decoded(content)
    except Unreadable:
        return content.decode(CHINESE, errors="replace")
