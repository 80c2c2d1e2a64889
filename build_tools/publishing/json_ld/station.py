"""A station: a public place, whoever runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.json_ld.hours import hours_at
from build_tools.publishing.json_ld.place import address_of, geo_of
from build_tools.publishing.json_ld.thing import Thing, thing, whole_address

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.records.station import Station


def civic_structure(station: Station, facts: Facts, uri: str) -> Thing:
    """`station`, whose page is `uri`.

    No office: volunteers and shops run stations too, and nothing says which of them a government does.
    """
    site, hours = facts.bulletin.site, hours_at(station, facts)
    return thing(
        "CivicStructure",
        name=station.name,
        url=whole_address(site, uri),
        address=address_of(station, facts.directory.districts[station.district]),
        geo=geo_of(station.position, convert=site.convert_positions),
        telephone=station.telephone,
        openingHoursSpecification=hours.usual,
        specialOpeningHoursSpecification=hours.special,
    )
