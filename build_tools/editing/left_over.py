"""Where content goes on naming the old address of a file in words that only people read: told to them, never changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.editing.source_text import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from build_tools.reading.folder import Found

Line = tuple[str, int]
"""The path of a file inside `content/`, and the number of the line, from 1."""
BEFORE, BEHIND = "(?<![A-Za-z0-9_-])", "(?![A-Za-z0-9_-])"
"""What is no part of an id: `stations/jia` stands in neither `stations/jia-lao` nor `old-stations/jia`."""


def left_over(
    address: str, found: Iterable[Found], moved: Mapping[str, str], contents: Mapping[str, bytes]
) -> Iterator[Line]:
    """Each line of the files `found` that still names the `address` once some have `moved` and have other `contents`.

    The bare id alone does not count: it may as well be any other word.
    """
    naming = re.compile(BEFORE + re.escape(address) + BEHIND)
    for one in found:
        uri = moved.get(one.uri, one.uri)
        content = contents[uri] if uri in contents else one.path.read_bytes()
        if address.encode() in content:
            lines = LINE_END.split(content.decode("utf-8-sig", errors="replace"))
            yield from ((uri, number) for number, line in enumerate(lines, start=1) if naming.search(line))
