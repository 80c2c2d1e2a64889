"""The coordinate system of the interactive map, which is that of its tiles, or GCJ-02 without any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.coordinates import Point, point_in, wgs84_of, wgs84_to_gcj02
from build_tools.records.base_map import BaseKind
from build_tools.records.values import Datum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from build_tools.records.base_map import BaseMap
    from build_tools.records.site import Site
    from build_tools.records.station import Station
    from build_tools.records.values import Position


def is_wgs84(site: Site) -> bool:
    """Whether the tiles of `site`, if it has any, show WGS-84."""
    return site.base_map is not None and site.base_map.is_wgs84


def live_point(position: Position, site: Site) -> Point | None:
    """Where the interactive map of `site` shows `position`; None where it may not convert it."""
    if is_wgs84(site):
        return wgs84_of(position, convert=site.convert_positions)
    return point_in(position, Datum.GCJ02)


def is_left_out(position: Position, site: Site) -> bool:
    """Whether the interactive map of `site` may not convert `position`: `live_point` is None."""
    return is_wgs84(site) and position.datum is not Datum.WGS84 and not site.convert_positions


def live_sketch_point(position: tuple[float, float], site: Site) -> Point:
    """Where it shows a point of a sketch, which is in WGS-84."""
    return Point(*position) if is_wgs84(site) else wgs84_to_gcj02(Point(*position))


def left_out_of(stations: Iterable[Station], site: Site) -> int:
    """How many of `stations` have a position that the interactive map cannot show."""
    return sum(one.position is not None and is_left_out(one.position, site) for one in stations)


def credit_of(base: BaseMap, say: Callable[..., str]) -> str:
    """Whose tiles they are."""
    return say("map.tianditu") if base.kind is BaseKind.TIANDITU else base.credit
