"""The three coordinate systems, against what others publish and compute for the same points."""

from __future__ import annotations

from math import cos, hypot, radians

import pytest

from build_tools.facts.coordinates import (
    Point,
    bd09_to_gcj02,
    gcj02_to_bd09,
    point_in,
    undone,
    wgs84_of,
    wgs84_to_gcj02,
)
from build_tools.records.values import Datum, Degrees, Position, Precision

METRES_A_DEGREE = 111_320

TIANANMEN = (116.397451, 39.909187)
OTHERS = [
    # WGS-84, its GCJ-02 and its BD-09, as PyPI's coord-convert 0.2.1 computes them; eviltransform 0.1.1 says the same
    # to 2 cm, because it takes another ellipsoid.
    (TIANANMEN, (116.4036946, 39.9105905), (116.4100672, 39.9169298)),
    ((112.6, 26.94), (112.6052259, 26.9364104), (112.6117873, 26.9421696)),
    ((117.2, 29.3), (117.2052856, 29.2973401), (117.2118223, 29.3032580)),
    ((87.62, 43.79), (87.6228517, 43.7912281), (87.6292957, 43.7973202)),
    ((91.14, 29.65), (91.1415309, 29.6472664), (91.1481267, 29.6529961)),
    ((126.53, 45.8), (126.5360586, 45.8019954), (126.5426759, 45.8076177)),
    ((110.2, 20.04), (110.2042920, 20.0378891), (110.2108308, 20.0436638)),
]
GCOORD = [
    # What gcoord's README and tests print (github.com/hujiulong/gcoord).
    (wgs84_to_gcj02, (123, 45), (123.00607541, 45.00197815)),
    (gcj02_to_bd09, (123, 45), (123.00636499, 45.00636899)),
    (undone, (123, 45), (122.99395597, 44.99804071)),
    (lambda point: gcj02_to_bd09(wgs84_to_gcj02(point)), (116.403988, 39.914266), (116.41661560068, 39.92196580127)),
]
GRID = [Point(75 + step * 2.37, 19 + step * 11 % 34 + 0.123) for step in range(25)]
ABROAD = Point(2.35, 48.85)


def metres(one: Point, other: Point) -> float:
    """How far apart two near points are."""
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(east, one.latitude - other.latitude) * METRES_A_DEGREE


def entered(longitude: float, latitude: float, datum: Datum) -> Position:
    return Position(longitude=Degrees(longitude), latitude=Degrees(latitude), datum=datum, precision=Precision.DOOR)


@pytest.mark.parametrize(("wgs84", "gcj02", "bd09"), OTHERS)
def test_a_point_is_where_other_programs_say(
    wgs84: tuple[float, float], gcj02: tuple[float, float], bd09: tuple[float, float]
) -> None:
    position = entered(*wgs84, Datum.WGS84)
    assert metres(point_in(position, Datum.GCJ02), Point(*gcj02)) < 0.02
    assert metres(point_in(position, Datum.BD09), Point(*bd09)) < 0.02


@pytest.mark.parametrize(("convert", "point", "expected"), GCOORD)
def test_a_point_is_where_gcoord_prints_it(
    convert: type, point: tuple[float, float], expected: tuple[float, float]
) -> None:
    assert metres(convert(Point(*point)), Point(*expected)) < 0.1


@pytest.mark.parametrize("point", GRID)
def test_the_ways_back_lead_to_where_they_began(point: Point) -> None:
    assert metres(undone(wgs84_to_gcj02(point)), point) < 0.001
    assert metres(bd09_to_gcj02(gcj02_to_bd09(point)), point) < 0.7
    assert metres(point_in(entered(point.longitude, point.latitude, Datum.BD09), Datum.BD09), point) == 0


@pytest.mark.parametrize("datum", Datum)
def test_abroad_the_systems_are_one(datum: Datum) -> None:
    position = entered(ABROAD.longitude, ABROAD.latitude, datum)
    assert {point_in(position, Datum.GCJ02), point_in(position, Datum.BD09), undone(ABROAD)} == {ABROAD}


def test_what_was_entered_in_chinas_systems_goes_back_to_wgs84_only_where_that_is_switched_on() -> None:
    there, shown = Point(*TIANANMEN), wgs84_to_gcj02(Point(*TIANANMEN))
    assert wgs84_of(entered(*TIANANMEN, Datum.WGS84), convert=False) == there
    for datum, point in ((Datum.GCJ02, shown), (Datum.BD09, gcj02_to_bd09(shown))):
        position = entered(point.longitude, point.latitude, datum)
        assert wgs84_of(position, convert=False) is None
        back = wgs84_of(position, convert=True)
        assert back is not None and metres(back, there) < (0.1 if datum is Datum.GCJ02 else 0.7)
