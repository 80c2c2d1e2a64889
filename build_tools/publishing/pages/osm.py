"""A station's opening hours for those who draw maps: what they may copy into OpenStreetMap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.osm_hours import osm_value
from build_tools.records.station import Life

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.facts.timetable import Timetable
    from build_tools.publishing.osm_hours import OsmValue
    from build_tools.publishing.press import Press
    from build_tools.records.station import Station
    from build_tools.wording import Wording


def osm_at(station: Station, facts: Facts, words: Press | Wording) -> OsmValue | None:
    """The hours of `station` as a tag's value, with comments in these `words`.

    None unless it is open and there is something to say of its hours.
    """
    table = facts.timetables.of_station(station) if station.life is Life.OPEN else None
    return osm_by(table, words) if table else None


def osm_by(table: Timetable, words: Press | Wording) -> OsmValue | None:
    """The same for an open station whose hours `table` has."""
    return osm_value(
        table,
        appointment=words.say("hours.appointment"),
        unannounced=words.say("week.unannounced"),
        no_clock=words.say("week.no_clock_at_all"),
    )
