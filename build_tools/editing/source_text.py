"""A file's text, changed at single places: every other byte stays, line ends and byte order mark too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MARK = "\ufeff"
LINE_END = re.compile("\r\n|\r|\n")


class MisfitError(Exception):
    """What stands at a place is not written the way it can be changed there."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(slots=True)
class SourceText:
    """The text of one file, and what of it is to be changed; lines and columns count from 1 and skip the mark."""

    content: bytes
    changes: dict[tuple[int, int], str] = field(default_factory=dict)
    """From where to where → what is to stand there."""

    @property
    def text(self) -> str:
        """What is in the file."""
        return self.content.decode("utf-8-sig")

    @property
    def line_end(self) -> str:
        """How its lines end."""
        found = LINE_END.search(self.text)
        return found[0] if found else "\n"

    def at(self, line: int, column: int) -> int:
        """The index in the text of a place."""
        starts = [0, *(found.end() for found in LINE_END.finditer(self.text))]
        return starts[line - 1] + column - 1

    def extent(self, word: str, line: int, column: int) -> tuple[int, int]:
        """From where to where `word` is written at a place, in quotes or not; `MisfitError` if it is written otherwise."""
        said = re.escape(word)
        found = re.compile(rf"{said}|([\"'])\s*{said}\s*\1").match(self.text, self.at(line, column))
        if not found:
            raise MisfitError(line)
        return found.span()

    def replace(self, word: str, line: int, column: int, new: str) -> None:
        """Let `new` stand for the `word` at a place, in the same quotes."""
        start, end = self.extent(word, line, column)
        self.changes[start, end] = self.text[start:end].replace(word, new)

    def insert(self, at: int, new: str) -> None:
        """Let `new` stand before the sign with the index `at`."""
        self.changes[at, at] = new

    def changed(self) -> bytes:
        """The file with all changes."""
        text = self.text
        for (start, end), new in sorted(self.changes.items(), reverse=True):
            text = text[:start] + new + text[end:]
        mark = MARK if self.content.startswith(MARK.encode()) else ""
        return (mark + text).encode()
