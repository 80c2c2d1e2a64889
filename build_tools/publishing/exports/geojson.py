"""`data/stations.geojson`: every station as a feature, for maps and geographic programs (RFC 7946).

Degrees are those of WGS-84, east before north; what is not known has no member, and what is not located no geometry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_tools.facts.coordinates import wgs84_of
from build_tools.facts.directory import step_free
from build_tools.publishing.addresses import station_uri
from build_tools.publishing.formats import GEOJSON
from build_tools.publishing.gathered import gathers, in_order
from build_tools.publishing.json_text import json_text
from build_tools.publishing.pages.osm import osm_at
from build_tools.publishing.site import SiteFile
from build_tools.records.key import Unknown
from build_tools.records.station import Life
from build_tools.records.values import Datum, Precision, Provision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.publishing.composed import Composed
    from build_tools.publishing.gathered import Giving, Part
    from build_tools.records.station import Station
    from build_tools.records.values import Position
    from build_tools.wording import Wording

    Members = Iterator[tuple[str, Any]]


def features(made: Composed) -> Giving:
    """Gives the feature of each station."""
    facts, wording = made.facts, made.wording
    site = facts.bulletin.site
    address = site.address + made.folder if site.address else ""
    return lambda stations: [feature(station, facts, wording, address).encode() for station in stations]


@gathers(features)
def geojson(made: Composed, parts: Sequence[Part]) -> Iterator[SiteFile]:
    """The file: a feature on each line."""
    lines = b",\n".join(in_order(made.facts.bulletin.stations, parts))
    yield SiteFile(GEOJSON.uri, b'{"type":"FeatureCollection","features":[\n%b\n]}\n' % lines)


def feature(station: Station, facts: Facts, wording: Wording, address: str) -> str:
    """`station` as a Feature (section 3.2); its page stands under `address`, if that is known."""
    geometry = located(station.position, convert=facts.bulletin.site.convert_positions)
    told = dict(identity(station, facts, address))
    if station.position and geometry:
        told.update(exactness(station.position))
    if station.life is not Life.CLOSED:
        told.update(use(station, facts, wording))
    properties = {name: value for name, value in told.items() if value not in (None, "", [])}
    written = {"type": "Feature", "id": station.id, "geometry": geometry, "properties": properties}
    return json_text(written)


def located(position: Position | None, *, convert: bool) -> dict[str, Any] | None:
    """`position` as a Point; None if there is none, or if it may not be told in WGS-84."""
    point = wgs84_of(position, convert=convert) if position else None
    if point is None:
        return None
    return {"type": "Point", "coordinates": [point.longitude, point.latitude]}


def identity(station: Station, facts: Facts, address: str) -> Members:
    """What `station` is, and how to find and reach it; of a closed one also where to go instead."""
    yield "id", station.id
    yield "name", station.name
    yield "status", station.life.code
    yield "successor", station.successor
    yield "district", station.district
    yield "district_name", facts.directory.districts[station.district].full_name
    yield "street", station.street
    yield "address", station.address
    yield "telephone", known(station.telephone)
    yield "url", address + station_uri(station.id) if address else None


def exactness(position: Position) -> Members:
    """How far the point can be trusted."""
    yield "precision", position.precision.code
    yield "approximate", position.precision is not Precision.DOOR or None
    yield "converted_from", position.datum.code if position.datum is not Datum.WGS84 else None
    if not isinstance(position.verified, Unknown):
        yield "position_verified", position.verified.date.isoformat()


def use(station: Station, facts: Facts, wording: Wording) -> Members:
    """What one gets at `station`, by the vocabulary's codes, and when."""
    entrance, hours = step_free(station), osm_at(station, facts, wording)
    yield "needs", list(facts.directory.needs_met[station.id])
    yield "facilities", list(dict.fromkeys(one.kind for one in station.facilities))
    yield "facilities_incomplete", station.facilities_incomplete or None
    yield "services", list(dict.fromkeys(one.kind for one in station.services))
    yield "step_free", entrance.have.code if isinstance(entrance, Provision) else None
    if hours:
        yield "opening_hours", hours.text
        yield "opening_hours_until", hours.until.isoformat()


def known(value: object) -> object:
    """`value`, or None where nobody knows it."""
    return None if isinstance(value, Unknown) else value
