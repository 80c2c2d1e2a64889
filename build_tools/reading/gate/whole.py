"""A file's text looked through as it is written, and as it is read: each cause is told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_tools.reading.gate.fold import folded
from build_tools.reading.gate.hints import anything
from build_tools.reading.gate.reading_aloud import as_read
from build_tools.reading.gate.rules import NARRATIVE
from build_tools.reading.gate.scan import scan_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_tools.reading.gate.hints import Likely
    from build_tools.reading.gate.scan import Hit, Scanned


def scan_whole(file: str, text: str, expected: Callable[[str], Likely] = anything) -> list[Scanned]:
    """`text` of `file` with what is found in it, nothing when nothing is; what is `expected` is looked for."""
    plain = folded(text)
    likely = expected(plain.text)
    written = scan_plain(file, text, plain, likely.rules)
    aloud = scan_aloud(written) if likely.is_marked or plain.text != text else []
    return [one for one in (written, *aloud) if one.hits]


def scan_aloud(written: Scanned) -> list[Scanned]:
    """What is found in addition where a text is read otherwise than it is `written`."""
    read = as_read(written.text)
    if not read.text:
        return []
    aloud = scan_plain(written.file, written.text, read)
    return [replace(aloud, hits=tuple(hit for hit in aloud.hits if not is_told(aloud, hit, written)))]


def is_told(aloud: Scanned, hit: Hit, written: Scanned) -> bool:
    """Whether some of the signs of `hit` were found as they are `written`; stories may hold other causes."""
    start, end = aloud.origin(hit.start, hit.end)
    others = [one for one in written.hits if (one.code == NARRATIVE) == (hit.code == NARRATIVE)]
    spans = [written.origin(one.start, one.end) for one in others]
    return any(first < end and start < last for first, last in spans)
