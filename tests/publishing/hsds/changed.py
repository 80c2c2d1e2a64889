"""The sample bulletin with one station, service or organisation that is otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from build_tools.records.values import Datum, Degrees, Position, Precision
from tests.publishing.hsds.published import Files, bulletin_in, files_of
from tests.sites import SAMPLE

BULLETIN = bulletin_in(SAMPLE)
STATION = next(one for one in BULLETIN.stations if one.id == "jia")
HAIRCUT = next(one for one in STATION.services if one.kind == "haircut")
ORGANIZATION = next(one for one in BULLETIN.organizations if one.id == "scissors")
MARK = "记号"


def position(precision: Precision, datum: Datum = Datum.WGS84) -> Position:
    """A point out at sea."""
    return Position(longitude=Degrees(122.987654), latitude=Degrees(35.1), datum=datum, precision=precision)


def with_station(**changes: Any) -> Files:
    """The files when one station is otherwise."""
    stations = (replace(STATION, **changes) if one is STATION else one for one in BULLETIN.stations)
    return files_of(replace(BULLETIN, stations=tuple(stations)))


def with_service(**changes: Any) -> Files:
    """The files when that station has one service, which is otherwise."""
    return with_station(services=(replace(HAIRCUT, **changes),))


def with_organization(**changes: Any) -> Files:
    """The files when one organisation is otherwise."""
    made = (replace(ORGANIZATION, **changes) if one is ORGANIZATION else one for one in BULLETIN.organizations)
    return files_of(replace(BULLETIN, organizations=tuple(made)))
