"""Columns that no field of a record holds: what follows from it, and where it is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from build_tools.facts.derive import Facts
from build_tools.facts.directory import offers_of
from build_tools.publishing.addresses import event_uri, notice_uri, organization_uri, station_uri
from build_tools.publishing.hsds.ids import Ids
from build_tools.publishing.identity import uuid_of
from build_tools.publishing.photos import renditions_of
from build_tools.publishing.tables.legend import Legend
from build_tools.publishing.tables.schedules import channel_part
from build_tools.publishing.tables.table import Column
from build_tools.records.alias import oldest_id
from build_tools.records.event import Event
from build_tools.records.notice import Notice
from build_tools.records.organization import Organization
from build_tools.records.photo import Photo
from build_tools.records.service import Channel, Service
from build_tools.records.station import Station

if TYPE_CHECKING:
    from build_tools.facts.directory import Offer
    from build_tools.publishing.tables.branches import Path

Told = dict[str, Callable[["Path"], str | None]]
"""Name of a column → what stands in it."""


@dataclass(frozen=True, slots=True)
class Own:
    """What such columns follow from."""

    facts: Facts
    folder: str
    """Where the pages of this edition stand."""
    legend: Legend

    def columns(self, record: Any) -> tuple[Column, ...]:
        """Those of the tables of `record`."""
        told = KINDS[record](self) if record in KINDS else {}
        return tuple(Column(name, self.legend.of_column(name), of) for name, of in told.items())

    def page(self, uri: str) -> str | None:
        """The full address of the page `uri`; None while the site has none."""
        address = self.facts.bulletin.site.address
        return address + self.folder + uri if address else None

    def lasting(self, uuid: Callable[[Ids, Path], str]) -> Callable[[Path], str | None]:
        """What is at a path by its `uuid`; nothing while the site has no base for them."""
        site = self.facts.bulletin.site
        if site.uuid_base is None:
            return lambda _: None
        ids = Ids(site)
        return lambda path: uuid(ids, path)


def of_stations(own: Own) -> Told:
    """Those of stations."""
    return {
        "url": lambda path: own.page(station_uri(path[0].id)),
        "uuid": own.lasting(lambda ids, path: ids.location(path[0])),
    }


def of_services(own: Own) -> Told:
    """Those of services, each of which is called as on its station's page."""
    known: tuple[Station | None, tuple[Offer, ...]] = (None, ())

    def offer(path: Path) -> Offer:
        nonlocal known
        station, number = path[:2]
        if known[0] is not station:  # its services have their rows one after the other
            known = station, tuple(offers_of(station))
        found: Offer = known[1][number - 1]
        return found

    return {
        "part": lambda path: offer(path).anchor,
        "uuid": own.lasting(lambda ids, path: ids.service(offer(path))),
    }


def of_channels(_: Own) -> Told:
    """Those of channels."""
    return {"part": lambda path: channel_part(path[1])}


def of_organizations(own: Own) -> Told:
    """Those of organisations."""
    return {
        "url": lambda path: own.page(organization_uri(path[0].id)),
        "uuid": own.lasting(lambda ids, path: ids.organization(path[0])),
    }


def of_years(folder: str, uri: Callable[[Any], str]) -> Callable[[Own], Told]:
    """Those of what lies in `folder` by year, each with its page at `uri`."""
    return lambda own: {
        "url": lambda path: own.page(uri(path[0])),
        "uuid": own.lasting(lambda ids, path: uuid_of(ids.site, folder, path[0].year, oldest_id(path[0]))),
    }


def of_photos(own: Own) -> Told:
    """Those of photos: the largest picture that pages show."""
    address, pictures = own.facts.bulletin.site.address, own.facts.pictures.by_file

    def picture(path: Path) -> str | None:
        found = pictures.get(path[-1].file)
        return address + renditions_of(found)[-1].uri if address and found else None

    return {"picture_url": picture}


KINDS: dict[Any, Callable[[Own], Told]] = {
    Station: of_stations,
    Service: of_services,
    Channel: of_channels,
    Event: of_years("events", event_uri),
    Notice: of_years("notices", notice_uri),
    Organization: of_organizations,
    Photo: of_photos,
}
