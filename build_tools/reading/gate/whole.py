"""A file's text looked through as it is written, and as it is read: each cause is told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_tools.reading.gate.reading_aloud import as_read
from build_tools.reading.gate.rules import NARRATIVE
from build_tools.reading.gate.scan import scan, scan_plain

if TYPE_CHECKING:
    from build_tools.reading.gate.scan import Hit, Scanned


def scan_whole(file: str, text: str) -> list[Scanned]:
    """`text` of `file` with what is found in it; nothing when nothing is."""
    written, read = scan(file, text), as_read(text)
    both = [written]
    if read.text:
        aloud = scan_plain(file, text, read)
        both.append(replace(aloud, hits=tuple(hit for hit in aloud.hits if not is_told(aloud, hit, written))))
    return [one for one in both if one.hits]


def is_told(aloud: Scanned, hit: Hit, written: Scanned) -> bool:
    """Whether some of the signs of `hit` were found as they are `written`; stories may hold other causes."""
    start, end = aloud.origin(hit.start, hit.end)
    others = [one for one in written.hits if (one.code == NARRATIVE) == (hit.code == NARRATIVE)]
    spans = [written.origin(one.start, one.end) for one in others]
    return any(first < end and start < last for first, last in spans)
