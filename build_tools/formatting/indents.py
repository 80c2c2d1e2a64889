"""Two blanks for each level, lists one level below their key, one blank after a dash; what belongs together moves together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_tools.formatting.edits import Edit
from build_tools.formatting.layout import Layout
from build_tools.reading.nearby import indent_of
from build_tools.reading.round_trip import Piece, Sign

if TYPE_CHECKING:
    from collections.abc import Iterator


LEVEL = 2
INDENT = re.compile(r"^ *", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Level:
    """Keys of one mapping or entries of one list that stand on lines of their own."""

    column: int
    usual: int
    """Where they begin, and where they usually would."""
    is_list: bool = False
    is_unsaid: bool = False
    """A list whose dashes stand right below its key: YAML tells neither its beginning nor its end."""

    @property
    def shift(self) -> int:
        """By how much it moves to the right."""
        return self.usual - self.column


ROOT = Level(-LEVEL, -LEVEL)


@dataclass
class Levels:
    """Which level each line belongs to, found by going through the pieces once."""

    layout: Layout
    open: list[Level] = field(default_factory=lambda: [ROOT])
    shifts: dict[int, int] = field(default_factory=dict)
    """Line, from 0 → by how much it moves to the right."""
    dashes: list[Edit] = field(default_factory=list)
    """What stands between a dash and what follows it on its line."""
    dash: Piece | None = None
    """The piece before, if that is a dash."""

    def __post_init__(self) -> None:
        for piece in self.layout.pieces:
            self.pass_by(piece)

    def pass_by(self, piece: Piece) -> None:
        """Note what `piece` begins or ends, and where it goes."""
        column = self.column_of(piece.start)
        if piece.sign in (Sign.MAPPING_BEGINS, Sign.LIST_BEGINS):
            self.begin(column, is_list=piece.sign is Sign.LIST_BEGINS)
        elif piece.sign is Sign.ENDS:
            self.end_unsaid()
            self.open.pop()
        elif piece.sign is Sign.KEY_NEXT:
            if column == self.open[-1].column:
                self.end_unsaid()
        else:
            self.place(piece, column)

    def begin(self, column: int, *, is_list: bool, is_unsaid: bool = False) -> None:
        """A level begins at `column`."""
        self.open.append(Level(column, self.open[-1].usual + LEVEL, is_list, is_unsaid))

    def end_unsaid(self) -> None:
        """A list that YAML does not tell the end of ends here, if there is one."""
        if self.open[-1].is_unsaid:
            self.open.pop()

    def place(self, piece: Piece, column: int) -> None:
        """Note the shift of the lines of `piece`, which one sees."""
        level = self.open[-1]
        if piece.sign is Sign.DASH and not level.is_list:
            self.begin(column, is_list=True, is_unsaid=True)
            level = self.open[-1]
        if self.dash and (gap := self.layout.text[self.dash.end : piece.start]) != " " and not gap.strip(" \t"):
            self.dashes.append(Edit(self.dash.end, piece.start, " "))
        first, last = self.layout.lines.line(piece.start), self.layout.lines.line(max(piece.start, piece.end - 1))
        for line in range(first, last + 1):
            self.shifts.setdefault(line, level.shift)
        self.dash = piece if piece.sign is Sign.DASH else None

    def column_of(self, index: int) -> int:
        """The column, from 0, of the character at `index`."""
        return index - (self.layout.text.rfind("\n", 0, index) + 1)


def usual_indents(layout: Layout) -> Iterator[Edit]:
    """Each line moved to where it usually begins, with what belongs to it."""
    if any(piece.sign is Sign.OTHER for piece in layout.pieces):
        return
    levels = Levels(layout)
    yield from levels.dashes
    lines = layout.text.split("\n")
    shifts = {**comment_shifts(lines, levels.shifts), **levels.shifts}
    start = 0
    for number, line in enumerate(lines):
        indent = indent_of(line)
        if line and shifts.get(number):
            yield Edit(start, start + indent, " " * max(0, indent + shifts[number]))
        start += len(line) + 1


def comment_shifts(lines: list[str], shifts: dict[int, int]) -> dict[int, int]:
    """Where comments on lines of their own go: with the next line, or the one before, whose indent they have."""
    found: dict[int, int] = {}
    for number, line in enumerate(lines):
        if number not in shifts and line.lstrip(" ").startswith("#"):
            after = next((at for at in range(number + 1, len(lines)) if at in shifts and lines[at].strip()), None)
            before = next((at for at in range(number - 1, -1, -1) if at in shifts and lines[at].strip()), None)
            beside = [at for at in (after, before) if at is not None and indent_of(lines[at]) == indent_of(line)]
            found[number] = shifts[beside[0]] if beside else 0
    return found
