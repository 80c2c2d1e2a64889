"""In which order the search numbers stations: neighbours beside each other, so that lists need few files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.coordinates import point_in
from build_tools.records.values import Datum, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from build_tools.facts.coordinates import Point
    from build_tools.records.district import District
    from build_tools.records.station import Station

TOGETHER = 16
"""Stations in one file."""
STEPS = 1 << 20
"""Of the curve, around the world: forty metres each."""


def in_order(
    stations: Iterable[Station], districts: Mapping[str, District], points: Mapping[str, Point | None]
) -> list[Station]:
    """`stations` by province, city and district, and there along a curve through all `points`; those nowhere last."""

    def place(station: Station) -> tuple[str, str, str, bool, int, str]:
        district = districts[station.district]
        point = points[station.id]
        along = on_curve(point) if point else 0
        return district.province, district.city, district.id, point is None, along, station.id

    return sorted(stations, key=place)


def point_of(station: Station) -> Point | None:
    """Where `station` is on China's maps; None where that is known to the district only, or not at all."""
    if station.position is None or station.position.precision is Precision.DISTRICT:
        return None
    return point_in(station.position, Datum.GCJ02)


def on_curve(point: Point) -> int:
    """How far along Morton's curve `point` lies: the bits of its two degrees by turns."""
    east = int((point.longitude + 180) / 360 * STEPS)
    north = int((point.latitude + 90) / 360 * STEPS)
    return int(f"{east:b}", 4) + 2 * int(f"{north:b}", 4)
