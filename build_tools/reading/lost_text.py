"""Words that YAML takes for a comment, and so no page shows, because a blank and a `#` stand before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.problems import Place, Problem
from build_tools.reading.tree import Mapping, Scalar
from build_tools.reading.where import spelled_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.reading.tree import Node
    from build_tools.reading.where import Where

HASH = re.compile(r"[ \t]#[^\s#]")
LOST = re.compile(r"([ \t]+)(#[^\s#].*)")
"""In a comment of ours a blank stands behind the `#`."""


def lost_text(tree: Node, file: str, text: str) -> Iterator[Problem]:
    """What stands behind values of `tree`, which is the `text` of `file`, and looks as if it were to be shown."""
    if "#" not in text or not HASH.search(text):
        return
    lines = text.split("\n")
    for node, path in values_of(tree, ""):
        line = lines[node.line - 1]
        start, end = node.column - 1, node.column - 1 + len(node.text)
        if node.text and not node.style and line[start:end] == node.text and (found := LOST.match(line, end)):
            place = Place(file, node.line, found.start(2) + 1)
            right = line[:start].lstrip() + in_quotes(node.text + found[0].rstrip())
            width = len(found[2].rstrip())
            yield Problem("W104", place, spelled_out(path), (("right", right),), line, width)


def in_quotes(words: str) -> str:
    """`words` as one value, whatever signs are in it."""
    escaped = words.replace("'", "''")
    return f"'{escaped}'" if re.search(r'["\\]', words) else f'"{words}"'


def values_of(node: Node, path: Where) -> Iterator[tuple[Scalar, Where]]:
    """Every single value in `node`, which stands at `path`, and where it stands."""
    if isinstance(node, Scalar):
        yield node, path
    elif isinstance(node, Mapping):
        for key, child in node.pairs:
            yield from values_of(child, (path, key.text))
    else:
        for position, child in enumerate(node.entries, start=1):
            yield from values_of(child, (path, position))
