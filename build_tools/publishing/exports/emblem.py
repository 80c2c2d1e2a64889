"""The site's lantern as pixels, for whoever cannot draw `assets/favicon.svg`: home screens, shared links, old browsers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.publishing.composed import Composed


PICTURES = Path(__file__).parent.parent / "emblem"
"""Files that are the same on every site; drawing them would take a tenth of a small one's time."""
EMBLEM, FAVICON = "emblem.png", "favicon.ico"


def emblem(made: Composed) -> Iterator[SiteFile]:  # noqa: ARG001 — all exports are called alike
    """`assets/emblem.png` for home screens and shared links, and the `favicon.ico` that browsers ask for unasked."""
    yield SiteFile(f"assets/{EMBLEM}", (PICTURES / EMBLEM).read_bytes())
    yield SiteFile(FAVICON, (PICTURES / FAVICON).read_bytes())
