"""A file that cannot be read → all of it mended at once at which reading would stop, line after line; each proved to be needed.

Among keys on lines of their own, reading stops at a line without YAML's colon and at a value with one of its own: what
proves to be such a line would have been mended in its turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from build_tools.formatting.colons import Mended, MendedKey, as_wanted, wrong_colons
from build_tools.formatting.edits import edited
from build_tools.formatting.layout import layout_of
from build_tools.formatting.quotes import VALUE, with_needed_quotes
from build_tools.reading.round_trip import Sign, UnknownPiecesError
from build_tools.reading.tree import Mapping, Misplaced, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from build_tools.formatting.certainty import Read
    from build_tools.reading.tree import Node

Place = tuple[int, int]
"""A line and a column, from 1."""


class Foreseen(NamedTuple):
    """A line as it is probably meant."""

    number: int
    """From 1."""
    line: str
    key: str
    """The key whose colon was mended; empty where none was."""
    key_at: int
    value_at: int
    """The columns, from 1, of that key and of the value that got quotes; 0 where there is none."""

    def is_needed(self, keys: Set[Place], quoted: Set[Place]) -> bool:
        """Whether its key is one of several `keys` on their own lines, and its quotes are such, outside of all brackets."""
        is_key = not self.key or (self.number, self.key_at) in keys
        return is_key and (not self.value_at or (self.number, self.value_at) in quoted)


def mended_together(one: Mended, read: Read) -> Mended | None:
    """`one` with all lines mended at which reading would stop; None where that cannot be told."""
    lines, reached = list(foreseen_in(one.text)), (0, 0)
    while lines:
        following = with_lines(one, lines)
        try:
            tree = read(following.text).tree
        except Misplaced as failure:
            before = [line for line in lines if line.number <= failure.line]
            if not before or (failure.line, failure.column) <= reached:
                return None
            reached = failure.line, failure.column
            lines.remove(before[-1])
            continue
        mended = {(line.number, line.key_at) for line in lines}
        keys, quoted = set(keys_on_lines(tree, mended)), quoted_in(following.text)
        needed = [line for line in lines if line.is_needed(keys, quoted)]
        if needed == lines:
            return following if is_in_turn(following.text, lines) else None
        lines = needed
    return None


def foreseen_in(text: str) -> Iterator[Foreseen]:
    """Each line of `text` that may be one at which reading stops, as it is then meant."""
    for number, line in enumerate(text.split("\n"), start=1):
        found = next(wrong_colons(line), None)
        found = found if found and not found["head"].strip(" -") else None
        plain = edited(line, [as_wanted(found)]) if found else line
        value = VALUE.fullmatch(plain)
        quoted = with_needed_quotes(plain) if value and value["key"] and ": " in value["value"] else ""
        if found or quoted:
            key_at = found.start("key") + 1 if found else 0
            value_at = value.start("value") + 1 if value and quoted else 0
            yield Foreseen(number, quoted or plain, found["key"] if found else "", key_at, value_at)


def with_lines(one: Mended, lines: list[Foreseen]) -> Mended:
    """`one` with each of `lines` in its place."""
    written = one.text.split("\n")
    for line in lines:
        written[line.number - 1] = line.line
    keys = (MendedKey(line.number, line.key, was_parted=False) for line in lines if line.key)
    return Mended("\n".join(written), (*one.keys, *keys))


def keys_on_lines(tree: Node, mended: Set[Place], above: int = 0) -> Iterator[Place]:
    """Where each key in `tree` stands without which reading would stop: it has others on other lines beside it.

    Or it stands below the line `above`, whose own key was `mended`: the text without colons would go on.
    """
    if isinstance(tree, Mapping):
        are_several = len({key.line for key, _ in tree.pairs}) > 1
        for key, value in tree.pairs:
            place = key.line, key.column
            if are_several or 0 < above < key.line:
                yield place
            yield from keys_on_lines(value, mended, key.line if place in mended else above)
    elif isinstance(tree, Sequence):
        for entry in tree.entries:
            yield from keys_on_lines(entry, mended, above)


def quoted_in(text: str) -> set[Place]:
    """Where the texts in quotes begin in `text` that stand in no brackets; none where two readers of YAML disagree."""
    places, depth = set(), 0
    try:
        layout = layout_of(text)
    except UnknownPiecesError:
        return set()
    for piece in layout.seen:
        depth += (piece.sign is Sign.OPENING) - (piece.sign is Sign.CLOSING)
        if piece.style in ('"', "'") and not depth:
            line = layout.lines.line(piece.start)
            places.add((line + 1, piece.start - layout.lines.starts[line] + 1))
    return places


def is_in_turn(text: str, lines: list[Foreseen]) -> bool:
    """Whether no wrong colon stands in the mended `text` before the last of `lines` with quotes: it would come first."""
    last = max((line.number for line in lines if line.value_at), default=0)
    end = sum(len(line) + 1 for line in text.split("\n")[: max(0, last - 1)])
    return not any(wrong_colons(text, 0, end))
