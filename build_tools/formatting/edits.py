"""Changes of a text, made all at once."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


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


class Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]

    def index(self, line: int, column: int) -> int:
        """Where the character at `line` and `column` stands, both counted from 1."""
        return self.starts[line - 1] + column - 1

    def line(self, index: int) -> int:
        """The line, from 0, in which the character at `index` stands."""
        return bisect_right(self.starts, index) - 1
