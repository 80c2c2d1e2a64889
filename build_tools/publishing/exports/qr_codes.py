"""`qr.svg` beside the page of every station and event: the address that paper gives for it, for a telephone's camera."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.addresses import event_uri, station_uri
from build_tools.publishing.posted import posted_uri
from build_tools.publishing.qr import code_uri, qr_code
from build_tools.publishing.site import SiteFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.publishing.composed import Composed
    from build_tools.records.event import Event
    from build_tools.records.station import Station


def station_codes(made: Composed, stations: Sequence[Station]) -> Iterator[SiteFile]:
    """A code for the page of each of `stations` in every edition; nothing when the site's own address is not known."""
    for station in stations:
        yield from codes_beside(station_uri(station.id), made, station)


def event_codes(made: Composed, events: Sequence[Event]) -> Iterator[SiteFile]:
    """The same for `events`."""
    for event in events:
        yield from codes_beside(event_uri(event), made)


def codes_beside(uri: str, made: Composed, station: Station | None = None) -> Iterator[SiteFile]:
    """The codes of the page `uri`, which shows `station` if any, in every edition."""
    address = made.facts.bulletin.site.address
    for folder in made.folders if address else ():
        yield SiteFile(code_uri(folder + uri), qr_code(f"{address}{posted_uri(folder + uri, folder, station)}"))
