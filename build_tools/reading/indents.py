"""Lines that stand too far left or right: wherever they can be read further in, or further out, they were meant."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from build_tools.reading.misfits import misfits
from build_tools.reading.nearby import FEW, LINES_BACK, indent_of
from build_tools.reading.repairs import is_key, reach
from build_tools.reading.tree import Misplaced, read_tree
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from build_tools.records.shapes import Form

KEY = re.compile(r"( *(?:- +)*)([^\s:：#\"'{}\[\],]+):(?: +(.*))?$")
DASH = re.compile(r"( *)-(?: |$)")
END = re.compile(r"(?:---|\.\.\.)(?: |$)")
"""Of a YAML document, however far one is inside it."""
BLOCK = re.compile(r"[|>][+-]?\d?[+-]?\s*(?:#.*)?")
NEVER = (math.inf,)
"""How odd a text is that cannot be read."""


class Moved(NamedTuple):
    """A line that may have been meant where another one stands."""

    line: int
    """From 0."""
    indent: int
    """How many spaces were meant."""
    beside: int
    """The line, from 0, that stands there."""


def unindented(lines: Sequence[str], failure: Misplaced, keys: Set[str]) -> Misplaced | None:
    """The first line without an indent of a text that goes on below its key, if with one reading gets beyond `failure`."""
    for at in range(failure.line - 2, max(0, failure.line - LINES_BACK) - 1, -1):
        found = KEY.match(lines[at])
        if found and is_key(found[2], keys):
            return outside(lines, at, found, failure, keys)
    return None


def outside(
    lines: Sequence[str], at: int, found: re.Match[str], failure: Misplaced, keys: Set[str]
) -> Misplaced | None:
    """The same for the text below the key that was `found` on the line `at`."""
    column, is_block = len(found[1]), bool(BLOCK.fullmatch(found[3] or ""))
    below = list(text_below(lines, at, keys))
    shallow = [one for one in below if lines[one].strip() and indent_of(lines[one]) <= column]
    if not shallow or not (is_block or all(is_text(lines[one], keys) for one in shallow)):
        return None
    right = next((indent for one in below if (indent := indent_of(lines[one])) > column), column + 2)
    repaired = [" " * right + line.lstrip() if number in shallow else line for number, line in enumerate(lines)]
    if reach("\n".join(repaired)) <= failure.line:
        return None
    return Misplaced("E134", shallow[0] + 1, 1, key=found[2], blanks=right)


def text_below(lines: Sequence[str], at: int, keys: Set[str]) -> Iterator[int]:
    """The lines below the line `at`, from 0, until one begins with a key or a dash, or ends the document."""
    for number in range(at + 1, len(lines)):
        found = KEY.match(lines[number])
        if (found and is_key(found[2], keys)) or DASH.match(lines[number]) or END.match(lines[number]):
            return
        yield number


def is_text(line: str, keys: Set[str]) -> bool:
    """Whether `line` begins like no key, not even one whose colon is missing, and like no comment."""
    return not line.lstrip().startswith(("#", *keys))


def misaligned(
    lines: Sequence[str], failure: Misplaced, records: Sequence[type], forms: Sequence[Form]
) -> Misplaced | None:
    """The line before the `failure` that stands beside none of its own kind, if all of a file of `records` fits once it does.

    None if two lines might as well be the one.
    """
    tried = [(oddness(lines, one, records), one) for one in moves(lines, failure.line - 1, forms)]
    least = min((odd for odd, _ in tried), default=NEVER)
    found = [one for odd, one in tried if odd == least]
    if least == NEVER or len({one.line for one in found}) > 1:
        return None
    best = found[0]
    words = {"first": best.beside + 1, "beside": sign_of(lines[best.beside]), "blanks": best.indent}
    return Misplaced("E135", best.line + 1, indent_of(lines[best.line]) + 1, **words)


def oddness(lines: Sequence[str], one: Moved, records: Sequence[type]) -> tuple[float, ...]:
    """How odd the text is with one line moved: by its keys, by an indent that is not even, by how far that is."""
    try:
        tree = read_tree("\n".join(with_moved(lines, one)))
    except Misplaced:
        return NEVER
    odd = min(misfits(tree, form_of(record)) for record in records)
    return odd, one.indent % 2, abs(one.indent - indent_of(lines[one.line]))


def moves(lines: Sequence[str], last: int, forms: Sequence[Form]) -> Iterator[Moved]:
    """Each way to move a line that may be the one, up to the `last`, to where a line stands that goes with it."""
    for at in suspects(lines, last):
        taken = {indent_of(lines[at])}
        near = [*range(at - 1, max(0, at - LINES_BACK) - 1, -1), *range(at + 1, min(len(lines), at + LINES_BACK))]
        for other in near:
            indent = column_of(lines[other])
            if indent is not None and indent not in taken and go_together(lines[at], lines[other], forms):
                taken.add(indent)
                yield Moved(at, indent, other)


def suspects(lines: Sequence[str], last: int) -> list[int]:
    """The few lines up to the `last` one, and those before it that stand further out than all after them, or begin a block there."""
    found = list(range(max(0, last - FEW + 1), last + 1))
    least = math.inf
    for at in range(last - 1, max(0, last - LINES_BACK) - 1, -1):
        indent, is_head = indent_of(lines[at]), lines[at].rstrip().endswith(":")
        if lines[at].strip() and (indent < least or (indent == least and is_head)):
            least = indent
            found.append(at)
    return sorted(set(found))


def go_together(line: str, other: str, forms: Sequence[Form]) -> bool:
    """Whether both lines begin with a dash, or with keys of one of `forms`."""
    key, sibling = KEY.match(line), KEY.match(other)
    if DASH.match(line):
        return bool(DASH.match(other))
    if not (key and sibling):
        return False
    return any(is_key(key[2], form.by_spelling.keys()) and sibling[2] in form.by_spelling for form in forms)


def column_of(line: str) -> int | None:
    """Where the key of `line` stands, behind its dash if it has one, or else its dash; None for other lines."""
    if found := KEY.match(line):
        return len(found[1])
    return indent_of(line) if DASH.match(line) else None


def with_moved(lines: Sequence[str], one: Moved) -> list[str]:
    """`lines` with one of them moved."""
    return [*lines[: one.line], " " * one.indent + lines[one.line].lstrip(" "), *lines[one.line + 1 :]]


def sign_of(line: str) -> str:
    """The key that `line` begins with, or its dash."""
    found = KEY.match(line)
    return found[2] if found else "-"
