"""Markup that was pasted into a value: which tag, on which line, and the line without it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.reading.markup import markup_in
from build_tools.reading.spot import spot_of
from build_tools.reading.tree import Scalar
from build_tools.reading.without_markup import line_without

if TYPE_CHECKING:
    from collections.abc import Sequence

REST = re.compile(r"[^<>]*>")
SHOWN = 40
"""Characters of a tag that a message shows."""


def pasted_into(node: Scalar, lines: Sequence[str]) -> tuple[Scalar, dict[str, str]] | None:
    """The first markup in `node`, which stands in `lines`, and the words of its message; None where there is none."""
    found = markup_in(node.text)
    if not found:
        return None
    tag = tag_at(found)
    line, column = spot_of(node, found.start(), tag.split()[0], lines)
    written = lines[line - 1] if lines else node.text
    on_it = tag if written.startswith(tag, column - 1) else written[column - 1 :].rstrip()
    words = {"text": shown(tag)}
    if right := line_without(written, node) if lines else "":
        words["rewritten"] = right
    return Scalar(on_it, line, column), words


def tag_at(found: re.Match[str]) -> str:
    """All of the tag that was `found`, on one line; of a link what makes it run something."""
    rest = None if found[0].endswith(">") or not found[0].startswith("<") else REST.match(found.string, found.end())
    return " ".join((found[0] + (rest[0] if rest else "")).split())


def shown(tag: str) -> str:
    """`tag`, as far as a message shows it."""
    return tag if len(tag) <= SHOWN else f"{tag[: SHOWN - 1]}…"
