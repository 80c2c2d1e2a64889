"""Files as they travel: `.br` and `.gz` beside each that gets smaller, so that nginx never has to do it."""

from __future__ import annotations

import gzip
import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from itertools import repeat
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]

from build_tools.hosting.copying import ENDINGS
from build_tools.hosting.engines import die_with_parent

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

TEXTS = (".html", ".css", ".js", ".json", ".geojson", ".svg", ".xml", ".txt", ".csv", ".ics", ".md", ".map")
FOR_PEOPLE = (".html", ".css", ".js", ".svg")
"""What visitors wait for is compressed as far as it goes; what programs fetch, a tenth less far in a sixtieth of the time."""
FURTHEST, FAST = 11, 5
TOO_SMALL = 400
"""Bytes, under which a packet carries it whole in any case."""
AT_ONCE = 50


def compress_new(folder: Path, uris: Collection[str]) -> None:
    """Put the compressed forms of each of `uris` beside it in `folder`, on all cores where there are many."""
    texts = [uri for uri in uris if uri.endswith(TEXTS)]
    parts = [texts[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE)]
    if len(parts) < 2:
        compress_all(folder, texts)
        return
    with ProcessPoolExecutor(initializer=die_with_parent) as pool:
        deque(pool.map(compress_all, repeat(folder), parts), maxlen=0)


def link_known(known: Path, folder: Path, uris: Collection[str]) -> None:
    """Link what is compressed of `uris` in the release `known` already, which holds the same files."""
    for uri in uris:
        for ending in ENDINGS:
            with suppress(FileNotFoundError, FileExistsError):
                os.link(f"{known}/{uri}{ending}", f"{folder}/{uri}{ending}")


def compress_all(folder: Path, uris: Sequence[str]) -> None:
    """Compress each of `uris` in `folder`."""
    for uri in uris:
        compress(folder / uri)


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
