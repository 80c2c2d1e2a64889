"""Lists that a sign has torn, or that are none because no space stands behind a dash."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from build_tools.reading.glued_dashes import spaced, to_paste
from build_tools.reading.mistyped import torn_list
from build_tools.reading.nearby import indent_of
from build_tools.reading.repairs import DASH
from build_tools.reading.tree import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.reading.convert import Converter
    from build_tools.reading.tree import Node
    from build_tools.reading.where import Where


def odd_entries(node: Node, nodes: Sequence[Node], path: Where, converter: Converter) -> bool:
    """Whether one mistake has made something else of the list `node` with these entries; `converter` notes it."""
    if converter.may_be_torn and (mark := torn_list(node, nodes)):
        code, one, at = mark
        converter.note(code, one, path, at, text=one.text[at], sign=one.text[at])
        return True
    return any(note_glued_dash(one, path, converter) for one in nodes)


def note_glued_dash(entry: Node, path: Where, converter: Converter) -> bool:
    """Note the dash without a space that begins a line of `entry`, if there is one."""
    first = entry.pairs[0][0] if isinstance(entry, Mapping) and entry.pairs else entry
    if not isinstance(first, Scalar) or first.style or not (first.text.startswith("-") or " -" in first.text):
        return False
    line = glued_line(first, converter.source)
    if line:
        glued = list(takewhile(DASH.match, converter.source[line - 1 :]))
        before = converter.source[first.line - 1]
        indent = indent_of(before if before.lstrip().startswith("- ") else glued[0])
        dash = Scalar("-", line, indent_of(glued[0]) + 1)
        converter.note("E119", dash, path, rewritten=to_paste([spaced(one, indent) for one in glued], glued[0]))
    return bool(line)


def glued_line(first: Scalar, lines: Sequence[str]) -> int:
    """The line, from 1, on which a dash begins `first` or goes on with it; 0 if there is none.

    What goes on with a number below zero is no entry.
    """
    if first.text.startswith("-"):
        before = lines[first.line - 1][: first.column - 1] if lines else "?"
        return 0 if before.strip() else first.line
    read = len(lines[first.line - 1][first.column - 1 :].rstrip()) if lines else 0
    for at, line in enumerate(lines[first.line :], first.line + 1):
        words = line.strip()
        if not words or not first.text.startswith(words, read + 1):
            return 0
        if (found := DASH.match(line)) and not line[found.end()].isdigit():
            return at
        read += 1 + len(words)
    return 0
