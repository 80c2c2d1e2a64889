"""Each map service gets a station in a coordinate system that it understands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from build_tools.publishing.map_links import map_links_of
from build_tools.reading.bulletin import read_bulletin
from build_tools.records.values import Datum, Degrees, Position, Precision
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from build_tools.records.station import Station

PLACE = {Datum.WGS84: (116.397451, 39.909187), Datum.GCJ02: (116.403695, 39.91059), Datum.BD09: (116.410067, 39.91693)}
"""Tiananmen in each system."""
LINKS = [
    # service, system it was entered in, the words of the address that say where
    ("amap", Datum.WGS84, {"position": "116.397451,39.909187", "coordinate": "wgs84"}),
    ("amap", Datum.GCJ02, {"position": "116.403695,39.910590", "coordinate": "gaode"}),
    ("amap", Datum.BD09, {"position": "116.403695,39.910590", "coordinate": "gaode"}),
    ("baidu", Datum.WGS84, {"location": "39.909187,116.397451", "coord_type": "wgs84"}),
    ("baidu", Datum.GCJ02, {"location": "39.910590,116.403695", "coord_type": "gcj02"}),
    ("baidu", Datum.BD09, {"location": "39.916930,116.410067", "coord_type": "bd09ll"}),
    ("tencent", Datum.WGS84, {"marker": "coord:39.909187,116.397451", "coord_type": "1"}),
    ("tencent", Datum.GCJ02, {"marker": "coord:39.910590,116.403695", "coord_type": "2"}),
    ("tencent", Datum.BD09, {"marker": "coord:39.910590,116.403695", "coord_type": "2"}),
]


@pytest.fixture(scope="module")
def station() -> Station:
    bulletin, _ = read_bulletin(SAMPLE)
    assert bulletin
    return next(one for one in bulletin.stations if one.id == "jia")


def placed(station: Station, datum: Datum, precision: Precision = Precision.DOOR) -> Station:
    longitude, latitude = map(Degrees, PLACE[datum])
    position = Position(longitude=longitude, latitude=latitude, datum=datum, precision=precision)
    return replace(station, position=position)


def words(station: Station, service: str) -> dict[str, str]:
    address = urlsplit(getattr(map_links_of(station), service))
    assert address.scheme == "https"
    return {key: values[0] for key, values in parse_qs(address.query, strict_parsing=True, separator="&").items()}


@pytest.mark.parametrize(("service", "datum", "expected"), LINKS)
def test_a_service_is_told_the_place_in_a_system_it_understands(
    station: Station, service: str, datum: Datum, expected: dict[str, str]
) -> None:
    told = words(placed(station, datum), service)
    assert {key: told[key].partition(";")[0] for key in expected} == expected


@pytest.mark.parametrize("service", ["amap", "baidu", "tencent"])
def test_no_name_adds_words_of_its_own(station: Station, service: str) -> None:
    name = "甲&coord_type=9#站;addr:别处|coord:1,2"
    told = words(replace(placed(station, Datum.GCJ02), name=name), service)
    assert told.get("coord_type", "2") in ("2", "gcj02")
    assert told.get("marker", "").count("coord:") <= 1


def test_a_place_known_only_to_the_district_has_no_links(station: Station) -> None:
    assert map_links_of(placed(station, Datum.WGS84, Precision.DISTRICT)) is None
    assert map_links_of(replace(station, position=None)) is None
    assert map_links_of(placed(station, Datum.WGS84, Precision.COMMUNITY)) is not None
