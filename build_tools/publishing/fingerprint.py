"""Names that tell what is in a file: whoever has such a file need never ask again, and whoever asks gets no other."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LENGTH = 8
"""Letters; `deploy/nginx.conf` knows such names by them."""


def fingerprint(contents: Iterable[bytes]) -> str:
    """A few letters that are others when any of `contents` is."""
    summed = hashlib.sha256()
    for content in contents:
        summed.update(content)
    return summed.hexdigest()[:LENGTH]


def named_by(content: bytes, uri: str) -> str:
    """The file `uri` as it is called while it has this `content`: `assets/map.js` → `assets/map.3f9a1c2e.js`."""
    stem, dot, ending = uri.rpartition(".")
    return f"{stem}.{fingerprint([content])}{dot}{ending}"
