"""Nothing after the end of a line, and one line end after the last line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.formatting.edits import Edit
from build_tools.reading.round_trip import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.formatting.layout import Layout

TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
WIDE = re.compile("[ \t\u3000\xa0]+$")
"""What a Chinese keyboard leaves behind a word; inside a text of several lines it may be meant."""


def without_blanks(layout: Layout) -> Iterator[Edit]:
    """Blanks at the ends of lines go, except where lines are content; a key is called what it is, blanks and all."""
    kept = layout.block_lines()
    keys = {before.start for before, after, _ in layout.gaps() if after.sign is Sign.COLON}
    plain = (piece for piece in layout.seen if is_plain(piece) and piece.start not in keys)
    wide = {piece.end: wide_end(layout.text, piece.start, piece.end) for piece in plain}
    yield from (Edit(start, end, "") for end, start in wide.items() if start < end)
    for found in TRAILING.finditer(layout.text):
        if layout.lines.line(found.start()) not in kept:
            yield Edit(found.start(), found.end(), "")


def is_plain(piece: object) -> bool:
    """Whether `piece` is a text without quotes."""
    return getattr(piece, "sign", None) is Sign.TEXT and not getattr(piece, "style", "")


def wide_end(text: str, start: int, end: int) -> int:
    """Where the blanks begin at the end of what stands from `start` to `end`."""
    found = WIDE.search(text[start:end])
    return start + found.start() if found else end


def one_line_end(text: str) -> str:
    """`text` with one line end at its end."""
    return text.rstrip("\n") + "\n"
