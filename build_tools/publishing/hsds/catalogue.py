"""Which lists and which records there are; those of stations can be made a part at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from build_tools.facts.directory import offers_of
from build_tools.publishing.hsds.entries import text_of
from build_tools.publishing.hsds.files import list_files, record_file
from build_tools.publishing.hsds.locations import location, placed_location, whole_location
from build_tools.publishing.hsds.organizations import organization, whole_organization
from build_tools.publishing.hsds.services import link_of, service, times_of, whole_at_location, whole_service
from build_tools.publishing.hsds.taxonomies import taxonomies, with_taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from build_tools.publishing.hsds.publication import Publication
    from build_tools.publishing.site import SiteFile
    from build_tools.records.station import Station


class Listed(NamedTuple):
    """The entries of lists, as JSON."""

    services: list[str]
    locations: list[str]
    service_at_locations: list[str]


def listed(stations: Sequence[Station], publication: Publication) -> Listed:
    """What lists carry of some `stations`."""
    lists = Listed([], [], [])
    for station in stations:
        place = location(station, publication)
        place_text = text_of(place)
        lists.locations.append(place_text)
        for offer in offers_of(station):
            lists.services.append(text_of(service(offer, publication)))
            link = text_of(link_of(offer, publication, place))
            lists.service_at_locations.append(f'{link[:-1]},"location":{place_text}}}')
    return lists


def lists_of_stations(parts: Iterable[Listed]) -> Iterator[SiteFile]:
    """The lists of all stations, of which each of `parts` tells some, in order."""
    for name, several in zip(Listed._fields, zip(*parts, strict=True), strict=True):
        yield from list_files(name, [text for texts in several for text in texts])


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
    yield from list_files("organizations", [text_of(organization(one, publication)) for one in organizations])
    yield from list_files("taxonomies", [text_of(one) for one in found])
    terms = [text_of(with_taxonomy(term, details)) for term in publication.terms.values()]
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
