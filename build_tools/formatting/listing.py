"""Lists whose words are parted by Chinese signs, `[桌椅，饮水机]`, `【桌椅、饮水机】`: certain only where every word is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.formatting.edits import Edit
from build_tools.reading.round_trip import Sign

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from build_tools.formatting.layout import Layout
    from build_tools.reading.closely import FileRead
    from build_tools.reading.round_trip import Piece

PARTING = re.compile("[，、,；;]")
LINE = re.compile(r"[ \t]*(.)([^\n]*)\n?")
BEFORE_ENTRY, AFTER_ENTRY = (Sign.OPENING, Sign.COMMA), (Sign.CLOSING, Sign.COMMA)
BRACKETS = re.compile(r"[【［〔](.*)[】］〕]")


def usual_lists(layout: Layout, read: FileRead) -> Iterator[Edit]:
    """Each text that is several known words, as a list of them; and a blank after dashes before known words."""
    may_be_many = {(one.node.line, one.node.column) for one in read.values if one.shape.many}
    at = {piece.start: place for place, piece in enumerate(layout.seen)}
    texts = {layout.lines.index(one.node.line, one.node.column): one for one in read.values if read.choices(one.shape)}
    for start, value in texts.items():
        text, choices = value.node.text, read.choices(value.shape)
        if start in at and (words := words_in(text, choices)) and layout.text.startswith(text, start):
            is_whole = (value.node.line, value.node.column) in may_be_many
            if listed := as_list(words, layout, at[start], is_whole=is_whole):
                yield Edit(start, start + len(text), listed)
        elif start in at:
            yield from dashes_apart(layout, layout.seen[at[start]], choices)


def words_in(text: str, choices: Collection[str]) -> list[str]:
    """The words in `text`, if it is several of `choices`; else none."""
    inside = BRACKETS.fullmatch(text)
    words = [word.strip() for word in PARTING.split(inside[1] if inside else text)]
    are_known = text not in choices and all(word in choices for word in words)
    return words if are_known and (inside or len(words) > 1) else []


def as_list(words: list[str], layout: Layout, place: int, *, is_whole: bool) -> str:
    """What is written for `words` where a text stands: more entries of the list that it is in, or a list of its own."""
    before, after = layout.seen[place - 1 : place + 2 : 2] if 0 < place < len(layout.seen) - 1 else (None, None)
    in_brackets = before and after and before.sign in BEFORE_ENTRY and after.sign in AFTER_ENTRY
    if in_brackets and not is_in_braces(layout, place):
        return ", ".join(words)
    if is_whole:
        return f"[{', '.join(words)}]"
    dash = layout.seen[place - 1]
    line = layout.text[layout.text.rfind("\n", 0, dash.start) + 1 : dash.start]
    return f"\n{line}- ".join(words) if dash.sign is Sign.DASH and not line.strip() else ""


def dashes_apart(layout: Layout, piece: Piece, choices: Collection[str]) -> Iterator[Edit]:
    """A blank after the dash of each line of `piece`, where each is a dash and one of `choices`."""
    lines = list(LINE.finditer(layout.text, piece.start, piece.end))
    if not piece.style and all(line[1] == "-" and line[2].rstrip() in choices for line in lines):
        yield from (Edit(line.end(1), line.end(1), " ") for line in lines)


def is_in_braces(layout: Layout, at: int) -> bool:
    """Whether the innermost bracket around the piece `at` is a brace."""
    depth = 0
    for piece in reversed(layout.seen[:at]):
        depth += (piece.sign is Sign.CLOSING) - (piece.sign is Sign.OPENING)
        if depth < 0:
            return layout.text[piece.start] == "{"
    return False
