"""Dashes without a space behind them on lines whose indent is wrong as well, or that other lines follow by it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from build_tools.reading.nearby import FEW, LINES_BACK, indent_of
from build_tools.reading.repairs import DASH, reach
from build_tools.reading.tree import Misplaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def glued_dash(lines: Sequence[str], failure: Misplaced) -> Misplaced | None:
    """The dash near the `failure` that needs a space, if with it, and with the right indents, reading gets beyond."""
    for at in range(failure.line - 1, max(-1, failure.line - 1 - FEW), -1):
        for mended in entries_meant(lines, at) if DASH.match(lines[at]) else ():
            if reach("\n".join([*lines[:at], *mended, *lines[at + len(mended) :]])) > failure.line:
                return Misplaced("E119", at + 1, indent_of(lines[at]) + 1, rewritten=to_paste(mended, lines[at]))
    return None


def entries_meant(lines: Sequence[str], at: int) -> Iterator[list[str]]:
    """Each way to write the entry on the line `at` with the lines that follow it alike."""
    indent = indent_of(lines[at])
    own = takewhile(lambda line: indent_of(line) > indent, lines[at + 1 :])
    yield [spaced(lines[at], indent), *(f" {line}" for line in own)]
    glued = list(takewhile(DASH.match, lines[at:]))
    if (right := indent_of_list(lines, at)) is not None:
        yield [spaced(line, right) for line in glued]


def to_paste(lines: Sequence[str], old: str) -> str:
    """`lines` to write instead of the `old` one and those after it: one alone without its indent, if that stays."""
    stays = len(lines) == 1 and indent_of(lines[0]) == indent_of(old)
    return lines[0].lstrip() if stays else "\n".join(lines)


def spaced(line: str, indent: int) -> str:
    """`line` with a space behind its dash and `indent` spaces before it."""
    return " " * indent + DASH.sub(r"\1 ", line).lstrip()


def indent_of_list(lines: Sequence[str], at: int) -> int | None:
    """The indent of the entry that stands nearest before the line `at`; None where there is none."""
    before = (lines[one] for one in range(at - 1, max(-1, at - LINES_BACK), -1))
    return next((indent_of(line) for line in before if line.lstrip(" ").startswith("- ")), None)
