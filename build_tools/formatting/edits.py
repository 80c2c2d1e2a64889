"""Changes of a text, made all at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


LINE_END = re.compile("\n")


class Edit(NamedTuple):
    """What stands from `start` until just before `end` becomes `new`."""

    start: int
    end: int
    new: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all of `edits`, no two of which overlap."""
    parts, at = [], 0
    for edit in sorted(edits):
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, text[at:]])


def end_of_line(text: str, at: int) -> int:
    """Where the line ends that the character at `at` stands in."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(found.end() for found in LINE_END.finditer(text))]

    def index(self, line: int, column: int) -> int:
        """Where the character at `line` and `column` stands, both counted from 1."""
        return self.starts[line - 1] + column - 1

    def line(self, index: int) -> int:
        """The line, from 0, in which the character at `index` stands."""
        return bisect_right(self.starts, index) - 1
