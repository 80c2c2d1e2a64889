"""Stations as HSDS locations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.coordinates import wgs84_of
from build_tools.facts.schedule import schedule_of_station
from build_tools.publishing.hsds.entries import Entry, numbered, other_name, told
from build_tools.records.dates import PartialDate
from build_tools.records.district import place_words
from build_tools.records.shapes import form_of
from build_tools.records.station import Accessibility, Life, Station
from build_tools.records.values import Precision, Provision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.coordinates import Point
    from build_tools.publishing.hsds.publication import Publication
    from build_tools.records.key import Unknown


def location(station: Station, publication: Publication) -> Entry:
    """What `station` says of itself."""
    point = point_of(station, publication)
    return told(
        id=publication.ids.location(station),
        location_type="physical",
        name=station.name,
        alternate_name=other_name(station.name),
        description="\n".join(filter(None, about(station, publication))),
        transportation=station.directions,
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
    )


def point_of(station: Station, publication: Publication) -> Point | None:
    """Where `station` is, if that may be told in WGS-84."""
    convert = publication.facts.bulletin.site.convert_positions
    return wgs84_of(station.position, convert=convert) if station.position else None


def about(station: Station, publication: Publication) -> Iterator[str]:
    """What is known of `station` and has no field in HSDS."""
    line, label = publication.line, label_of
    yield station.summary
    yield life_line(station, publication)
    if not address(station, publication):
        district = publication.facts.directory.districts[station.district]
        yield line(label("street"), place_words(district.full_name, station.street, station.community))
        yield line(label("address"), station.address)
        if isinstance(station.door, str) and station.door not in station.address:
            yield line(label("door"), station.door)
    if station.position and station.position.precision is not Precision.DOOR and point_of(station, publication):
        yield line(label("position"), station.position.precision.label)
    if isinstance(station.area, int):
        yield line(label("area"), publication.shown.say("station.square_metres", area=station.area))
    yield line(label("zones"), publication.shown.say("list.pause").join(station.zones))
    yield line(label("services_said"), station.services_said)
    yield station.text


def label_of(field: str) -> str:
    """The Chinese label of a field of stations."""
    return form_of(Station).by_spelling[field].key.label


def life_line(station: Station, publication: Publication) -> str:
    """What has become of a station that is not open, why, and where to go; nothing of one that is."""
    if station.life is Life.OPEN:
        return ""
    say, successor = publication.shown.say, publication.facts.directory.stations.get(station.successor or "")
    words, go_to = say(f"life.{station.life.code}"), f"{say('life.go_to')}{successor.name}" if successor else ""
    if isinstance(station.life_since, PartialDate):
        words = say("life.since", words=words, date=publication.shown.of(station.life_since))
    return publication.joined((words, station.life_reason, go_to))


def placed_location(station: Station, publication: Publication) -> Entry:
    """`location` with all that belongs to the place, for those who come to it by a service."""
    owner, district = publication.ids.location(station), publication.facts.directory.districts[station.district]
    where = address(station, publication)
    return {
        **location(station, publication),
        **told(
            addresses=[where] if where else [],
            accessibility=list(accessibility(station, publication)),
            phones=phones(owner, station.telephone, publication),
            schedules=publication.schedules(owner, schedule_of_station(station, district), station.hours_note),
        ),
    }


def whole_location(station: Station, publication: Publication, place: Entry) -> Entry:
    """`place`, which is told already, with all that is said of it in words of the vocabulary."""
    return {**place, **told(attributes=list(attributes(station, publication)))}


def address(station: Station, publication: Publication) -> Entry | None:
    """The postal address; None unless street, number and postal code are known."""
    if not (isinstance(station.door, str) and isinstance(station.postal_code, str)):
        return None
    district = publication.facts.directory.districts[station.district]
    return told(
        id=publication.ids.part(publication.ids.location(station), "addresses"),
        address_1=station.door,
        address_2=place_words(station.street, station.community),
        city=district.city,
        region=district.name,
        state_province=district.province,
        postal_code=station.postal_code,
        country="CN",
        address_type="physical",
    )


def accessibility(station: Station, publication: Publication) -> Iterator[Entry]:
    """What is known of getting in and about."""
    for field in form_of(Accessibility).fields:
        found = getattr(station.accessibility, field.name)
        if isinstance(found, Provision):
            yield told(
                id=publication.ids.part(publication.ids.location(station), "accessibility", field.name),
                description=publication.line(field.key.label, found.have.label),
                details=found.note,
            )


def phones(owner: str, number: str | Unknown | None, publication: Publication) -> list[Entry]:
    """The office's telephone, if there is one."""
    if not isinstance(number, str):
        return []
    return [told(id=publication.ids.part(owner, "phones"), number=number, type="voice")]


def attributes(station: Station, publication: Publication) -> Iterator[Entry]:
    """What is there, what that is good for, who takes part, and how sure it all is."""
    owner, found = publication.ids.location(station), list(classified(station, publication))
    keys = numbered(f"{kind}/{code}" for kind, _, code, _ in found)
    for key, (kind, taxonomy, code, value) in zip(keys, found, strict=True):
        term = publication.terms[taxonomy, code]
        yield publication.attribute(owner, "location", kind, term, key.partition("/")[2], value)


def since(station: Station) -> str:
    """From when on `station` is as it is, as exactly as that is known."""
    day = station.life_since
    return str(day) if isinstance(day, PartialDate) else ""


def classified(station: Station, publication: Publication) -> Iterator[tuple[str, str, str, str]]:
    """Kind of attribute, taxonomy, code and value."""
    yield "station_life", "station_life", station.life.code, since(station)
    if station.life is not Life.CLOSED:
        yield from use(station, publication)
    organizations = publication.facts.directory.organizations
    for partner in station.partners:
        name = organizations[partner.organization].name if partner.organization else ""
        yield "partner", "partner_kinds", partner.kind, publication.joined((name, partner.role))
    if station.position and point_of(station, publication):
        yield "position_precision", "position_precision", station.position.precision.code, ""


def use(station: Station, publication: Publication) -> Iterator[tuple[str, str, str, str]]:
    """The same of what one gets at `station`."""
    for facility in station.facilities:
        yield "facility", "facility_kinds", facility.kind, facility.note
    for need in publication.facts.directory.needs_met[station.id]:
        yield "need", "needs", need, ""
