"""The line to write instead of one with markup: the words that people were meant to read, where they can be told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.problems import Unreadable
from build_tools.reading.markup import ended_in, markup_in
from build_tools.reading.spot import BLOCK
from build_tools.reading.tree import Mapping, Scalar, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from build_tools.reading.tree import Node

HIDDEN = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>|<!--.*?-->", re.IGNORECASE)
"""What no reader of the page it was pasted from has seen."""
TAG = re.compile(r"</?(?!(?:script|style)\b)[a-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
NEW_LINE = re.compile(r"</?(?:br|p|div|h[1-6]|hr|li|ul|ol|tr|table)\b", re.IGNORECASE)
"""Tags before and behind which people have seen another line."""
BETWEEN = re.compile(r"\s*\n\s*")
STOPS = "，。；：、！？（,.;:!?("
QUOTED = {"'": re.compile("'((?:[^']|'')*)'"), '"': re.compile(r'"((?:[^"\\]|\\.)*)"')}
LONGEST = 200
"""Characters of a line that anybody compares with another."""


def line_without(line: str, node: Scalar) -> str:
    """`line`, on which markup of `node` stands, without it and its indent; nothing where that is not sure.

    Of a tag that goes on below, a line cannot be freed.
    """
    if len(line) > LONGEST:
        return ""
    old = line.strip()
    new = words_in(old, ended_in(node.text)) if node.style in BLOCK else values_without(old)
    return "" if new == old else new


def values_without(line: str) -> str:
    """`line` with no markup in any of the values that are whole on it; nothing where that is not sure."""
    try:
        tree, written = read_tree(line), line
        wanted = [words_in(one.text) for one in scalars_in(tree)]
        for one in reversed(list(scalars_in(tree))):
            written = with_words(written, one)
        read = [one.text for one in scalars_in(read_tree(written))]
    except Unreadable:
        return ""
    return written if read == wanted and all(wanted) else ""


def with_words(line: str, node: Scalar) -> str:
    """`line` with the words instead of what is written of `node`, if that is whole on it."""
    start, text = node.column - 1, node.text
    found = QUOTED[node.style].match(line, start) if node.style else None
    if found:
        return line[: found.start(1)] + words_in(found[1]) + line[found.end(1) :]
    return line[:start] + words_in(text) + line[start + len(text) :] if line.startswith(text, start) else line


def words_in(text: str, ended: Set[str] | None = None) -> str:
    """What people read of `text`, one line; nothing where a tag is not whole or hides what nobody can tell.

    `ended` are the names of tags that end in the text of which this is a line.
    """
    ended = ended_in(text) if ended is None else ended
    if not markup_in(text, ended):
        return text
    plain = HIDDEN.sub("", text)
    while found := markup_in(plain, ended):
        tag = TAG.match(plain, found.start())
        if not tag:
            return ""
        plain = plain[: tag.start()] + ("\n" if NEW_LINE.match(tag[0]) else "") + plain[tag.end() :]
    return BETWEEN.sub(pause, plain.strip())


def pause(found: re.Match[str]) -> str:
    """What stands on one line where another line began."""
    before, after = found.string[found.start() - 1], found.string[found.end()]
    if before in STOPS or after in STOPS:
        return " " if before.isascii() else ""
    return ", " if before.isascii() and after.isascii() else "，"


def scalars_in(node: Node | None) -> Iterator[Scalar]:
    """Every key and value in `node`, in order."""
    if isinstance(node, Scalar):
        yield node
    elif node:
        children = [one for pair in node.pairs for one in pair] if isinstance(node, Mapping) else node.entries
        for child in children:
            yield from scalars_in(child)
