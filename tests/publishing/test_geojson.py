"""The stations as features, as geographic programs get them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from geojson_pydantic import Feature, FeatureCollection
from geojson_pydantic import Point as PointGeometry

from build_tools.facts.coordinates import Point
from build_tools.facts.derive import derive_facts
from build_tools.publishing.composed import Composed
from build_tools.publishing.exports.geojson import geojson
from build_tools.reading.locale import read_wording
from build_tools.records.key import UNKNOWN
from build_tools.records.station import Life, Station
from build_tools.records.values import Datum, Degrees, Position, Precision
from tests.facts.test_coordinates import ABROAD, OTHERS, metres
from tests.hostile import LONG, TEXT, WIDE
from tests.publishing.bulletins import NAMES, TODAY, changed, facts_named, with_site
from tests.sites import SAMPLE, site_of

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts

Collection = FeatureCollection[Feature[PointGeometry, dict[str, Any]]]
CHINESE = read_wording("zh")
EAST, NORTH = (73, 136), (3, 54)
"""Degrees between which China lies."""
ALWAYS = {"id", "name", "status", "district", "district_name", "street", "address"}
SOMETIMES = {
    *("successor", "telephone", "url", "precision", "approximate", "converted_from", "position_verified"),
    *("needs", "facilities", "facilities_incomplete", "services", "step_free", "opening_hours", "opening_hours_until"),
}


def written(facts: Facts) -> bytes:
    """The file of `facts`."""
    (file,) = geojson(Composed(facts, CHINESE))
    assert file.uri == "data/stations.geojson"
    return file.content


def features(facts: Facts) -> dict[str, dict[str, Any]]:
    """Station → its feature."""
    return {feature["id"]: feature for feature in json.loads(written(facts))["features"]}


def told(facts: Facts, id: str) -> dict[str, Any]:
    """What is told of the station `id`."""
    properties: dict[str, Any] = features(facts)[id]["properties"]
    return properties


def of_one(station: Station, **site: object) -> dict[str, Any]:
    """The feature of `station`, which stands in the demonstration bulletin instead of its others."""
    facts = with_site(changed(facts_named("sample"), stations=(station,), events=(), notices=(), tallies=()), **site)
    (feature,) = features(facts).values()
    return feature


def a_station(**fields: Any) -> Station:
    """A station of which only what must be is known."""
    return Station(
        **{
            "id": "a",
            "name": "甲站",
            "life": Life.OPEN,
            "summary": "喝水",
            "district": "shili",
            "street": "第一街道",
            "address": "样本路1号",
            **fields,
        }
    )


def at(longitude: float, latitude: float, datum: Datum, precision: Precision = Precision.DOOR) -> Position:
    return Position(longitude=Degrees(longitude), latitude=Degrees(latitude), datum=datum, precision=precision)


@pytest.mark.parametrize("name", NAMES)
def test_a_geographic_program_reads_all_stations(name: str) -> None:
    facts = facts_named(name)
    found = Collection.model_validate_json(written(facts)).features
    assert [feature.id for feature in found] == [station.id for station in facts.bulletin.stations]
    assert len({feature.id for feature in found}) == len(found)


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_as_rfc_7946_has_it(name: str) -> None:
    content = json.loads(written(facts_named(name)))
    assert content.keys() == {"type", "features"}
    for feature in content["features"]:
        assert feature.keys() == {"type", "id", "geometry", "properties"}
        geometry = feature["geometry"]
        assert geometry is None or geometry.keys() == {"type", "coordinates"}
        if geometry:
            east, north = geometry["coordinates"]
            assert EAST[0] <= east <= EAST[1]
            assert NORTH[0] <= north <= NORTH[1]
            assert (east, north) == (round(east, 7), round(north, 7))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_unknown_is_left_out(name: str) -> None:
    for feature in json.loads(written(facts_named(name)))["features"]:
        properties = feature["properties"]
        assert properties.keys() >= ALWAYS
        assert properties.keys() <= ALWAYS | SOMETIMES
        assert [key for key, value in properties.items() if value in (None, "", [], "未知", "待核实", False)] == []
        assert ("precision" in properties) == (feature["geometry"] is not None)
        assert ("opening_hours" in properties) == ("opening_hours_until" in properties)


def test_a_station_of_which_nothing_more_is_known_has_no_other_members() -> None:
    feature = of_one(a_station(telephone=UNKNOWN), address=None)
    assert feature == {
        "type": "Feature",
        "id": "a",
        "geometry": None,
        "properties": {
            "id": "a",
            "name": "甲站",
            "status": "open",
            "district": "shili",
            "district_name": "示例市示例区",
            "street": "第一街道",
            "address": "样本路1号",
        },
    }


def test_a_station_tells_what_one_gets_there_by_codes() -> None:
    assert told(facts_named("sample"), "no") == {
        "id": "no",
        "name": "no",
        "status": "open",
        "district": "yangban",
        "district_name": "示例市样板区",
        "street": "第五街道",
        "address": "007 Sample Road, Fifth Street, Model District",
        "telephone": "400-0000000",
        "url": "https://example.org/bulletin/stations/no/",
        "precision": "door",
        "needs": ["water", "rest", "toilet", "charge"],
        "facilities": ["seats", "power-bank", "restroom"],
        "facilities_incomplete": True,
        "services": ["drinking-water", "sharpening", "wishes", "clinic"],
        "step_free": "partly",
        "opening_hours": "Mo-Su 22:00-06:00",
        "opening_hours_until": "2027-03-14",
    }


@pytest.mark.parametrize("precision", Precision)
def test_a_point_that_is_not_at_the_door_says_that_it_is_approximate(precision: Precision) -> None:
    feature = of_one(a_station(position=at(122.01, 36.02, Datum.WGS84, precision)))
    assert feature["geometry"]["coordinates"] == [122.01, 36.02]
    assert feature["properties"]["precision"] == precision.code
    assert feature["properties"].get("approximate", False) is (precision is not Precision.DOOR)


@pytest.mark.parametrize(("wgs84", "gcj02", "bd09"), OTHERS)
def test_what_was_entered_in_chinas_systems_is_not_located_unless_that_is_switched_on(
    wgs84: tuple[float, float], gcj02: tuple[float, float], bd09: tuple[float, float]
) -> None:
    for datum, point in ((Datum.GCJ02, gcj02), (Datum.BD09, bd09)):
        station = a_station(position=at(*point, datum))
        off, on = of_one(station), of_one(station, convert_positions=True)
        assert off["geometry"] is None
        assert off["properties"].keys().isdisjoint({"precision", "approximate", "converted_from"})
        assert metres(Point(*on["geometry"]["coordinates"]), Point(*wgs84)) < 1
        assert on["properties"]["converted_from"] == datum.code
    entered = of_one(a_station(position=at(*wgs84, Datum.WGS84)), convert_positions=True)
    assert entered["geometry"]["coordinates"] == [*wgs84]
    assert "converted_from" not in entered["properties"]


def test_a_point_far_from_china_stays_where_it_was_entered() -> None:
    feature = of_one(a_station(position=at(ABROAD.longitude, ABROAD.latitude, Datum.WGS84)))
    assert feature["geometry"]["coordinates"] == [2.35, 48.85]


def test_who_checked_a_point_tells_when_wherever_the_point_is_told() -> None:
    facts = facts_named("sample")
    assert "position_verified" not in told(facts, "jia")
    assert told(with_site(facts, convert_positions=True), "jia")["position_verified"] == "2026-11-10"


def test_a_closed_station_says_where_to_go_and_offers_nothing() -> None:
    feature = told(facts_named("sample"), "ding")
    assert (feature["status"], feature["successor"]) == ("closed", "yi")
    assert feature.keys().isdisjoint({"needs", "facilities", "services", "step_free", "opening_hours"})


def test_only_open_stations_have_opening_hours() -> None:
    for one in features(facts_named("sample")).values():
        assert one["properties"]["status"] == "open" or "opening_hours" not in one["properties"]


@pytest.mark.parametrize(("id", "name"), [("e-text", TEXT), ("e-wide", WIDE), ("e-long", LONG)])
def test_a_hostile_text_comes_back_as_it_is(id: str, name: str) -> None:
    facts = facts_named("hostile")
    station, properties = facts.directory.stations[id], told(facts, id)
    assert properties["name"].startswith(name)
    assert (properties["name"], properties["address"]) == (station.name, station.address)


@pytest.mark.parametrize("name", NAMES)
def test_each_station_has_a_line_and_the_same_content_gives_the_same_bytes(name: str) -> None:
    facts = facts_named(name)
    content = written(facts)
    assert content == written(derive_facts(facts.bulletin, TODAY))
    first, *lines, last = content.decode().rstrip("\n").split("\n")
    assert (first, last) == ('{"type":"FeatureCollection","features":[', "]}")
    assert [json.loads(line.removesuffix(","))["id"] for line in lines] == [one.id for one in facts.bulletin.stations]


def test_a_bulletin_without_stations_has_a_collection_without_features() -> None:
    facts = changed(facts_named("sample"), stations=(), events=(), notices=(), tallies=())
    assert Collection.model_validate_json(written(facts)).features == []


def test_each_edition_has_the_same_places_in_its_own_words() -> None:
    site = site_of(SAMPLE, TODAY)
    files = {file.uri: json.loads(file.content) for file in site.files if file.uri.endswith(".geojson")}
    assert files.keys() == {"data/stations.geojson", "en/data/stations.geojson"}
    for chinese, english in zip(*(files[uri]["features"] for uri in sorted(files)), strict=True):
        assert (chinese["id"], chinese["geometry"]) == (english["id"], english["geometry"])
        assert chinese["properties"].get("needs") == english["properties"].get("needs")
    jia = next(one["properties"] for one in files["en/data/stations.geojson"]["features"] if one["id"] == "jia")
    assert (jia["name"], jia["url"]) == ("Station Jia", "https://example.org/bulletin/en/stations/jia/")


def test_a_position_is_told_with_as_many_decimals_as_it_was_entered_with_and_seven_at_most() -> None:
    exact = of_one(a_station(position=at(122.012345678, 36.1, Datum.WGS84)))
    assert exact["geometry"]["coordinates"] == [122.0123457, 36.1]
    converted = of_one(a_station(position=at(122.0, 36.0, Datum.GCJ02)), convert_positions=True)
    assert all(len(str(degrees).partition(".")[2]) <= 7 for degrees in converted["geometry"]["coordinates"])
