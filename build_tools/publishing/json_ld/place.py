"""Where something is, as far as it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.coordinates import wgs84_of
from build_tools.publishing.json_ld.thing import Thing, thing
from build_tools.records.district import place_words
from build_tools.records.values import Precision

if TYPE_CHECKING:
    from build_tools.records.district import District
    from build_tools.records.station import Station
    from build_tools.records.values import Position

COUNTRY = "CN"


def address_in(district: District) -> Thing:
    """An address of which no more than the `district` is known."""
    return postal_address(district)


def address_of(station: Station, district: District) -> Thing:
    """The address of `station`."""
    return postal_address(district, street_words(station, district), station.postal_code)


def postal_address(district: District, street: str = "", code: object = None) -> Thing:
    """An address in `district`, the largest part last, as the page has it first."""
    return thing(
        "PostalAddress",
        streetAddress=street,
        addressLocality=district.full_name,
        addressRegion=district.province if district.province != district.city else "",
        postalCode=code,
        addressCountry=COUNTRY,
    )


def street_words(station: Station, district: District) -> str:
    """What is left of the address of `station` once its region and locality are said, and the door if that is not in it."""
    words = str(station.address)
    for part in (district.province, district.city, district.name):
        words = words.removeprefix(part)
    door = station.door if isinstance(station.door, str) and station.door not in words else ""
    return place_words(words, door)


def geo_of(position: Position | None, *, convert: bool) -> Thing | None:
    """The point of `position`: only one exact to the door, since nothing here says how exact it is."""
    if position is None or position.precision is not Precision.DOOR:
        return None
    point = wgs84_of(position, convert=convert)
    if point is None:
        return None
    return thing("GeoCoordinates", latitude=point.latitude, longitude=point.longitude)
