"""The site's lantern as pixels, for whoever cannot draw `assets/favicon.svg`: home screens, shared links, old browsers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.publishing.composed import Composed


GRID = 24
"""The drawing's own units, as in the SVG."""
FINE = 4
"""Drawn so many times larger and then reduced, for smooth edges."""
LARGE, SMALL = 512, 32
ROOF, PAPER, LAMP = "#0e4543", "#fff4dc", "#ffc649"


def emblem(made: Composed) -> Iterator[SiteFile]:  # noqa: ARG001 — all exports are called alike
    """`assets/emblem.png` for home screens and shared links, and the `favicon.ico` that browsers ask for unasked."""
    yield SiteFile("assets/emblem.png", saved(drawn(LARGE).quantize(16), "PNG"))
    yield SiteFile("favicon.ico", saved(drawn(SMALL), "ICO"))


def drawn(size: int) -> Image.Image:
    """The lantern, `size` pixels wide."""
    unit = size * FINE / GRID
    picture = Image.new("RGB", (size * FINE, size * FINE), ROOF)
    pen = ImageDraw.Draw(picture)
    stroke = round(1.6 * unit)

    def line(*points: float) -> None:
        pen.line([point * unit for point in points], fill=PAPER, width=stroke)

    pen.ellipse([one * unit for one in (4.2, 4.2, 19.8, 18.8)], fill=PAPER)
    pen.ellipse([one * unit for one in (5.8, 5.8, 18.2, 17.2)], fill=LAMP)
    line(12, 2, 12, 5)
    line(8, 5, 16, 5)
    line(8, 18, 16, 18)
    line(12, 18, 12, 22)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def saved(picture: Image.Image, form: str) -> bytes:
    """`picture` as a file."""
    file = io.BytesIO()
    picture.save(file, form, optimize=True)
    return file.getvalue()
