"""Who took a picture, as cameras and programs store it: a name alone, which nothing else would tell from other words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.reading.gate.full_names import PLAIN, WORDY, is_name

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
EXIF_TAGS = frozenset((0x013B, 0x9C9D, 0xA430))
"""Artist, XPAuthor and CameraOwnerName."""
HEADING = "Author: "
"""Stands before what those say, and in PNG before what such a text says."""
FIELD = re.compile(
    rf"(?:{HEADING}|<dc:creator>(?:\s*<rdf:[^<>]+>)*|\x1c\x02\x50..)\s*({PLAIN}|{WORDY})(?=[^一-鿿]|\Z)", re.DOTALL
)
"""Also in XMP, and in IPTC, where two signs tell the length of a by-line."""


def authors(text: str) -> Iterator[Span]:
    """Where a picture's `text` names who took it; offices and newspapers are nobody's name."""
    for found in FIELD.finditer(text):
        if is_name(found[1]):
            yield found.span(1)
