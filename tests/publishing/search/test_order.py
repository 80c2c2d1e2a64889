"""In which order the search numbers stations, and the boxes in which they lie."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from build_tools.facts.coordinates import Point
from build_tools.facts.derive import derive_facts
from build_tools.publishing.search.boxes import box_around, boxes_file
from build_tools.publishing.search.order import STEPS, on_curve, point_of
from build_tools.reading.bulletin import read_bulletin
from tests.publishing.search.by_reading import in_order
from tests.publishing.search.test_postings import read
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from build_tools.records.station import Station


@pytest.fixture(scope="module")
def stations() -> list[Station]:
    """Those of the demonstration bulletin, in order."""
    bulletin, _ = read_bulletin(SAMPLE)
    assert bulletin is not None
    return in_order(derive_facts(bulletin, date(2026, 11, 21)))


def test_a_district_stays_together_and_those_nowhere_are_last_in_it(stations: list[Station]) -> None:
    districts = [station.district for station in stations]
    assert districts == sorted(districts)
    for district in set(districts):
        nowhere = [point_of(station) is None for station in stations if station.district == district]
        assert nowhere == sorted(nowhere)


def test_a_position_known_to_the_district_only_is_no_place(stations: list[Station]) -> None:
    assert {station.id for station in stations if point_of(station)} == {"jia", "no", "wu", "xin", "yi"}
    assert all(station.position for station in stations if station.id == "geng")


def test_the_curve_leaves_no_quarter_before_it_has_been_all_through_it() -> None:
    size = 360 / STEPS
    cells = [(column, row) for row in range(4) for column in range(4)]
    along = sorted(cells, key=lambda cell: on_curve(Point((cell[0] + 0.5) * size, (cell[1] + 0.5) * size - 90)))
    quarters = [(column // 2, row // 2) for column, row in along]
    assert quarters == [quarter for quarter in ((0, 0), (1, 0), (0, 1), (1, 1)) for _ in range(4)]


def test_a_box_holds_all_its_points_and_none_where_there_are_none() -> None:
    assert box_around([]) == []
    assert box_around([Point(122.00004, 35.5), Point(122.1, 35.49996)]) == [1220000, 354999, 1000, 1]


def test_boxes_lie_in_one_system_whatever_the_positions_were_entered_in(stations: list[Station]) -> None:
    told = json.loads(boxes_file([point_of(station) for station in stations]).content)
    located = [number for number, station in enumerate(stations) if point_of(station)]
    assert read(told["located"], len(stations)) == located
    ((west, south, width, height),) = told["boxes"]
    points = [point_of(stations[number]) for number in located]
    assert all(point and west <= point.longitude * told["degree"] <= west + width for point in points)
    assert all(point and south <= point.latitude * told["degree"] <= south + height for point in points)
