"""Files that are not pages: one export a module, listed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from build_tools.publishing.exports.calendars import events_calendar, station_calendars
from build_tools.publishing.exports.changes_feed import changes_feed
from build_tools.publishing.exports.emblem import emblem
from build_tools.publishing.exports.feed import feed
from build_tools.publishing.exports.geojson import geojson
from build_tools.publishing.exports.guide_pictures import guide_pictures
from build_tools.publishing.exports.hsds import hsds, station_records
from build_tools.publishing.exports.leaflet import leaflet
from build_tools.publishing.exports.live_map import live_map
from build_tools.publishing.exports.pictures import pictures
from build_tools.publishing.exports.qr_codes import event_codes, station_codes
from build_tools.publishing.exports.robots import robots
from build_tools.publishing.exports.search import search
from build_tools.publishing.exports.short_addresses import short_addresses
from build_tools.publishing.exports.site_map import site_map
from build_tools.publishing.exports.tables import tables
from build_tools.publishing.photos import webp_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from build_tools.publishing.composed import Composed
    from build_tools.publishing.site import SiteFile
    from build_tools.records.bulletin import Picture
    from build_tools.records.event import Event
    from build_tools.records.station import Station

Export = Callable[["Composed"], Iterator["SiteFile"]]
ExportOfStations = Callable[["Composed", "Sequence[Station]"], Iterator["SiteFile"]]
ExportOfEvents = Callable[["Composed", "Sequence[Event]"], Iterator["SiteFile"]]
ExportOfPhoto = Callable[["Picture"], Iterator["SiteFile"]]

EXPORTS: tuple[Export, ...] = (
    pictures,
    guide_pictures,
    events_calendar,
    emblem,
    leaflet,
    site_map,
    robots,
    hsds,
)
"""Of the whole site."""
OF_STATIONS: tuple[ExportOfStations, ...] = (station_calendars, station_records, station_codes, short_addresses)
"""Files of single stations: a few stations at a time."""
OF_EVENTS: tuple[ExportOfEvents, ...] = (event_codes,)
"""Files of single events, in the same way."""
OF_PHOTOS: tuple[ExportOfPhoto, ...] = (webp_files,)
"""Files of single photos of stations and events, however many pages show them."""
OF_EACH_EDITION: tuple[Export, ...] = (search, live_map, tables, geojson, feed, changes_feed)
"""With names and words in them: each language has its own, in its own folder."""
