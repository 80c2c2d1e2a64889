"""A picture → the two sizes that pages show: WebP, upright, and with nothing in it but the picture."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

    from build_tools.records.bulletin import Picture

WIDTHS = (480, 960)
"""For a telephone, and for a telephone with a fine screen or a wide window."""
QUALITY = 75
ORIENTATION, LYING = 0x0112, (5, 6, 7, 8)
"""The tag by which cameras say that the picture must be turned, and its values for a quarter turn."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture in one size."""

    uri: str
    width: int
    height: int


def renditions_of(picture: Picture) -> list[Rendition]:
    """The sizes of `picture`, the widest last; never wider than it is."""
    from PIL import Image  # takes 15 ms, and much content has no picture

    with Image.open(io.BytesIO(picture.content)) as image:
        lies = image.getexif().get(ORIENTATION) in LYING
        width, height = (image.height, image.width) if lies else image.size
    return [
        Rendition(f"images/{picture.name}-{shown}.webp", shown, max(1, round(height * shown / width)))
        for shown in sorted({min(width, most) for most in WIDTHS})
    ]


def webp_files(picture: Picture) -> Iterator[SiteFile]:
    """`picture` in its sizes; the same bytes each time."""
    from PIL import Image, ImageOps  # late, as above

    renditions = renditions_of(picture)
    with Image.open(io.BytesIO(picture.content)) as image:
        image.draft("RGB", (WIDTHS[-1], WIDTHS[-1]))  # a JPEG need not be unpacked in full
        upright = with_eight_bits(ImageOps.exif_transpose(image))
        plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    for one in renditions:
        file = io.BytesIO()
        plain.resize((one.width, one.height), Image.Resampling.LANCZOS).save(file, "WEBP", quality=QUALITY)
        yield SiteFile(one.uri, file.getvalue())


def with_eight_bits(image: Image.Image) -> Image.Image:
    """`image`, its greys from 0 to 255; scanners write up to 65,535, of which Pillow would keep the darkest."""
    return image.point(lambda grey: grey / 257, "L") if image.mode.startswith("I;16") else image
