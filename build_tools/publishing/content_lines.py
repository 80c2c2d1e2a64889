"""Content lines, which iCalendar is made of: texts are escaped, long lines are folded (RFC 5545, section 3.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST = 75
"""Octets of a line, without its end."""
LINE_END = b"\r\n"
FOLD = LINE_END + b" "
ESCAPES = {"\\": r"\\", ";": r"\;", ",": r"\,"} | dict.fromkeys("\n\x85\u2028\u2029", r"\n")
"""Section 3.3.11. Ends of lines as Unicode has them are all escaped: a program that splits there would see half a line."""
MARKED = re.compile(f"[{re.escape(''.join(ESCAPES))}\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What is escaped, and control characters, which may not stand in a text at all; only the tab may."""
OF_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
"""What an address may hold beside letters and digits (RFC 3986, section 2), `%` as it may be encoded already."""


def escaped(text: str) -> str:
    """`text` as a TEXT value."""
    return MARKED.sub(lambda found: ESCAPES.get(found[0], ""), text)


def address(url: str) -> str:
    """`url` as a URI value: it is not escaped, but has only ASCII characters and none that ends the line."""
    return quote(url, safe=OF_ADDRESSES)


def folded(lines: Iterable[str]) -> bytes:
    """The `lines` as they stand in a file."""
    return b"".join(map(content_line, lines))


def content_line(text: str) -> bytes:
    """`text` as one line, folded if it is long, with its end."""
    octets = text.encode()
    if len(octets) <= LONGEST:
        return octets + LINE_END
    return FOLD.join(pieces(octets)) + LINE_END


def pieces(octets: bytes) -> Iterator[bytes]:
    """`octets` cut between characters; the space before each later piece counts as one of its octets."""
    start, room = 0, LONGEST
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # in UTF-8 only the first octet of a character does not begin with bits 10
            end -= 1
        yield octets[start:end]
        start, room = end, LONGEST - 1
    yield octets[start:]
