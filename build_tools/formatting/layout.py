"""A YAML text with its pieces, as the rules of layout see it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_tools.formatting.edits import Lines
from build_tools.reading.round_trip import Piece, Sign, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSEEN = (Sign.KEY_NEXT, Sign.MAPPING_BEGINS, Sign.LIST_BEGINS, Sign.ENDS)


@dataclass(frozen=True, slots=True)
class Layout:
    """A text that has been read."""

    text: str
    pieces: tuple[Piece, ...]
    seen: tuple[Piece, ...]
    """Those that one sees."""
    lines: Lines

    def block_lines(self) -> set[int]:
        """The lines, from 0, that are a text of their own: what stands there is content to the last blank."""
        lines: set[int] = set()
        for piece in self.seen:
            if piece.is_block:
                lines |= set(range(self.lines.line(piece.start) + 1, self.lines.line(piece.end)))
        return lines

    def gaps(self) -> Iterator[tuple[Piece, Piece, str]]:
        """Any two pieces that follow each other, and what stands between them."""
        for before, after in pairwise(self.seen):
            yield before, after, self.text[before.end : after.start]

    def comments(self) -> list[str]:
        """Every comment, in order."""
        between = [self.text[start:end] for start, end in self.spaces()]
        return [line.strip() for space in between for line in space.split("\n") if line.strip()]

    def spaces(self) -> Iterator[tuple[int, int]]:
        """Where each stretch begins and ends that belongs to no piece."""
        at = 0
        for piece in self.seen:
            yield at, piece.start
            at = piece.end
        yield at, len(self.text)


@lru_cache(maxsize=2)
def layout_of(text: str) -> Layout:
    """The layout of `text`; most rules change nothing, and the next one asks for the same again."""
    pieces = pieces_of(text)
    return Layout(text, pieces, tuple(piece for piece in pieces if piece.sign not in UNSEEN), Lines(text))
