"""What of a record somebody goes and looks at, and when that was: one list for all who ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_tools.records.district import District
from build_tools.records.key import Unknown
from build_tools.records.station import Life, Station
from build_tools.records.values import Position, Verification

if TYPE_CHECKING:
    from collections.abc import Callable

Where = tuple[str, ...]
"""The names of fields, one inside the other."""
Verified = tuple[Where, Verification | Unknown]


def verifications_of(record: Any) -> tuple[Verified, ...]:
    """Where in `record` a verification may stand, and what stands there; a point that is not given has none."""
    return OF[type(record)](record) if type(record) in OF else ()


def is_looked_after(record: Any) -> bool:
    """Whether somebody should look at `record` again: at a station that has closed, nobody need."""
    return not (isinstance(record, Station) and record.life is Life.CLOSED)


def of_station(station: Station) -> tuple[Verified, ...]:
    """The station itself and its point on the map."""
    return (("verified",), station.verified), *of_point("position", station.position)


def of_district(district: District) -> tuple[Verified, ...]:
    """Its centre."""
    return of_point("centre", district.centre)


def of_point(field: str, position: Position | None) -> tuple[Verified, ...]:
    """What is said of the `position` that stands in `field`."""
    return (((field, "verified"), position.verified),) if position else ()


OF: dict[type, Callable[[Any], tuple[Verified, ...]]] = {Station: of_station, District: of_district}
