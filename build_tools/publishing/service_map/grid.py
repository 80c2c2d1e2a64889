"""Lines of longitude and latitude, and a bar that says how far things are."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from build_tools.publishing.service_map.frame import WIDTH

if TYPE_CHECKING:
    from build_tools.publishing.service_map.frame import Frame

STEPS = (5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)
"""Degrees between two lines."""
NEAREST = 44
"""Units between two lines."""
LENGTHS = tuple(step * power for power in (0.1, 1, 10, 100) for step in (1, 2, 5))
"""Kilometres that a bar may show."""
LONGEST_BAR = 90
FOOT = 34
"""The height of the strip with the bar."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the lines stand."""

    meridians: tuple[int, ...]
    parallels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A length on the paper and in the country."""

    x: int
    y: int
    width: int
    metres: int


def grid_of(frame: Frame) -> Grid:
    """The lines of `frame`: as many as leave room between them, without figures, which tell a resident nothing."""
    step = next((one for one in reversed(STEPS) if one * frame.units_east >= NEAREST), STEPS[0])
    southwest, northeast = frame.corners
    longitudes = range(ceil(southwest.longitude / step), floor(northeast.longitude / step) + 1)
    latitudes = range(ceil(southwest.latitude / step), floor(northeast.latitude / step) + 1)
    east, north = frame.units_east, frame.units_north
    return Grid(
        tuple(round(WIDTH / 2 + (at * step - frame.centre.longitude) * east) for at in longitudes),
        tuple(round(frame.height / 2 - (at * step - frame.centre.latitude) * north) for at in latitudes),
    )


def bar_of(frame: Frame) -> Bar:
    """The longest round length that fits, in the strip below the drawing."""
    length = max((one for one in LENGTHS if one * frame.scale <= LONGEST_BAR), default=LENGTHS[0])
    width = round(length * frame.scale)
    return Bar(WIDTH - 14 - width, frame.height + FOOT - 10, width, round(length * 1000))
