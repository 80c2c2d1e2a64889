"""What lies in a picture's file besides the picture that is shown: more frames, and what telephones append."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

EXIF = re.compile(rb"Exif\0\0(?=II\*\0|MM\0\*)")
XMP = re.compile(rb"<x:xmpmeta\b(?:[^<>]*/>|.*?</x:xmpmeta>)", re.DOTALL)
START = re.compile(rb"\xff\xd8(?=\xff[\xc0-\xfe])")
END_OF_PNG = b"IEND\xae\x42\x60\x82"
FILM_POSITION = (b"\xa9xyz", b"com.apple.quicktime.location")
"""How a film says where it was taken."""
SCAN, COMMENT = 0xDA, 0xFE
LARGEST_BLOCK = 1 << 20


def blocks_anywhere(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Every block of EXIF or XMP in a file, wherever it lies."""
    for found in EXIF.finditer(content):
        yield "exif", content[found.start() : found.start() + LARGEST_BLOCK]
    for found in XMP.finditer(content):
        yield "text", found[0]


def tells_film_position(content: bytes) -> bool:
    """Whether a film that is appended says where it was taken."""
    at = content.find(b"ftyp")
    return at > 0 and any(mark in content[at:] for mark in FILM_POSITION)


def appended(kind: str, content: bytes) -> bytes:
    """What follows the first signs of a JPEG, or the end of another picture."""
    if kind == "PNG":
        return content[content.find(END_OF_PNG) + len(END_OF_PNG) :] if END_OF_PNG in content else b""
    if kind == "WEBP":
        return content[8 + struct.unpack_from("<I", content, 4)[0] :]
    # pixels of a JPEG never look like the start of another
    return content[2:]


def comments(content: bytes) -> Iterator[bytes]:
    """The comments of every JPEG in `content`."""
    for found in START.finditer(content):
        at = found.end()
        while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != SCAN:
            length = struct.unpack_from(">H", content, at + 2)[0]
            if content[at + 1] == COMMENT:
                yield content[at + 4 : at + 2 + length]
            at += 2 + length
