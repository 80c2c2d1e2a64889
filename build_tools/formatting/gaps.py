"""The blanks between two signs of one line: `[a, b]`, `{a: b}`, `key: value`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.formatting.edits import Edit
from build_tools.reading.round_trip import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.formatting.layout import Layout


def usual_gaps(layout: Layout) -> Iterator[Edit]:
    """One blank after a colon and a comma, none before them nor inside brackets."""
    for before, after, gap in layout.gaps():
        wanted = gap_between(before.sign, after.sign)
        if wanted is not None and gap != wanted and is_blank(gap):
            yield Edit(before.end, after.start, wanted)


def gap_between(before: Sign, after: Sign) -> str | None:
    """What stands between two signs on one line; None where nothing is usual."""
    if before is Sign.OPENING or after in (Sign.CLOSING, Sign.COMMA):
        return ""
    if before in (Sign.COLON, Sign.COMMA):
        return " "
    return "" if after is Sign.COLON else None


def is_blank(gap: str) -> bool:
    """Whether `gap` is nothing but blanks within a line."""
    return not gap.strip(" \t")
