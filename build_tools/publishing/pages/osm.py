"""A station's opening hours for those who draw maps: what they may copy into OpenStreetMap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.osm_hours import osm_value
from build_tools.records.station import Life

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.publishing.osm_hours import OsmValue
    from build_tools.publishing.press import Press
    from build_tools.records.station import Station


def osm_at(station: Station, facts: Facts, press: Press) -> OsmValue | None:
    """The hours of `station` as a tag's value; None unless it is open and there is something to say of them."""
    table = facts.timetables.of_station(station) if station.life is Life.OPEN else None
    if table is None:
        return None
    return osm_value(
        table,
        appointment=press.say("hours.appointment"),
        unannounced=press.say("week.unannounced"),
        no_clock=press.say("week.no_clock_at_all"),
    )
