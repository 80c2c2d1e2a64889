"""Files as they travel: `.br` and `.gz` beside each that gets smaller, so that nginx never has to do it."""

from __future__ import annotations

import gzip
import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]

from build_tools.hosting.copying import ENDINGS

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

TEXTS = (".html", ".css", ".js", ".json", ".geojson", ".svg", ".xml", ".txt", ".csv", ".ics", ".md", ".map")
FOR_PEOPLE = (".html", ".css", ".js", ".svg")
"""What visitors wait for is compressed as far as it goes; what programs fetch, a tenth less far in a sixtieth of the time."""
FURTHEST, FAST = 11, 5
TOO_SMALL = 400
"""Bytes, under which a packet carries it whole in any case."""


def compress_new(folder: Path, uris: Collection[str]) -> None:
    """Put the compressed forms of each of `uris` beside it in `folder`, on all cores: who compresses lets others work."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        deque(pool.map(compress, [folder / uri for uri in uris if uri.endswith(TEXTS)]), maxlen=0)


def link_known(known: Path, folder: Path, uris: Collection[str]) -> None:
    """Link what is compressed of `uris` in the release `known` already, which holds the same files."""
    for uri in uris:
        for ending in ENDINGS:
            with suppress(FileNotFoundError, FileExistsError):
                os.link(f"{known}/{uri}{ending}", f"{folder}/{uri}{ending}")


def compress(path: Path) -> None:
    """Both forms of the file at `path`, or none where they would be no smaller; its time is in neither."""
    content = path.read_bytes()
    if len(content) < TOO_SMALL:
        return
    quality = FURTHEST if path.suffix in FOR_PEOPLE else FAST
    forms = (brotli.compress(content, quality=quality), gzip.compress(content, 9, mtime=0))
    if max(map(len, forms)) < len(content):
        for ending, form in zip(ENDINGS, forms, strict=True):
            path.with_name(path.name + ending).write_bytes(form)
