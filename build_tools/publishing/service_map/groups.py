"""Spots too near each other for a finger share one mark."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, sqrt
from typing import TYPE_CHECKING

from build_tools.publishing.service_map.frame import WIDTH
from build_tools.publishing.service_map.spots import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from build_tools.publishing.service_map.frame import Frame

TOUCH = 54
"""Units between two marks: on a screen of 320 pixels, where a unit is smallest, 44 of them."""
EDGE = TOUCH // 2
LARGEST, SMALLEST = 24, 13


@dataclass(frozen=True, slots=True)
class Group:
    """One or more spots at one place of the paper."""

    x: int
    y: int
    spots: tuple[Spot, ...]

    @property
    def stations(self) -> int:
        """How many stations it stands for."""
        return sum(spot.stations or 1 for spot in self.spots)

    @property
    def several(self) -> bool:
        """Whether it stands for more than one name."""
        return len(self.spots) > 1

    @property
    def approximate(self) -> bool:
        """Whether of none of them more than the neighbourhood is known."""
        return all(spot.approximate for spot in self.spots)

    @property
    def idle(self) -> bool:
        """Whether none of them is open these days."""
        return all(spot.idle for spot in self.spots)


def grouped_on(frame: Frame, spots: Iterable[Spot]) -> list[Group]:
    """`spots` on the paper, in the order of the first of each group."""
    places: list[tuple[int, int]] = []
    members: list[list[Spot]] = []
    for spot in spots:
        place = inside(frame, spot)
        near = nearest(place, places)
        if near is None:
            places.append(place)
            members.append([spot])
        else:
            members[near].append(spot)
    return [Group(x, y, tuple(spots)) for (x, y), spots in zip(places, members, strict=True)]


def inside(frame: Frame, spot: Spot) -> tuple[int, int]:
    """Where `spot` lies, not so near the edge that a finger would miss it."""
    x, y = frame.at(spot.point)
    return min(max(round(x), EDGE), WIDTH - EDGE), min(max(round(y), EDGE), frame.height - EDGE)


def nearest(place: tuple[int, int], places: Sequence[tuple[int, int]]) -> int | None:
    """Which of `places` is nearest to `place`, if one is within touch."""
    distances = [hypot(place[0] - x, place[1] - y) for x, y in places]
    near = min(range(len(places)), key=distances.__getitem__, default=None)
    return near if near is not None and distances[near] < TOUCH else None


def radius_of(stations: int, most: int) -> int:
    """The radius of a circle whose area stands for `stations`; not so small that no number fits in."""
    return max(SMALLEST, round(LARGEST * sqrt(stations / most)))
