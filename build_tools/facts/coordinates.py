"""One point in the three coordinate systems of China's maps: WGS-84 (satellites), GCJ-02 (Amap, Tencent), BD-09 (Baidu).

GCJ-02 itself is not published. The formulas are those that became known in 2010 (`wgtochina_lb`, in C# and since then in
every language), on the ellipsoid of Krasovsky 1940; BD-09 adds Baidu's turn of 2011. `assets/coordinates.js` is the same
once more for the visitor's own position, and a test in a browser compares the two.
"""

from __future__ import annotations

from math import atan2, cos, hypot, pi, radians, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

from build_tools.records.values import Datum

if TYPE_CHECKING:
    from build_tools.records.values import Position

SEMI_MAJOR = 6378245.0
"""Krasovsky 1940, in metres."""
ECCENTRICITY_SQUARED = 0.00669342162296594323
TURN = pi * 3000 / 180
"""Baidu's ripple, radians a degree."""
CLOSE = 1e-9
"""Degrees, a tenth of a millimetre."""
MOST_STEPS = 20
DECIMALS = 7


class Point(NamedTuple):
    """Degrees east and north; in which system, its owner knows."""

    longitude: float
    latitude: float

    @property
    def is_in_china(self) -> bool:
        """Whether the systems differ here at all; the box is part of the published formulas, and no border."""
        return 72.004 <= self.longitude <= 137.8347 and 0.8293 <= self.latitude <= 55.8271


def point_in(position: Position, datum: Datum) -> Point:
    """`position` in GCJ-02 or BD-09, which lie ahead of WGS-84; back to that goes only `undone`."""
    entered = Point(position.longitude, position.latitude)
    if position.datum is datum:
        return entered
    gcj02 = as_gcj02(entered, position.datum)
    return gcj02_to_bd09(gcj02) if datum is Datum.BD09 else gcj02


def as_gcj02(point: Point, datum: Datum) -> Point:
    """`point`, which is meant in `datum`, in GCJ-02."""
    if datum is Datum.WGS84:
        return wgs84_to_gcj02(point)
    return bd09_to_gcj02(point) if datum is Datum.BD09 else point


def wgs84_to_gcj02(point: Point) -> Point:
    """`point` as China's maps shift it; unchanged outside China."""
    if not point.is_in_china:
        return point
    east, north = shift(point.longitude - 105, point.latitude - 35)
    latitude = radians(point.latitude)
    flat = 1 - ECCENTRICITY_SQUARED * sin(latitude) ** 2
    metres_north = SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED) / (flat * sqrt(flat)) * pi / 180
    metres_east = SEMI_MAJOR / sqrt(flat) * cos(latitude) * pi / 180
    return Point(point.longitude + east / metres_east, point.latitude + north / metres_north)


def shift(x: float, y: float) -> tuple[float, float]:
    """Metres east and north, `x` and `y` being degrees east of 105° and north of 35°."""
    root = sqrt(abs(x))
    both = 20 * sin(6 * pi * x) + 20 * sin(2 * pi * x)
    waves_east = both + 20 * sin(pi * x) + 40 * sin(pi * x / 3) + 150 * sin(pi * x / 12) + 300 * sin(pi * x / 30)
    waves_north = both + 20 * sin(pi * y) + 40 * sin(pi * y / 3) + 160 * sin(pi * y / 12) + 320 * sin(pi * y / 30)
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    return east + waves_east * 2 / 3, north + waves_north * 2 / 3


def gcj02_to_bd09(point: Point) -> Point:
    """`point` as Baidu's maps turn it; unchanged outside China."""
    if not point.is_in_china:
        return point
    x, y = point.longitude, point.latitude
    length = hypot(x, y) + 0.00002 * sin(y * TURN)
    angle = atan2(y, x) + 0.000003 * cos(x * TURN)
    return Point(length * cos(angle) + 0.0065, length * sin(angle) + 0.006)


def bd09_to_gcj02(point: Point) -> Point:
    """What Baidu publishes for the way back; half a metre beside what it came from."""
    if not point.is_in_china:
        return point
    x, y = point.longitude - 0.0065, point.latitude - 0.006
    length = hypot(x, y) - 0.00002 * sin(y * TURN)
    angle = atan2(y, x) - 0.000003 * cos(x * TURN)
    return Point(length * cos(angle), length * sin(angle))


def undone(point: Point) -> Point:
    """The WGS-84 point that GCJ-02 shows as `point`: only for sites that have switched this on, it is regulated."""
    found = point
    for _ in range(MOST_STEPS):
        shown = wgs84_to_gcj02(found)
        east, north = shown.longitude - point.longitude, shown.latitude - point.latitude
        found = Point(found.longitude - east, found.latitude - north)
        if max(abs(east), abs(north)) < CLOSE:
            break
    return found


def wgs84_of(position: Position, *, convert: bool) -> Point | None:
    """`position` in WGS-84: as it was entered, or undone where the site says `convert`; None where it may not be."""
    entered = Point(position.longitude, position.latitude)
    if position.datum is Datum.WGS84:
        return rounded(entered)
    return rounded(undone(as_gcj02(entered, position.datum))) if convert else None


def rounded(point: Point) -> Point:
    """`point` to about a centimetre."""
    return Point(round(float(point.longitude), DECIMALS), round(float(point.latitude), DECIMALS))
