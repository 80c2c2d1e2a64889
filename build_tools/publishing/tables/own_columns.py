"""Columns that no field of a record holds: what follows from it, and where it is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from build_tools.facts.coordinates import wgs84_of
from build_tools.facts.derive import Facts
from build_tools.facts.directory import offers_of
from build_tools.publishing.identity import uuid_of
from build_tools.publishing.photos import renditions_of
from build_tools.publishing.tables.schedules import channel_part
from build_tools.publishing.tables.table import Column
from build_tools.records.alias import oldest_id
from build_tools.records.district import District
from build_tools.records.event import Event
from build_tools.records.notice import Notice
from build_tools.records.organization import Organization
from build_tools.records.photo import Photo
from build_tools.records.service import Channel, Service
from build_tools.records.station import Station

if TYPE_CHECKING:
    from collections.abc import Callable

    from build_tools.publishing.tables.branches import Path
    from build_tools.publishing.tables.cells import Cell
    from build_tools.publishing.tables.legend import Legend
    from build_tools.records.values import Position

DECIMALS = 7
"""Of a degree: a centimetre; further ones would differ from machine to machine."""


@dataclass(frozen=True, slots=True)
class Site:
    """What such columns follow from."""

    facts: Facts
    folder: str
    """Where the pages of this edition stand."""

    def page(self, *path: str) -> str | None:
        """The full address of the page of the file at `path`; None while the site has none."""
        address = self.facts.bulletin.site.address
        return f"{address}{self.folder}{'/'.join(path)}/" if address else None

    def uuid(self, station: Station) -> str | None:
        """The UUID of `station`; None while the site has no base for them."""
        site = self.facts.bulletin.site
        return uuid_of(site, "stations", oldest_id(station)) if site.uuid_base else None

    def degrees(self, position: Position | None, edge: str) -> float | None:
        """A coordinate of `position` in WGS-84; None where that may not be told."""
        convert = self.facts.bulletin.site.convert_positions
        point = wgs84_of(position, convert=convert) if position else None
        return round(float(getattr(point, edge)), DECIMALS) if point else None

    def picture(self, photo: Photo) -> str | None:
        """The full address of the largest picture that pages show of `photo`."""
        address = self.facts.bulletin.site.address
        picture = self.facts.pictures.by_file.get(photo.file)
        return address + renditions_of(picture)[-1].uri if address and picture else None


def own_columns(record: Any, site: Site, legend: Legend) -> tuple[Column, ...]:
    """Those of the tables of `record`."""

    def own(name: str, of: Callable[[Path], Cell], type: str = "string") -> Column:
        return Column(name, legend.of_column(name), of, type)

    def wgs84(held: Callable[[Any], Position | None]) -> tuple[Column, ...]:
        return (
            own("wgs84_longitude", lambda path: site.degrees(held(path[0]), "longitude"), "number"),
            own("wgs84_latitude", lambda path: site.degrees(held(path[0]), "latitude"), "number"),
        )

    columns: dict[Any, tuple[Column, ...]] = {
        Station: (
            *wgs84(lambda station: station.position),
            own("url", lambda path: site.page("stations", path[0].id)),
            own("uuid", lambda path: site.uuid(path[0])),
        ),
        Service: (own("part", Anchors().of),),
        Channel: (own("part", lambda path: channel_part(path[1])),),
        Event: (own("url", lambda path: site.page("events", path[0].year, path[0].id)),),
        Notice: (own("url", lambda path: site.page("notices", path[0].year, path[0].id)),),
        Organization: (own("url", lambda path: site.page("organizations", path[0].id)),),
        District: wgs84(lambda district: district.centre),
        Photo: (own("picture_url", lambda path: site.picture(path[-1])),),
    }
    return columns.get(record, ())


class Anchors:
    """The parts of stations' pages that show their services, those of the last station kept at hand."""

    def __init__(self) -> None:
        self.station: Station | None = None
        self.anchors: tuple[str, ...] = ()

    def of(self, path: Path) -> str:
        """The part that shows the service at `path`."""
        station: Station = path[0]
        number: int = path[1]
        if station is not self.station:
            self.station, self.anchors = station, tuple(offer.anchor for offer in offers_of(station))
        return self.anchors[number - 1]
