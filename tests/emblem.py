"""The site's lantern as pixels, drawn like `assets/favicon.svg`: `python -m tests.emblem` renews the files of the build."""

from __future__ import annotations

from PIL import Image, ImageDraw

from build_tools.publishing.exports.emblem import EMBLEM, FAVICON, PICTURES

GRID = 24
"""The drawing's own units, as in the SVG."""
FINE = 4
"""Drawn so many times larger and then reduced, for smooth edges."""
LARGE, SMALL = 512, 32
ROOF, PAPER, LAMP = "#0e4543", "#fff4dc", "#ffc649"


def emblem() -> Image.Image:
    """The lantern for home screens and shared links."""
    return drawn(LARGE).quantize(16)


def favicon() -> Image.Image:
    """The lantern for browsers."""
    return drawn(SMALL)


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


if __name__ == "__main__":
    emblem().save(PICTURES / EMBLEM, "PNG", optimize=True)
    favicon().save(PICTURES / FAVICON, "ICO", optimize=True)
