"""A kind of service, and where one gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.addresses import station_uri
from build_tools.publishing.json_ld.thing import Thing, one_or_all, thing, whole_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.facts.derive import Facts
    from build_tools.facts.directory import Offer
    from build_tools.records.vocabulary import ServiceKind


def government_service(kind: ServiceKind, uri: str, offers: Iterable[Offer], facts: Facts, folder: str) -> Thing:
    """`kind` by those `offers` of it that stand on the page `uri` of the edition in `folder`."""
    site = facts.bulletin.site
    stations = {offer.station.id: offer.station.name for offer in offers}
    places = [
        thing("CivicStructure", name=name, url=whole_address(site, folder + station_uri(id)))
        for id, name in stations.items()
    ]
    return thing(
        "GovernmentService",
        name=kind.name,
        url=whole_address(site, folder + uri),
        availableChannel=thing("ServiceChannel", serviceLocation=one_or_all(places)) if places else None,
    )
