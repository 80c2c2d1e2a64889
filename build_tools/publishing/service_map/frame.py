"""The paper of a map: which piece of the country it shows, and where a point lies on it."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians
from typing import TYPE_CHECKING

from build_tools.facts.coordinates import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

KILOMETRES_A_DEGREE = 111.2
WIDTH = 330
"""Units that are pixels on a narrow phone."""
LOWEST, HIGHEST = 200, 340
MARGIN = 36
"""Room for the circles of points at the edge."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A piece of the country, drawn as if degrees were straight: nobody sees the difference within a province."""

    centre: Point
    scale: float
    """Units a kilometre."""
    height: int

    @property
    def units_east(self) -> float:
        """Units a degree of longitude."""
        return self.units_north * cos(radians(self.centre.latitude))

    @property
    def units_north(self) -> float:
        """Units a degree of latitude."""
        return self.scale * KILOMETRES_A_DEGREE

    def at(self, point: Point) -> tuple[float, float]:
        """Where `point` lies, from the upper left corner."""
        east, north = point.longitude - self.centre.longitude, point.latitude - self.centre.latitude
        return WIDTH / 2 + east * self.units_east, self.height / 2 - north * self.units_north

    @property
    def corners(self) -> tuple[Point, Point]:
        """The south-western and the north-eastern corner."""
        east, north = WIDTH / 2 / self.units_east, self.height / 2 / self.units_north
        longitude, latitude = self.centre.longitude, self.centre.latitude
        return Point(longitude - east, latitude - north), Point(longitude + east, latitude + north)


def frame_around(points: Sequence[Point], reach: float) -> Frame:
    """The frame that shows every one of `points` with so many kilometres around it."""
    middle = sum(point.latitude for point in points) / len(points)
    north = 1 / KILOMETRES_A_DEGREE
    east = north / cos(radians(middle))
    west_end = min(point.longitude - reach * east for point in points)
    east_end = max(point.longitude + reach * east for point in points)
    south_end = min(point.latitude - reach * north for point in points)
    north_end = max(point.latitude + reach * north for point in points)
    across, down = (east_end - west_end) / east, (north_end - south_end) / north
    scale = min((WIDTH - 2 * MARGIN) / across, (HIGHEST - 2 * MARGIN) / down)
    height = max(LOWEST, round(down * scale) + 2 * MARGIN)
    return Frame(Point((west_end + east_end) / 2, (south_end + north_end) / 2), scale, height)
