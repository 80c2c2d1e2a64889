"""The UUIDs of HSDS: each is made of a record's oldest id and of what it is; names, addresses and words do not count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_tools.publishing.identity import uuid_of
from build_tools.records.alias import oldest_id
from build_tools.records.site import Site

if TYPE_CHECKING:
    from build_tools.facts.directory import Offer
    from build_tools.records.organization import Organization
    from build_tools.records.station import Station


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of everything that `site` publishes."""

    site: Site

    def location(self, station: Station) -> str:
        """Of a station."""
        return uuid_of(self.site, "stations", oldest_id(station))

    def service(self, offer: Offer) -> str:
        """Of a service at a station.

        Services have no ids of their own: a second one of its kind is numbered, so it takes the id of the first, with
        the page's anchor, when that one goes or changes places with it.
        """
        return uuid_of(self.site, "stations", oldest_id(offer.station), "services", offer.anchor)

    def at_location(self, offer: Offer) -> str:
        """Of the link between the two."""
        return uuid_of(self.site, "stations", oldest_id(offer.station), "service_at_locations", offer.anchor)

    def organization(self, organization: Organization) -> str:
        """Of an organisation."""
        return uuid_of(self.site, "organizations", oldest_id(organization))

    def taxonomy(self, vocabulary: str) -> str:
        """Of a list of words."""
        return uuid_of(self.site, "taxonomies", vocabulary)

    def term(self, vocabulary: str, code: str) -> str:
        """Of a word in a list."""
        return uuid_of(self.site, "taxonomies", vocabulary, code)

    def part(self, owner: str, *path: str) -> str:
        """Of what belongs to the entry whose id is `owner`: a schedule, a telephone, an attribute."""
        return uuid_of(self.site, owner, *path)
