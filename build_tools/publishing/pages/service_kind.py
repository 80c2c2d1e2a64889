"""One page for each kind of service: who offers it, when and to whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from build_tools.publishing.addresses import organization_uri, station_uri
from build_tools.publishing.json_ld.service import government_service
from build_tools.publishing.pages.card import place_of
from build_tools.publishing.pages.next_time import next_by, next_time
from build_tools.publishing.pages.share import district_of, marks_of, shares_of
from build_tools.publishing.pages.state import lantern_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markupsafe import Markup

    from build_tools.facts.derive import Facts
    from build_tools.facts.directory import Offer
    from build_tools.facts.timetable import Timetable
    from build_tools.publishing.links import Links
    from build_tools.publishing.pages.next_time import NextTime
    from build_tools.publishing.pages.share import Share
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage
    from build_tools.records.hours import HoursRule
    from build_tools.records.service import Service
    from build_tools.records.vocabulary import ServiceKind


class ServiceLine(NamedTuple):
    """One service at one station, as a row of a list."""

    kind: ServiceKind
    offer: Offer
    times: tuple[HoursRule, ...]
    """Empty where nothing regular is known."""
    brief: bool
    """Whether so little is known of it that one line holds it."""

    @property
    def uri(self) -> str:
        """The part of its station's page that shows it."""
        return f"{station_uri(self.offer.station.id)}#{self.offer.anchor}"


class Listed(NamedTuple):
    """The same in a list of one kind: also where it is, and whether that is open."""

    line: ServiceLine
    known: Markup
    place: str
    lantern: Markup
    telephone: Markup


def service_line(offer: Offer, facts: Facts) -> ServiceLine:
    """The row of `offer`."""
    times = offer.service.times
    regular = times if isinstance(times, tuple) else ()
    return ServiceLine(
        kind=facts.directory.lexicon.service_kinds[offer.service.kind],
        offer=offer,
        times=regular,
        brief=is_brief(offer.service),
    )


def known_of(
    line: ServiceLine, links: Links, facts: Facts, press: Press, next: Callable[[], NextTime | None]
) -> Markup:
    """What is known of the service of `line`, and when it takes place `next`, on a page with these `links`.

    It is printed once for all pages, or for those that are as deep if it leads to whoever provides the service.
    """
    offer, service = line.offer, line.offer.service
    provider = facts.directory.organizations.get(service.provider) if isinstance(service.provider, str) else None
    return press.piece(
        "service.html",
        "facts",
        (links.root if provider else "", offer.station.id, service.kind, offer.anchor),
        lambda: {
            "service": service,
            "times": line.times,
            "next": next(),
            "provider": provider,
            "address": links.to(organization_uri(provider.id)) if provider else "",
        },
    )


def known_line(
    offer: Offer, table: Timetable | None, links: Links, facts: Facts, press: Press
) -> tuple[ServiceLine, Markup]:
    """The row of `offer`, whose times `table` has, and what is known of it, on a page with these `links`."""
    line = service_line(offer, facts)
    return line, known_of(line, links, facts, press, partial(next_by, table, facts.today, press.shown))


def is_brief(service: Service) -> bool:
    """Whether `service` has nothing of its own to say but its kind, its cost and that its time is not known."""
    details = (service.audiences, service.bring, service.at_home, service.provider, service.text, service.times_note)
    return not isinstance(service.times, tuple) and not any(details)


def regular_services(facts: Facts) -> Iterator[ServiceLine]:
    """Services with days of their own, in the vocabulary's order."""
    return (
        service_line(offer, facts)
        for kind in facts.bulletin.vocabulary.service_kinds
        for offer in facts.directory.offers.get(kind.code, ())
        if has_days(offer)
    )


def has_days(offer: Offer) -> bool:
    """Whether `offer` has days of its own."""
    return isinstance(offer.service.times, tuple)


def service_kind_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/services/` and `/services/<code>/` for each kind that somebody offers."""
    offers = facts.directory.offers
    kinds = [kind for kind in facts.bulletin.vocabulary.service_kinds if kind.code in offers]
    yield press.page(
        "services/",
        "services.html",
        title=press.say("services.title"),
        summary=press.say("services.summary", count=len(kinds)),
        menu=press.say("menu.services"),
        kinds=[(kind, f"services/{kind.code}/", len(offers[kind.code])) for kind in kinds],
    )
    for kind in kinds:
        uri = f"services/{kind.code}/"
        shares = shares_of(offers[kind.code], uri, facts)
        wishes = f"service={kind.code}"
        yield service_kind_page(kind, uri, kind.name, wishes, offers[kind.code], shares, facts, press)
        for share in shares:
            title = press.say("share.title", title=kind.name, district=share.district.name)
            here = f"{wishes}&district={share.district.id}"
            yield service_kind_page(kind, share.uri, title, here, share.members, [], facts, press)


def service_kind_page(
    kind: ServiceKind,
    uri: str,
    title: str,
    wishes: str,
    offers: Sequence[Offer],
    shares: list[Share[Offer]],
    facts: Facts,
    press: Press,
) -> SitePage:
    """The page `uri` with `offers`, or with the pages that share them; the finder finds the same by `wishes`."""
    listed = () if shares else offers
    return press.page(
        uri,
        "service_kind.html",
        title=title,
        summary=press.say("service_kind.summary", kind=kind.name, count=len(offers)),
        linked_data=partial(government_service, kind, uri, listed, facts, press.folder),
        made_from=None if shares else marks_of(offers, press),
        near=district_of(offers),
        shows=partial(lines_of, listed, uri, facts, press),
        kind=kind,
        wishes=wishes,
        shares=shares,
    )


def lines_of(offers: Sequence[Offer], uri: str, facts: Facts, press: Press) -> dict[str, Any]:
    """A line of the page `uri` for each of `offers`, with when it is there next and whether its station is open."""
    links = press.links(uri)
    return {"lines": [listed(one, links, facts, press) for one in offers]}


def listed(offer: Offer, links: Links, facts: Facts, press: Press) -> Listed:
    """The entry of `offer` in a list of its kind on a page with these `links`."""
    station = offer.station
    whom = {"station": station, "district": facts.directory.districts[station.district]}
    line = service_line(offer, facts)
    return Listed(
        line=line,
        known=known_of(line, links, facts, press, partial(next_time, offer, facts, press.shown)),
        place=place_of(station, facts),
        lantern=lantern_of(station, facts, press),
        telephone=press.piece("parts.html", "telephone", (station.id,), lambda: whom),
    )
