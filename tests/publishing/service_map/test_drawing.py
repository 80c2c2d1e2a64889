"""The service map as a value: what is linked, what shares a mark, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import hypot
from typing import TYPE_CHECKING

import pytest

from build_tools.facts.derive import derive_facts
from build_tools.publishing.press import Press
from build_tools.publishing.service_map.drawing import map_of
from build_tools.publishing.service_map.groups import EDGE, TOUCH
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.locale import read_wording
from build_tools.records.station import Life
from build_tools.records.values import Datum, Degrees, Position, Precision
from build_tools.settings import Settings
from tests.generated import TODAY, write_bulletin
from tests.sites import CONTENT, SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

    from build_tools.facts.derive import Facts
    from build_tools.publishing.service_map.drawing import ServiceMap
    from build_tools.publishing.service_map.marks import Mark
    from build_tools.records.station import Station

WORDING = read_wording("zh")


def facts_of(content: Path) -> Facts:
    bulletin, _ = read_bulletin(content)
    assert bulletin
    return derive_facts(bulletin, TODAY)


def press(facts: Facts) -> Press:
    return Press(facts, WORDING, Settings(content=SAMPLE, today=TODAY))


def drawn(facts: Facts, stations: tuple[Station, ...]) -> ServiceMap:
    map_ = map_of(stations, facts, press(facts))
    assert map_
    return map_


@pytest.fixture(scope="module")
def sample() -> Facts:
    return facts_of(SAMPLE)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """250 open stations of five districts."""
    folder = tmp_path_factory.mktemp("many")
    write_bulletin(folder, 250)
    bulletin, _ = read_bulletin(folder)
    assert bulletin
    stations = tuple(replace(station, life=Life.OPEN) for station in bulletin.stations)
    return derive_facts(replace(bulletin, stations=stations), TODAY)


def at(station: Station, longitude: float, latitude: float, precision: Precision = Precision.DOOR) -> Station:
    position = Position(
        longitude=Degrees(longitude), latitude=Degrees(latitude), datum=Datum.GCJ02, precision=precision
    )
    return replace(station, position=position)


def named(facts: Facts, *places: tuple[float, float], precision: Precision = Precision.DOOR) -> tuple[Station, ...]:
    """A station 1, 2, … at each of `places`."""
    first = facts.bulletin.stations[0]
    return tuple(
        at(replace(first, id=f"s{number}", name=f"{number}号站", life=Life.OPEN), *place, precision)
        for number, place in enumerate(places, start=1)
    )


def links(map_: ServiceMap) -> list[Mark]:
    return [mark for mark in map_.marks if mark.uri or mark.part]


def test_two_stations_far_apart_are_two_links_with_their_names(sample: Facts) -> None:
    map_ = drawn(sample, named(sample, (112.6, 26.9), (117.2, 29.3)))
    assert [(mark.said, mark.uri) for mark in map_.marks] == [("1号站", "stations/s1/"), ("2号站", "stations/s2/")]
    assert [mark.lettering.text if mark.lettering else "" for mark in map_.marks] == ["1号站", "2号站"]
    assert map_.bar_words == "100公里"


def test_east_is_right_and_north_is_up(sample: Facts) -> None:
    southwest, northeast = drawn(sample, named(sample, (112.6, 26.9), (117.2, 29.3))).marks
    assert southwest.x < northeast.x
    assert southwest.y > northeast.y


def test_stations_at_one_place_share_a_link_to_their_list(sample: Facts) -> None:
    (mark,) = drawn(sample, named(sample, (112.6, 26.9), (112.6, 26.9))).marks
    assert (mark.said, mark.stations, mark.part) == ("示例区第三街道，2 个驿站，名单在地图下面", 2, "map-1")
    assert [spot.uri for spot in mark.spots] == ["stations/s1/", "stations/s2/"]


def test_a_shared_mark_is_called_by_the_smallest_place_they_share(sample: Facts) -> None:
    one, other = named(sample, (112.6, 26.9), (112.6, 26.9))
    same = {
        ("shili", "第三街道"): "示例区第三街道，2 个驿站",
        ("shili", "第二街道"): "示例区，2 个驿站",
        ("yangban", "第四街道"): "示例区等 2 个区县，2 个驿站",
    }
    told = {}
    for district, street in same:
        (mark,) = drawn(sample, (one, replace(other, district=district, street=street))).marks
        told[district, street] = mark.title
    assert told == same


@pytest.mark.parametrize("precision", [Precision.COMMUNITY, Precision.STREET, Precision.DISTRICT])
def test_an_approximate_position_is_drawn_and_called_so(sample: Facts, precision: Precision) -> None:
    map_ = drawn(sample, named(sample, (112.6, 26.9), precision=precision))
    assert map_.marks[0].approximate
    assert map_.marks[0].said == "1号站（大致位置）"
    assert WORDING.say("map.dashed") in map_.legend


def test_what_is_known_to_the_door_is_not_called_approximate(sample: Facts) -> None:
    map_ = drawn(sample, named(sample, (112.6, 26.9)))
    assert not map_.marks[0].approximate
    assert WORDING.say("map.dashed") not in map_.legend


def test_no_map_leads_to_a_station_that_has_closed(sample: Facts) -> None:
    one, other = named(sample, (112.6, 26.9), (117.2, 29.3))
    map_ = drawn(sample, (one, replace(other, life=Life.CLOSED)))
    assert [mark.said for mark in map_.marks] == ["1号站"]
    assert map_.said == "服务地图：1 个驿站的位置"
    assert map_of((replace(one, life=Life.CLOSED),), sample, press(sample)) is None


@pytest.mark.parametrize("life", [Life.PAUSED, Life.PLANNED])
def test_a_station_not_in_service_has_a_hollow_pin_and_says_so(sample: Facts, life: Life) -> None:
    one, other = named(sample, (112.6, 26.9), (117.2, 29.3))
    map_ = drawn(sample, (one, replace(other, life=life)))
    assert [(mark.said, mark.idle) for mark in map_.marks] == [("1号站", False), ("2号站（暂不开放）", True)]
    assert WORDING.say("map.hollow") in map_.legend
    assert WORDING.say("map.hollow") not in drawn(sample, (one,)).legend


def test_positions_of_all_systems_stand_in_one(sample: Facts) -> None:
    (station,) = named(sample, (116.397451, 39.909187))
    assert station.position
    others = ((116.4036946, 39.9105905, Datum.GCJ02), (116.4100672, 39.9169298, Datum.BD09))
    stations = [replace(station, position=replace(station.position, datum=Datum.WGS84))]
    for longitude, latitude, datum in others:
        moved = at(station, longitude, latitude)
        assert moved.position
        stations.append(replace(moved, position=replace(moved.position, datum=datum)))
    (mark,) = drawn(sample, tuple(stations)).marks
    assert len(mark.spots) == 3


def test_without_a_position_there_is_no_map(sample: Facts) -> None:
    stations = tuple(replace(station, position=None) for station in sample.bulletin.stations)
    assert map_of(stations, sample, press(sample)) is None


def test_stations_without_a_position_are_counted(sample: Facts) -> None:
    without = sum(station.position is None and station.life is not Life.CLOSED for station in sample.bulletin.stations)
    assert WORDING.say("map.without", count=without) in drawn(sample, sample.bulletin.stations).legend


def test_no_two_links_are_nearer_than_a_finger(many: Facts, sample: Facts) -> None:
    for facts, stations in (
        (many, many.bulletin.stations),
        (many, many.bulletin.stations[:200]),
        (sample, sample.bulletin.stations),
    ):
        map_ = drawn(facts, stations)
        for one, other in combinations(map_.marks, 2):
            assert hypot(one.x - other.x, one.y - other.y) >= TOUCH
        for mark in map_.marks:
            assert EDGE <= mark.x <= map_.width - EDGE
            assert EDGE <= mark.y <= map_.land - EDGE


def test_names_overlap_nothing_and_stay_on_the_paper(sample: Facts) -> None:
    map_ = drawn(sample, named(sample, *((112 + number % 3, 26 + number / 2) for number in range(9))))
    letterings = [mark.lettering for mark in map_.marks if mark.lettering]
    assert len(letterings) > 5
    for one, other in combinations(letterings, 2):
        assert abs(one.y - other.y) >= 16 or abs(one.x - other.x) >= 16
    assert all(2 <= one.x <= map_.width - 2 for one in letterings)


def test_up_to_two_hundred_stations_are_all_there_by_name(many: Facts) -> None:
    map_ = drawn(many, many.bulletin.stations[:200])
    assert sum(len(mark.spots) for mark in links(map_)) == 200
    assert len(links(map_)) <= 200


def test_more_stations_become_their_districts(many: Facts) -> None:
    map_ = drawn(many, many.bulletin.stations)
    spots = [spot for mark in links(map_) for spot in mark.spots]
    assert sorted(spot.uri for spot in spots) == sorted(f"districts/district-{number}/" for number in range(1, 6))
    assert sum(mark.stations for mark in map_.marks) == 250


def test_districts_that_share_a_mark_lead_to_their_list_above_the_map(many: Facts) -> None:
    map_ = drawn(many, many.bulletin.stations)
    shared = [mark for mark in map_.marks if len(mark.spots) > 1]
    assert shared
    assert {mark.part for mark in shared} == {"districts"}
    assert all(mark.said.endswith("名单在地图上面") for mark in shared)
    assert not map_.lists


def test_a_circle_has_the_area_of_its_stations(many: Facts) -> None:
    marks = [mark for mark in drawn(many, many.bulletin.stations).marks if mark.radius > 13]
    most = max(mark.stations for mark in marks)
    for mark in marks:
        assert mark.radius == pytest.approx(24 * (mark.stations / most) ** 0.5, abs=0.51)


def test_a_district_with_too_many_stations_tells_their_numbers(many: Facts) -> None:
    stations = tuple(replace(one, district="district-1") for one in many.bulletin.stations)
    map_ = drawn(many, stations)
    assert len(links(map_)) <= 200
    assert sum(mark.stations or 1 for mark in map_.marks) == 250


def test_a_long_name_is_cut_and_told_in_full(sample: Facts) -> None:
    (station,) = named(sample, (112.6, 26.9))
    long = replace(station, name="示例市样板区第四街道第九社区驿站")
    (mark,) = drawn(sample, (long,)).marks
    assert mark.lettering and mark.lettering.text.endswith("…")
    assert mark.said == long.name


def test_the_two_stations_of_our_own_content_are_told_apart() -> None:
    facts = facts_of(CONTENT)
    map_ = drawn(facts, facts.bulletin.stations)
    assert len(map_.marks) == 2
    assert all(mark.approximate and mark.lettering for mark in map_.marks)


def test_streets_and_water_of_the_sketch_lie_under_the_stations(sample: Facts) -> None:
    map_ = drawn(sample, sample.directory.by_district["shili"])
    assert [(stroke.kind, stroke.form) for stroke in map_.strokes] == [
        ("water", "area"),
        ("green", "area"),
        ("street", "line"),
    ]
    assert {one.text for one in map_.landmarks} == {"示例钟楼", "示例车站"}
    assert WORDING.say("map.sketched") in map_.legend
