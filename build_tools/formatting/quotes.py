"""Quotes only where they are needed; those that are stay as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.formatting.colons import WORD, known_keys
from build_tools.formatting.edits import Edit
from build_tools.reading.round_trip import is_plainly_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.formatting.layout import Layout

HARMLESS = re.compile(
    r"[\w，。；！？（）《》“”‘’、—…·](?:[-./+ \w，。；：！？（）《》“”‘’、—…·]*[\w，。；！？（）《》“”‘’、—…·])?"
)
"""Has no sign of YAML's, wherever it stands."""

VALUE = re.compile(rf"(?P<head> *(?:- +)*(?P<key>{WORD}: +)?)(?P<value>[^\s\[{{'|>#].*?)(?P<rest>\s*| +#.*)")
QUOTED = re.compile(r'"[^"]*"')
REFERENCE = re.compile(r"[&*][A-Za-z0-9_-]|!")
"""What YAML means to be another part of the file, or a type: whoever knows that may have meant it."""
BRACKET = re.compile(r":\s+[\[{]|[\[{]$")
"""Behind a colon, or last: what begins there is a list or a record, and before it stands a key that nobody knows."""
KEY_INSIDE = re.compile(r"(\w+)(?:@[A-Za-z-]+)?\s*[:：]")
"""A word with a colon behind any sign that is no word: `，电话:`, `（名称@en :`."""


def usual_quotes(layout: Layout) -> Iterator[Edit]:
    """Each text in quotes that needs none, without them."""
    for piece in layout.seen:
        inner = layout.text[piece.start + 1 : piece.end - 1]
        is_alone = not layout.text.startswith("#", piece.end)  # libyaml takes that for a comment, after quotes
        if piece.style in ('"', "'") and is_alone and HARMLESS.fullmatch(inner) and is_plainly_text(inner):
            yield Edit(piece.start, piece.end, inner)


def quoted(text: str) -> str:
    """`text` of one line, in quotes."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def with_needed_quotes(line: str) -> str:
    """`line`, in which YAML takes words for its own signs, with its value in quotes; nothing where they may be no words."""
    found = VALUE.fullmatch(line)
    value = found["value"] if found else ""
    if not found or QUOTED.fullmatch(value) or REFERENCE.match(value) or is_open(value) or holds_key(value):
        return ""
    if not found["key"] and BRACKET.search(value):
        return ""
    return found["head"] + quoted(value) + found["rest"]


def is_open(value: str) -> bool:
    """Whether `value` begins with a quote that is never closed."""
    return value.startswith('"') and value.count('"') == 1


def holds_key(value: str) -> bool:
    """Whether a known key with a colon stands in `value`, which quotes would hide."""
    return any(word in known_keys() for word in KEY_INSIDE.findall(value))
