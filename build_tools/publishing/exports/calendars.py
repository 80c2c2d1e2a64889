"""iCalendar files: one for each station where something takes place, and one of all events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.directory import grouped
from build_tools.publishing.formats import EVENTS
from build_tools.publishing.icalendar import bound, calendar_text
from build_tools.publishing.shown import Shown
from build_tools.publishing.site import SiteFile
from build_tools.publishing.station_calendar import Calendars, calendar_uri, has_calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.publishing.composed import Composed
    from build_tools.records.station import Station


def station_calendars(made: Composed, stations: Sequence[Station]) -> Iterator[SiteFile]:
    """The calendar of each of `stations` that has one, also at its old addresses."""
    facts, wording = made.facts, made.wording
    making = Calendars(facts, Shown(wording))
    at_station = grouped((event.station, event) for event in facts.bulletin.events if event.station)
    for station in stations:
        events = list(at_station.get(station.id, ()))
        if has_calendar(station) or events:
            found = making.at_station(station, events)
            text = bound(station.name, station.summary, found, wording.language)
            for id in (station.id, *station.aliases):  # a calendar that is asked for where the station was is kept
                yield SiteFile(calendar_uri(id), text)


def events_calendar(made: Composed) -> Iterator[SiteFile]:
    """The calendar of all events."""
    facts, wording = made.facts, made.wording
    making = Calendars(facts, Shown(wording))
    everything = [one for event in facts.bulletin.events for one in making.of_event(event)]
    title = wording.say("events.title")
    name = f"{facts.bulletin.site.name} {title}"
    yield SiteFile(EVENTS.uri, calendar_text(name, title, everything, language=wording.language))
