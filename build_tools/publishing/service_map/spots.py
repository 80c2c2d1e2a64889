"""What stands on the map: stations or, when they are too many for one drawing, their districts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from build_tools.facts.coordinates import Point, point_in
from build_tools.facts.directory import grouped
from build_tools.publishing.addresses import station_uri
from build_tools.records.station import Life
from build_tools.records.values import Datum, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from build_tools.records.district import District
    from build_tools.records.station import Station
    from build_tools.records.values import Position

REACH = {Precision.DOOR: 0.5, Precision.COMMUNITY: 1.0, Precision.STREET: 3.0, Precision.DISTRICT: 12.0}
"""Kilometres around a point that a map of it shows: the less is known, the more, unless others are known better."""


class Spot(NamedTuple):
    """One name on the map."""

    name: str
    uri: str
    point: Point
    """In GCJ-02."""
    reach: float
    district: str
    """The name of the one it lies in, or is."""
    street: str = ""
    stations: int = 0
    """How many it stands for when it is a district; a station is none."""
    approximate: bool = False
    """Whether only the neighbourhood is known."""
    idle: bool = False
    """Whether it is paused, or not yet open."""


def to_be_shown(stations: Iterable[Station]) -> list[Station]:
    """Those of `stations` to which one may go some day: no map leads to a closed door."""
    return [station for station in stations if station.life is not Life.CLOSED]


def located(stations: Iterable[Station]) -> list[tuple[Station, Position]]:
    """Those of `stations` that have a position, each with it."""
    return [(station, station.position) for station in stations if station.position]


def spots_of(placed: Iterable[tuple[Station, Position]], districts: Mapping[str, District]) -> list[Spot]:
    """The spots of stations with their positions, in their order."""
    return [
        Spot(
            name=station.name,
            uri=station_uri(station.id),
            point=point_in(position, Datum.GCJ02),
            reach=REACH[position.precision],
            approximate=position.precision is not Precision.DOOR,
            idle=station.life is not Life.OPEN,
            district=districts[station.district].name,
            street=station.street,
        )
        for station, position in placed
    ]


def spots_of_districts(placed: Iterable[tuple[Station, Position]], districts: Mapping[str, District]) -> list[Spot]:
    """One spot for each of `districts` in which stations are `placed`, amid these."""
    points = grouped((station.district, point_in(position, Datum.GCJ02)) for station, position in placed)
    return [
        Spot(
            name=districts[code].full_name,
            uri=f"districts/{code}/",
            point=amid(inside),
            reach=3.0,
            district=districts[code].full_name,
            stations=len(inside),
        )
        for code, inside in sorted(points.items())
    ]


def amid(points: Sequence[Point]) -> Point:
    """The middle of `points`."""
    longitudes, latitudes = zip(*points, strict=True)
    return Point(sum(longitudes) / len(points), sum(latitudes) / len(points))
