"""`map/stations.json`: what the interactive map shows, in as few bytes as can be; only its own script reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.gathered import gathers, in_order
from build_tools.publishing.json_text import json_text
from build_tools.publishing.service_map.base import live_point, live_sketch_point
from build_tools.publishing.service_map.live import STATIONS
from build_tools.publishing.service_map.spots import to_be_shown
from build_tools.publishing.site import SiteFile
from build_tools.records.station import Life
from build_tools.records.values import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.coordinates import Point
    from build_tools.publishing.composed import Composed
    from build_tools.publishing.gathered import Giving, Part
    from build_tools.records.site import Site
    from build_tools.records.sketch import Feature
    from build_tools.records.station import Station

PARTS = 100_000
"""Of a degree: about a metre."""
ROUGH, IDLE = 1, 2
"""Only the neighbourhood is known; not open these days. Their sum for both."""

Pin = list[int | str]


def pins(made: Composed) -> Giving:
    """Gives how each station is shown, if it is."""
    return lambda stations: [pin_of(station, made.facts.bulletin.site) for station in stations]


@gathers(pins)
def live_map(made: Composed, parts: Sequence[Part]) -> Iterator[SiteFile]:
    """The file, if any station has a position."""
    bulletin = made.facts.bulletin
    if not any(station.position for station in to_be_shown(bulletin.stations)):
        return
    told = {
        "tiles": bulletin.site.base_map.layers if bulletin.site.base_map else (),
        "stations": [pin for pin in in_order(bulletin.stations, parts) if pin],
        "sketch": [feature_told(feature, bulletin.site) for sketch in bulletin.sketches for feature in sketch.features],
    }
    yield SiteFile(STATIONS, json_text(told).encode())


def pin_of(station: Station, site: Site) -> Pin | None:
    """The id of `station`, its name, where it is, and how its pin looks if not as usual; None if it cannot be shown."""
    point = live_point(station.position, site) if station.position and to_be_shown([station]) else None
    if not (station.position and point):
        return None
    look = ROUGH * (station.position.precision is not Precision.DOOR) + IDLE * (station.life is not Life.OPEN)
    return [station.id, str(station.name), *units(point), *([look] if look else [])]


def feature_told(feature: Feature, site: Site) -> list[object]:
    """Kind, form, name and paths of `feature`: each point by how far it is from the one before."""
    paths = [steps([units(live_sketch_point(position, site)) for position in path]) for path in feature.paths]
    return [feature.kind.code, feature.form.code, feature.name, paths]


def units(point: Point) -> tuple[int, int]:
    """`point` in whole parts of a degree."""
    return round(point.longitude * PARTS), round(point.latitude * PARTS)


def steps(points: list[tuple[int, int]]) -> list[int]:
    """The first of `points`, and then the steps from each to the next, all in one row."""
    before = [(0, 0), *points]
    return [step for (x, y), (to_x, to_y) in zip(before, points, strict=False) for step in (to_x - x, to_y - y)]
