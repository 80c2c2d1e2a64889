"""Where the stations of each file lie, so that the nearest ones are found without fetching them all."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from build_tools.publishing.search.json_file import json_file
from build_tools.publishing.search.order import TOGETHER
from build_tools.publishing.search.postings import bits_of, written
from build_tools.workers import in_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.facts.coordinates import Point
    from build_tools.publishing.site import SiteFile

DEGREE = 10_000
"""Steps of a degree, eleven metres each."""


def boxes_file(points: Sequence[Point | None]) -> SiteFile:
    """Of which stations it is known at what point they lie, and for each file of them where these lie, on China's maps."""
    located = bits_of((number for number, point in enumerate(points) if point), len(points))
    boxes = [box_around([point for point in some if point]) for some in in_parts(points, TOGETHER)]
    return json_file("boxes", {"located": written(located, len(points)), "degree": DEGREE, "boxes": boxes})


def box_around(points: Sequence[Point]) -> list[int]:
    """West, south, width and height of the smallest box with all `points`; empty when there are none."""
    if not points:
        return []
    east, north = [point.longitude for point in points], [point.latitude for point in points]
    west, south = floor(min(east) * DEGREE), floor(min(north) * DEGREE)
    return [west, south, ceil(max(east) * DEGREE) - west, ceil(max(north) * DEGREE) - south]
