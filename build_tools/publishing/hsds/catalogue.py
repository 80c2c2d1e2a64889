"""Which lists and which records there are; those of stations can be made a part at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.directory import offers_of
from build_tools.publishing.hsds.entries import json_bytes
from build_tools.publishing.hsds.files import list_files, record_file
from build_tools.publishing.hsds.locations import location, placed_location, whole_location
from build_tools.publishing.hsds.organizations import organization, whole_organization
from build_tools.publishing.hsds.services import link_of, service, times_of, whole_at_location, whole_service
from build_tools.publishing.hsds.taxonomies import taxonomies, with_taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.publishing.hsds.publication import Publication
    from build_tools.publishing.site import SiteFile
    from build_tools.records.station import Station


Listed = tuple[bytes, list[bytes], list[bytes]]
"""What lists carry of a station, as JSON: the place, its services, and the links between these and the place."""


def listed(station: Station, publication: Publication) -> Listed:
    """What they carry of `station`."""
    place, offers = location(station, publication), list(offers_of(station))
    services = [json_bytes(service(offer, publication)) for offer in offers]
    return json_bytes(place), services, [json_bytes(link_of(offer, publication, place)) for offer in offers]


def lists_of_stations(stations: Sequence[Listed]) -> Iterator[SiteFile]:
    """The lists of all `stations`."""
    yield from list_files("services", [service for _, services, _ in stations for service in services])
    yield from list_files("locations", [place for place, _, _ in stations])
    linked = [b'%b,"location":%b}' % (link[:-1], place) for place, _, links in stations for link in links]
    yield from list_files("service_at_locations", linked)


def records_of_stations(stations: Sequence[Station], publication: Publication) -> Iterator[SiteFile]:
    """The files of some `stations` and of their services."""
    for station in stations:
        place = placed_location(station, publication)
        yield record_file("locations", whole_location(station, publication, place))
        for offer in offers_of(station):
            times = times_of(offer, publication)
            here = whole_at_location(offer, publication, place, times)
            yield record_file("services", whole_service(offer, publication, here, times))
            yield record_file("service_at_locations", here)


def other_lists(publication: Publication) -> Iterator[SiteFile]:
    """The lists of what is at no single station."""
    organizations = publication.facts.bulletin.organizations
    found = taxonomies(publication.ids)
    details = {one["id"]: one for one in found}
    yield from list_files("organizations", [json_bytes(organization(one, publication)) for one in organizations])
    yield from list_files("taxonomies", [json_bytes(one) for one in found])
    terms = [json_bytes(with_taxonomy(term, details)) for term in publication.terms.values()]
    yield from list_files("taxonomy_terms", terms)


def other_records(publication: Publication) -> Iterator[SiteFile]:
    """The files of what is at no single station."""
    found = taxonomies(publication.ids)
    details = {one["id"]: one for one in found}
    for one in publication.facts.bulletin.organizations:
        yield record_file("organizations", whole_organization(one, publication))
    for taxonomy in found:
        yield record_file("taxonomies", taxonomy)
    for term in publication.terms.values():
        yield record_file("taxonomy_terms", with_taxonomy(term, details))
