"""iCalendar files: one for each station where something takes place, and one of all events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.directory import grouped
from build_tools.publishing.icalendar import calendar_text
from build_tools.publishing.shown import Shown
from build_tools.publishing.site import SiteFile
from build_tools.publishing.station_calendar import Calendars, calendar_uri, has_calendar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.site import SitePage
    from build_tools.wording import Wording

ALL_EVENTS = "events/calendar.ics"


def calendars(facts: Facts, pages: tuple[SitePage, ...], wording: Wording) -> Iterator[SiteFile]:  # noqa: ARG001 — all exports are called alike
    """The calendar of every station that has one, also at its old addresses, and of all events."""
    making = Calendars(facts, Shown(wording))
    at_station = grouped((event.station, event) for event in facts.bulletin.events if event.station)
    for station in facts.bulletin.stations:
        events = list(at_station.get(station.id, ()))
        if has_calendar(station) or events:
            found = making.at_station(station, events)
            text = calendar_text(station.name, station.summary, found, language=wording.language)
            for id in (station.id, *station.aliases):  # a calendar that is asked for where the station was is kept
                yield SiteFile(calendar_uri(id), text)
    everything = [one for event in facts.bulletin.events for one in making.of_event(event)]
    title = wording.say("events.title")
    yield SiteFile(
        ALL_EVENTS, calendar_text(f"{facts.bulletin.site.name} {title}", title, everything, language=wording.language)
    )
