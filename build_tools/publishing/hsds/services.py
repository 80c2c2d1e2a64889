"""What stations do for people as HSDS services, each at one location."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.facts.schedule import schedule_of_part, schedule_of_station
from build_tools.publishing.addresses import station_uri
from build_tools.publishing.hsds.entries import Entry, other_name, told
from build_tools.publishing.hsds.locations import life_line
from build_tools.publishing.hsds.organizations import organization
from build_tools.records.key import Unknown
from build_tools.records.service import Whenever
from build_tools.records.station import Life
from build_tools.records.values import Provision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.directory import Offer
    from build_tools.publishing.hsds.publication import Publication, Times

STATUS = {
    Life.PLANNED: "inactive",
    Life.OPEN: "active",
    Life.PAUSED: "temporarily closed",
    Life.CLOSED: "defunct",
}
FREE = "免费"
"""The one cost that is an amount without being read by anybody."""


def service(offer: Offer, publication: Publication) -> Entry:
    """What a service says of itself, with who provides it."""
    here, station, directory = offer.service, offer.station, publication.facts.directory
    kind = directory.lexicon.service_kinds[here.kind]
    provider = provided_by(here.provider, publication) if isinstance(here.provider, str) else None
    site = publication.facts.bulletin.site.address
    return told(
        id=publication.ids.service(offer),
        organization_id=provider and provider["id"],
        name=kind.name,
        alternate_name=other_name(kind.name),
        description=here.text,
        url=f"{site}{station_uri(station.id)}#{offer.anchor}" if site else None,
        status=STATUS[station.life],
        fees_description=here.cost,
        eligibility_description=audiences(offer, publication),
        assured_date=None if isinstance(station.verified, Unknown) else station.verified.date.isoformat(),
        alert=life_line(station, publication),
        organization=provider,
    )


def provided_by(id: str, publication: Publication) -> Entry:
    """What the organisation `id` says of itself, put together once."""
    if id not in publication.providers:
        one = publication.facts.directory.organizations[id]
        publication.providers[id] = organization(one, publication)
    return publication.providers[id]


def audiences(offer: Offer, publication: Publication) -> str:
    """Whom a service is for, in one line."""
    names = [publication.facts.directory.lexicon.audiences[code].name for code in codes_of(offer)]
    return publication.shown.say("list.pause").join(names)


def codes_of(offer: Offer) -> tuple[str, ...]:
    """The audiences that are known."""
    return offer.service.audiences if isinstance(offer.service.audiences, tuple) else ()


def whole_service(offer: Offer, publication: Publication, here: Entry, times: Times) -> Entry:
    """`service` with everything that belongs to it: its `times`, and as `here` all that is told of where it is."""
    owner = publication.ids.service(offer)
    as_station = offer.service.times is Whenever.STATION_HOURS
    return {
        **service(offer, publication),
        **told(
            schedules=[] if as_station else publication.owned(owner, times),
            service_at_locations=[here],
            cost_options=list(cost_options(offer, publication)),
            required_documents=list(required_documents(offer, publication)),
            attributes=list(attributes(offer, publication)),
        ),
    }


def link_of(offer: Offer, publication: Publication, place: Entry) -> Entry:
    """The link between a service and its `place`: the service by its id, since the schema has no other room for it."""
    return {
        "id": publication.ids.at_location(offer),
        "service_id": publication.ids.service(offer),
        "location_id": place["id"],
    }


def whole_at_location(offer: Offer, publication: Publication, place: Entry, times: Times) -> Entry:
    """That link with all that is told of the `place`, and with the `times` of the service there, which may be the place's."""
    link = link_of(offer, publication, place)
    return {**link, "location": place, **told(schedules=publication.owned(link["id"], times))}


def times_of(offer: Offer, publication: Publication) -> Times:
    """When a service takes place."""
    here, station = offer.service, offer.station
    district = publication.facts.directory.districts[station.district]
    if here.times is Whenever.STATION_HOURS:
        hours = schedule_of_station(station, district)
        return publication.times(hours, station.hours_note, here.times_note)
    return publication.times(schedule_of_part(here, station, district), here.times_note)


def cost_options(offer: Offer, publication: Publication) -> Iterator[Entry]:
    """What it costs in the words of staff, and as an amount where it costs nothing."""
    cost = offer.service.cost
    if isinstance(cost, str):
        owner, free = publication.ids.service(offer), {"currency": "CNY", "amount": 0} if cost == FREE else {}
        yield {"id": publication.ids.part(owner, "cost_options"), **free, "amount_description": cost}


def required_documents(offer: Offer, publication: Publication) -> Iterator[Entry]:
    """What to bring."""
    if isinstance(offer.service.bring, str):
        owner = publication.ids.service(offer)
        yield {"id": publication.ids.part(owner, "required_documents"), "document": offer.service.bring}


def attributes(offer: Offer, publication: Publication) -> Iterator[Entry]:
    """Of what kind it is, whom it is for, and whether somebody comes to one's home."""
    owner, terms, at_home = publication.ids.service(offer), publication.terms, offer.service.at_home
    kind = offer.service.kind
    yield publication.attribute(owner, "service", "service_kind", terms["service_kinds", kind], kind)
    for code in dict.fromkeys(codes_of(offer)):
        yield publication.attribute(owner, "service", "intended_audience", terms["audiences", code], code)
    if isinstance(at_home, Provision):
        code = at_home.have.code
        yield publication.attribute(owner, "service", "home_visit", terms["home_visit", code], code, at_home.note)
