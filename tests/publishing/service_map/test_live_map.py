"""The file of the interactive map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from build_tools.publishing.exports.live_map import pin_of
from build_tools.reading.bulletin import read_bulletin
from build_tools.records.station import Life, Station
from build_tools.records.values import Datum, Degrees, Position, Precision
from tests.sites import SAMPLE

if TYPE_CHECKING:
    from build_tools.records.bulletin import Bulletin


@pytest.fixture(scope="module")
def bulletin() -> Bulletin:
    found, _ = read_bulletin(SAMPLE)
    assert found
    return found


@pytest.mark.parametrize(
    ("precision", "life", "look"),
    [
        (Precision.DOOR, Life.OPEN, []),
        (Precision.STREET, Life.OPEN, [1]),
        (Precision.DOOR, Life.PAUSED, [2]),
        (Precision.COMMUNITY, Life.PLANNED, [3]),
    ],
)
def test_a_look_tells_what_is_only_roughly_known_and_what_is_not_in_service(
    precision: Precision, life: Life, look: list[int], bulletin: Bulletin
) -> None:
    place = Position(longitude=Degrees(112.6), latitude=Degrees(26.9), datum=Datum.GCJ02, precision=precision)
    station: Station = replace(bulletin.stations[0], position=place, life=life)
    told = pin_of(station, bulletin.site)
    assert told
    assert told[2:] == [11_260_000, 2_690_000, *look]
